import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyHostPath, credentialPath, isCredentialFile } from '../../../server/src/knowledge/host-paths.ts';
import { belowHome, cleanPath } from '../../../server/src/knowledge/paths.ts';
import { lookupPort, SENSITIVE_PORTS } from '../../../server/src/knowledge/ports.ts';
import { isRuntimeDirectory, lookupSocket, mountsRuntimeSocket } from '../../../server/src/knowledge/runtime-sockets.ts';

describe('cleanPath', () => {
  it.each([
    ['/var/run/docker.sock', '/run/docker.sock'],
    ['/var/run', '/run'],
    ['//var/run/', '/run'],
    ['/a/../etc/./x/', '/etc/x'],
    ['/../..', '/'],
    ['/', '/'],
    ['', ''],
    ['./a', 'a'],
    ['../a', '../a'],
    ['/var/runner', '/var/runner'],
    ['c:\\Users\\x\\', 'C:/Users/x'],
    ['C:', 'C:/'],
    ['\\\\.\\pipe\\docker_engine', '//./pipe/docker_engine'],
    ['npipe:////./pipe/docker_engine', '//./pipe/docker_engine'],
    ['volume', 'volume'],
  ])('%j', (path, clean) => expect(cleanPath(path)).toBe(clean));

  it.each([
    ['~/.ssh', '.ssh'],
    ['${HOME}/.aws/', '.aws'],
    ['$HOME', ''],
    ['/home/u/x', 'x'],
    ['/root/.kube', '.kube'],
    ['/Users/u', ''],
    ['/homes/u', undefined],
    ['/home', undefined],
    ['x', undefined],
    ['$HOMER/x', undefined],
  ])('%j below home', (path, below) => expect(belowHome(path)).toBe(below));
});

describe('mountsRuntimeSocket', () => {
  it.each<[string, string, string]>([
    ['/var/run/docker.sock', 'Docker', 'socket'],
    ['/run/docker.sock', 'Docker', 'socket'],
    ['//var/run/docker.sock', 'Docker', 'socket'],
    ['/var/run/../run/docker.sock/', 'Docker', 'socket'],
    ['/run/user/1000/docker.sock', 'Docker', 'socket'],
    ['$XDG_RUNTIME_DIR/docker.sock', 'Docker', 'socket'],
    ['${XDG_RUNTIME_DIR}/docker.sock', 'Docker', 'socket'],
    ['~/.docker/run/docker.sock', 'Docker', 'socket'],
    ['${HOME}/.colima/default/docker.sock', 'Docker', 'socket'],
    ['\\\\.\\pipe\\docker_engine', 'Docker', 'socket'],
    ['npipe:////./pipe/docker_engine', 'Docker', 'socket'],
    ['/run/containerd/containerd.sock', 'containerd', 'socket'],
    ['/run/k3s/containerd/containerd.sock', 'containerd', 'socket'],
    ['/var/run/crio/crio.sock', 'CRI-O', 'socket'],
    ['/var/run/cri-dockerd.sock', 'cri-dockerd', 'socket'],
    ['/run/podman/podman.sock', 'Podman', 'socket'],
    ['/var/run', 'Docker', 'directory'],
    ['/run/', 'Docker', 'directory'],
    ['/', 'Docker', 'directory'],
    ['/run/containerd', 'containerd', 'directory'],
    ['/run/user/1000', 'Docker', 'directory'],
    ['~/.docker/run', 'Docker', 'directory'],
  ])('%s', (path, service, through) => expect(mountsRuntimeSocket(path)).toMatchObject({ kind: 'runtime', service, through }));

  it.each([
    '',
    '.',
    './docker.sock',
    'docker.sock',
    '/var',
    '/var/lib',
    '/data/docker.sock',
    '/run/secrets',
    '/run/dbus/system_bus_socket',
    '~',
    '~/.docker',
    '/home/u',
    '/runner',
    '/tmp/docker.sock.txt',
    '//./pipe/other',
    '$SSH_AUTH_SOCK',
    '/var/runx/docker.sock',
  ])('%j hands out none', (path) => expect(mountsRuntimeSocket(path)).toBeUndefined());

  it('tells other sockets', () => {
    expect(lookupSocket('/var/run/dbus/system_bus_socket')).toMatchObject({ kind: 'host', service: 'D-Bus' });
    expect(lookupSocket('${SSH_AUTH_SOCK}')).toMatchObject({ kind: 'agent' });
    expect(lookupSocket('${SSH_AUTH_SOCK:-/dev/null}')).toMatchObject({ kind: 'agent' });
    expect(lookupSocket('~/.gnupg/S.gpg-agent')).toMatchObject({ kind: 'agent' });
    expect(isRuntimeDirectory('/var/run/containerd/fifo')).toBe(true);
    expect(isRuntimeDirectory('/run/containerdx')).toBe(false);
  });
});

describe('classifyHostPath', () => {
  it.each<[string, string, string]>([
    ['/', 'root', '/'],
    ['C:\\', 'root', 'C:/'],
    ['/etc', 'root-equivalent', '/etc'],
    ['/etc/', 'root-equivalent', '/etc'],
    ['/etc/nginx/x.conf', 'root-equivalent', '/etc'],
    ['/var/lib', 'root-equivalent', '/var/lib'],
    ['/var', 'root-equivalent', '/var'],
    ['/root', 'root-equivalent', '/root'],
    ['/proc', 'root-equivalent', '/proc'],
    ['/lib/modules', 'root-equivalent', '/lib'],
    ['/var/lib/docker/volumes', 'runtime-data', '/var/lib/docker'],
    ['/var/run', 'runtime-data', '/run'],
    ['/var/lib/kubelet/pods', 'runtime-data', '/var/lib/kubelet'],
    ['/etc/kubernetes', 'runtime-data', '/etc/kubernetes'],
    ['/etc/kubernetes/admin.conf', 'credentials', '/etc/kubernetes/admin.conf'],
    ['/etc/shadow', 'credentials', '/etc/shadow'],
    ['~/.ssh', 'credentials', '~/.ssh'],
    ['/root/.aws/credentials', 'credentials', '~/.aws'],
    ['${HOME}/.kube/config', 'credentials', '~/.kube'],
    ['/home/u/.docker/config.json', 'credentials', '~/.docker/config.json'],
    ['/sys', 'disclosure', '/sys'],
    ['/dev/sda', 'disclosure', '/dev'],
    ['/home', 'disclosure', '/home'],
    ['/home/u', 'disclosure', '~'],
    ['~', 'disclosure', '~'],
    ['/var/log', 'disclosure', '/var/log'],
    ['/tmp', 'shared', '/tmp'],
    ['/etc/localtime', 'harmless', '/etc/localtime'],
    ['/usr/share/zoneinfo/UTC', 'harmless', '/usr/share/zoneinfo'],
    ['/dev/null', 'harmless', '/dev/null'],
    ['~/.local/share/docker/x', 'runtime-data', '~/.local/share/docker'],
  ])('%s', (path, group, entry) => {
    const found = classifyHostPath(path);
    expect([found?.group, found?.entry]).toEqual([group, entry]);
    expect(credentialPath(path)).toBe(group === 'credentials' ? entry : undefined);
  });

  it.each([
    '',
    '.',
    './etc',
    'data',
    '/devdata',
    '/libs',
    '/data',
    '/srv/app',
    '/opt/app',
    '/var/lib/app',
    '/var/www',
    '/home/u/project',
    '~/project',
    '/mnt/data',
    '/media/x',
    '/etcd',
    '../etc',
    '${DATA}/etc',
    '/Users/u/code',
  ])('%j is of no concern', (path) => expect(classifyHostPath(path)).toBeUndefined());

  it('says what is harmless only when read-only', () => {
    expect(classifyHostPath('/etc/resolv.conf')?.needsReadOnly).toBe(true);
    expect(classifyHostPath('/etc/localtime')?.needsReadOnly).toBe(false);
    expect(classifyHostPath('/etc/localtime')?.exact).toBe(true);
    expect(classifyHostPath('/etc/x')?.exact).toBe(false);
  });

  it('never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('/', '.', '~', 'run', 'etc', '\\', 'C:', '$HOME', '*') }),
    );
    fc.assert(
      fc.property(text, (path) => {
        expect(cleanPath(cleanPath(path))).toBe(cleanPath(path));
        classifyHostPath(path);
        lookupSocket(path);
        isCredentialFile(path);
      }),
    );
  });
});

describe('isCredentialFile', () => {
  it.each([
    '.env',
    'app/.env.production',
    'id_rsa',
    'keys/id_ed25519',
    '.npmrc',
    './.pypirc',
    'server.key',
    'tls/server.pem',
    'store.jks',
    '.aws/credentials',
    '/root/.ssh/config',
    '.docker/config.json',
    '.git-credentials',
    '.netrc',
    'service-account.json',
    'kubeconfig',
  ])('%s', (path) => expect(isCredentialFile(path)).toBe(true));
  it.each([
    '.env.example',
    '.env.sample',
    'id_rsa.pub',
    '.ssh/id_rsa.pub',
    'ca.pem',
    'ca-cert.pem',
    'fullchain.pem',
    'public.key',
    'package.json',
    'environment',
    'keys',
    'src/key.ts',
    '',
    '.',
    'monkey.txt',
    '.dockerignore',
  ])('%j not', (path) => expect(isCredentialFile(path)).toBe(false));
});

describe('lookupPort', () => {
  it.each<[number, 'tcp' | 'udp', string, string]>([
    [2375, 'tcp', 'Docker API', 'orchestration'],
    [5432, 'tcp', 'PostgreSQL', 'database'],
    [27018, 'tcp', 'MongoDB', 'database'],
    [6379, 'tcp', 'Redis', 'database'],
    [9229, 'tcp', 'Node.js inspector', 'debugger'],
    [22, 'tcp', 'SSH', 'remote'],
    [4789, 'udp', 'VXLAN', 'orchestration'],
    [15672, 'tcp', 'RabbitMQ management', 'admin'],
    [445, 'tcp', 'SMB', 'file-sharing'],
    [9092, 'tcp', 'Kafka', 'messaging'],
    [5903, 'tcp', 'VNC', 'remote'],
  ])('%d/%s is %s', (port, protocol, service, group) =>
    expect(lookupPort(port, protocol)).toMatchObject({ port, protocol, service, group, ambiguous: false }),
  );

  it('stays silent on others, and marks what says little', () => {
    for (const port of [80, 443, 0, 1, 65535, -1, 1.5, Number.NaN, 5433.5]) expect(lookupPort(port)).toBeUndefined();
    expect(lookupPort(5432, 'udp')).toBeUndefined();
    expect([8080, 3000, 8000, 9000].map((port) => lookupPort(port)?.ambiguous)).toEqual([true, true, true, true]);
  });

  it('reads every line of its table', () => {
    expect(SENSITIVE_PORTS.length).toBeGreaterThan(200);
    for (const entry of SENSITIVE_PORTS) {
      expect(entry.port > 0 && entry.port < 65536).toBe(true);
      expect(entry.service).toMatch(/^\w[\w .-]*$/);
    }
  });
});
