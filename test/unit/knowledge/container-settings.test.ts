import { describe, expect, it } from 'vitest';
import { isConfigurationPath } from '../../../server/src/knowledge/configuration-files.ts';
import { isDiskMajor, lookupDevice } from '../../../server/src/knowledge/devices.ts';
import { plainDockerEndpoint } from '../../../server/src/knowledge/docker-endpoints.ts';
import { healthTest } from '../../../server/src/knowledge/health-tests.ts';
import { belongsToProgram } from '../../../server/src/knowledge/host-execution-paths.ts';
import { privilegedGroup } from '../../../server/src/knowledge/privileged-groups.ts';
import { swarmEffect } from '../../../server/src/knowledge/swarm-keys.ts';
import { judgeSysctl } from '../../../server/src/knowledge/sysctls.ts';

describe('devices', () => {
  it.each([
    ['/dev/sda', 'critical'],
    ['/dev/sda1', 'critical'],
    ['/dev/nvme0n1p2', 'critical'],
    ['/dev/disk/by-id/ata-x', 'critical'],
    ['/dev/mapper/vg-root', 'critical'],
    ['//dev/../dev/md/data', 'critical'],
    ['/dev', 'critical'],
    ['/dev/mem', 'critical'],
    ['/dev/cpu/0/msr', 'critical'],
    ['/dev/kvm', 'high'],
    ['/dev/bus/usb/001/002', 'high'],
    ['/dev/input/event0', 'high'],
    ['/dev/video0', 'medium'],
  ])('%s is %s', (path, tier) => {
    expect(lookupDevice(path)?.tier).toBe(tier);
  });

  it.each([
    '/dev/null',
    '/dev/net/tun',
    '/dev/dri',
    '/dev/ttyUSB0',
    '/dev/sdaemon',
    '/devices/sda',
    'sda',
    'vendor.com/class=sda',
  ])('%s is of no concern', (path) => {
    expect(lookupDevice(path)).toBeUndefined();
  });

  it('knows the major numbers of disks', () => {
    expect([8, 259, 11, 188].map(isDiskMajor)).toEqual([true, true, false, false]);
  });
});

describe('kernel parameters', () => {
  it.each([
    ['net.ipv4.ip_unprivileged_port_start', '0', 'safe'],
    ['net/ipv4/tcp_fin_timeout', '15', 'safe'],
    ['net.core.somaxconn', '1024', 'namespaced'],
    ['kernel.shmmax', '1', 'namespaced'],
    ['fs.mqueue.msg_max', '10', 'namespaced'],
    ['vm.max_map_count', '262144', 'host'],
    ['kernel.core_pattern', '|/x', 'host'],
    ['net.ipv4.tcp_syncookies', '0', 'weakening'],
    ['net.ipv4.tcp_syncookies', '1', 'safe'],
    ['net.ipv4.tcp_syncookies', undefined, 'safe'],
    ['net.ipv4.conf.all.rp_filter', '0', 'weakening'],
    ['net.ipv4.conf.all.rp_filter', '2', 'namespaced'],
    ['net/ipv6/conf/eth0/accept_ra', '2', 'weakening'],
  ])('%s = %s is %s', (name, value, kind) => {
    expect(judgeSysctl(name, value).kind).toBe(kind);
  });
});

describe('addresses of the Docker API', () => {
  it.each(['tcp://10.0.0.5', 'tcp://build:2375', 'TCP://host.docker.internal:2375/', 'http://[fd00::1]:2375', 'tcp://x:4243'])(
    '%s is plain',
    (address) => {
      expect(plainDockerEndpoint(address)?.address).toBe(address);
    },
  );

  it.each(['tcp://x:2376', 'tcp://127.0.0.1:2375', 'tcp://[::1]:2375', 'unix:///run/docker.sock', 'ssh://x', 'tcp', ''])(
    '%j is not',
    (address) => {
      expect(plainDockerEndpoint(address)).toBeUndefined();
    },
  );
});

describe('the other tables', () => {
  it('know groups by name in their own case, and root by number', () => {
    expect(['docker', 'root', '0', '+0', 'disk'].filter((g) => privilegedGroup(g) === undefined)).toEqual([]);
    expect(['Docker', '999', 'audio', ''].filter((g) => privilegedGroup(g) !== undefined)).toEqual([]);
  });

  it('tell what the host obeys from what a program reads', () => {
    const obeyed = [
      '/etc/cron.d',
      '/etc/systemd/system',
      '/etc/passwd',
      '/etc/ssh/sshd_config',
      '/usr/bin',
      '/etc',
      '/usr/share',
    ];
    expect(obeyed.filter(belongsToProgram)).toEqual([]);
    const programs = ['/etc/nginx/conf.d', '/etc/pihole/', '/usr/share/app', '//etc/./dnsmasq.d'];
    expect(programs.filter((path) => !belongsToProgram(path))).toEqual([]);
  });

  it('tell configuration from data', () => {
    expect(isConfigurationPath('./nginx.conf', '/x')).toBe(true);
    expect(isConfigurationPath('./init', '/docker-entrypoint-initdb.d')).toBe(true);
    expect(isConfigurationPath('./html', '/usr/share/nginx/html/sub')).toBe(true);
    expect(isConfigurationPath('./data', '/data')).toBe(false);
    expect(isConfigurationPath('./conf', '/etc/nginxy')).toBe(false);
  });

  it('know what a swarm does with a key', () => {
    expect(['security_opt', 'mem_limit', 'cap_drop'].map(swarmEffect)).toEqual(['ignored', 'refused', 'obeyed']);
    expect(['cgroupns_mode', 'container_name', 'expose'].map(swarmEffect)).toEqual(['ignored', 'ignored', 'ignored']);
  });

  it('ask databases by their own tools', () => {
    expect(healthTest('docker.io/library/redis', 'latest')).toEqual(['CMD', 'redis-cli', 'ping']);
    expect(healthTest('docker.io/library/nginx', 'latest')).toBeUndefined();
  });
});
