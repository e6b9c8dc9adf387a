import { describe, expect, it } from 'vitest';
import { parseImageReference } from '../../../server/src/core/image-reference.ts';
import { CAPABILITIES, lookupCapability, normaliseCapability } from '../../../server/src/knowledge/capabilities.ts';
import { distributionOf } from '../../../server/src/knowledge/distributions.ts';
import { matchesGlob } from '../../../server/src/knowledge/glob.ts';
import table from '../../../server/src/knowledge/official-images.data.json';
import { fileVariableFor, type ImageFacts, lookupImage } from '../../../server/src/knowledge/official-images.ts';

function ref(text: string) {
  const found = parseImageReference(text);
  if (!found) throw new Error(text);
  return found;
}
function facts(text: string): ImageFacts {
  const found = lookupImage(ref(text));
  if (!found) throw new Error(`${text} is not known`);
  return found;
}

describe('lookupImage', () => {
  it.each<[string, string, string, number | null | undefined]>([
    ['node', 'debian', 'node', 1000],
    ['node:20-alpine', 'alpine', 'node', 1000],
    ['docker.io/library/node:20', 'debian', 'node', 1000],
    ['library/node', 'debian', 'node', 1000],
    ['redis:7-alpine', 'alpine', 'redis', 999],
    ['postgres:16-alpine', 'alpine', 'postgres', 70],
    ['postgres', 'debian', 'postgres', 999],
    ['vault', 'alpine', 'vault', 100],
    ['nginx:1.17.3', 'debian', 'nginx', 101],
    ['nginx:1.27-alpine', 'alpine', 'nginx', 101],
    // Until 1.17 the account got whatever number was free.
    ['nginx:1.16.1', 'debian', 'nginx', null],
    ['nginx:1.13-alpine', 'alpine', 'nginx', null],
    ['nginx:1.9', 'debian', 'nginx', null],
    ['bitnami/redis:7', 'debian', '1001', 1001],
    ['quay.io/keycloak/keycloak:26', 'rhel', 'keycloak', 1000],
  ])('%s', (text, family, user, uid) => {
    const found = facts(text);
    expect([found.family, found.nonRootUser?.name, found.nonRootUser?.uid]).toEqual([family, user, uid]);
  });

  it('applies every variant that fits, in order', () => {
    expect(facts('redis:8').capabilitiesBack).toEqual(['SETGID', 'SETUID']);
    const old = facts('redis:7.2-alpine');
    expect([old.nonRootUser?.gid, old.entrypointDropTool]).toEqual([1000, 'gosu']);
    expect(old.capabilitiesBack).toEqual(['CHOWN', 'DAC_OVERRIDE', 'SETGID', 'SETUID']);
    expect(facts('postgres:16').dataPaths).toEqual(['/var/lib/postgresql/data']);
    expect(facts('postgres:18').dataPaths).toEqual(['/var/lib/postgresql']);
  });

  it('takes an exact name before a wildcard', () => {
    expect(facts('bitnami/anything')).toMatchObject({ generic: true, image: 'docker.io/bitnami/*' });
    expect(facts('node').generic).toBe(false);
  });

  it('does not know others', () => {
    for (const text of ['myapp', 'ghcr.io/node/node', 'example/node', 'registry:5000/redis', 'bitnamix/redis'])
      expect(lookupImage(ref(text))).toBeUndefined();
  });

  it('knows the file forms of credential variables', () => {
    expect(fileVariableFor(facts('postgres'), 'POSTGRES_PASSWORD')).toBe('POSTGRES_PASSWORD_FILE');
    expect(fileVariableFor(facts('grafana/grafana'), 'GF_SECURITY_ADMIN_PASSWORD')).toBe('GF_SECURITY_ADMIN_PASSWORD__FILE');
    expect(fileVariableFor(facts('linuxserver/mariadb'), 'X')).toBe('FILE__X');
    expect(fileVariableFor(facts('redis'), 'REDIS_PASSWORD')).toBeUndefined();
    expect(fileVariableFor(facts('postgres'), 'OTHER')).toBeUndefined();
    expect(facts('postgres').authOffSettings).toContain('POSTGRES_HOST_AUTH_METHOD=trust');
    expect(facts('postgres').secretVariables).toContain('POSTGRES_PASSWORD');
  });

  it('reads every line of its data', () => {
    const names = table.flatMap((line) => line.names);
    expect(new Set(names).size).toBe(names.length);
    for (const line of table) {
      for (const name of line.names) {
        const image = name.includes('*') ? name.replace('*', 'x') : name;
        const tags = ('variants' in line ? (line.variants ?? []) : []).map((v) =>
          v.match.replace(/\[(.).*?\]/g, '$1').replace(/\*/g, ''),
        );
        for (const tag of ['latest', ...tags]) {
          const found = facts(`${image}:${tag.replace(/^[^\w]+/, '') || 'x'}`);
          expect(found.image).toBe(line.names[0]);
          for (const user of [...found.otherUsers, ...(found.nonRootUser ? [found.nonRootUser] : [])]) {
            expect(user.name).not.toBe('');
            expect(Number.isNaN(user.uid) || Number.isNaN(user.gid)).toBe(false);
          }
          for (const capability of [
            ...(found.capabilitiesBack ?? []),
            ...found.capabilitiesAlways,
            ...found.capabilitiesOptional,
          ])
            expect(lookupCapability(capability)?.name).toBe(capability);
          for (const path of [...found.writablePaths, ...found.dataPaths]) expect(path).toMatch(/^(?:\/|[A-Za-z]:|~)/);
        }
      }
    }
  });
});

describe('distributionOf', () => {
  it.each<[string, string, string | null, string]>([
    ['node:20-alpine', 'alpine', 'apk', 'busybox'],
    ['myorg/app:1-alpine3.20', 'alpine', 'apk', 'busybox'],
    ['myorg/app:1-slim', 'debian', 'apt', 'shadow'],
    ['x/y:bookworm', 'debian', 'apt', 'shadow'],
    ['ubuntu:24.04', 'debian', 'apt', 'shadow'],
    ['debian', 'debian', 'apt', 'shadow'],
    ['alpine:3', 'alpine', 'apk', 'busybox'],
    ['fedora:41', 'rhel', 'dnf', 'shadow'],
    ['rockylinux:9', 'rhel', 'dnf', 'shadow'],
    ['registry.access.redhat.com/ubi9:latest', 'rhel', 'dnf', 'shadow'],
    ['registry.access.redhat.com/ubi9/ubi-minimal:9.4', 'rhel', 'microdnf', 'none'],
    ['registry.access.redhat.com/ubi9/ubi-micro', 'rhel', null, 'none'],
    ['gcr.io/distroless/static-debian12:nonroot', 'distroless', null, 'none'],
    ['gcr.io/distroless/nodejs20-debian12', 'distroless', null, 'none'],
    ['busybox', 'busybox', null, 'busybox'],
    ['mcr.microsoft.com/windows/servercore:ltsc2022', 'windows', null, 'windows'],
    ['mcr.microsoft.com/windows/nanoserver:ltsc2022', 'windows', null, 'windows'],
    ['x/y:windowsservercore-ltsc2022', 'windows', null, 'windows'],
    ['opensuse/leap:15', 'suse', 'zypper', 'shadow'],
    ['archlinux', 'arch', 'pacman', 'shadow'],
    ['scratch', 'scratch', null, 'none'],
  ])('%s', (text, family, packageManager, userTools) => {
    expect(distributionOf(ref(text))).toMatchObject({ family, packageManager, userTools });
  });

  it('does not guess', () => {
    for (const text of ['myapp', 'myorg/app:1.2.3', 'x/y:latest', `ghcr.io/a/b@sha256:${'0'.repeat(64)}`])
      expect(distributionOf(ref(text))).toBeUndefined();
  });
});

describe('capabilities', () => {
  it('knows all of Linux 6', () => {
    expect(CAPABILITIES).toHaveLength(42);
    expect(new Set(CAPABILITIES.map((c) => c.name)).size).toBe(42);
    for (const c of CAPABILITIES) expect(c.attack).toMatch(/^[A-Z].*\.$/);
  });

  it('names the default and the baseline set', () => {
    expect(CAPABILITIES.filter((c) => c.dockerDefault)).toHaveLength(14);
    expect(CAPABILITIES.filter((c) => c.baseline)).toHaveLength(13);
    expect(lookupCapability('NET_RAW')).toMatchObject({ dockerDefault: true, baseline: false });
  });

  it.each([
    ['cap_sys_admin', 'SYS_ADMIN', 'critical'],
    ['SYS_ADMIN', 'SYS_ADMIN', 'critical'],
    [' all ', 'ALL', 'critical'],
    ['Net_Admin', 'NET_ADMIN', 'high'],
    ['CHOWN', 'CHOWN', 'low'],
  ])('%j', (text, name, tier) => {
    expect(lookupCapability(text)).toMatchObject({ name, tier });
  });

  it('does not know others', () => {
    for (const text of ['', 'CAP_', 'SYSADMIN', 'toString', 'CAP_CAP_CHOWN']) expect(lookupCapability(text)).toBeUndefined();
    expect(normaliseCapability('cap_x')).toBe('X');
  });
});

describe('matchesGlob', () => {
  it.each<[string, string, boolean]>([
    ['3-alpine', '*alpine*', true],
    ['7', '[67]', true],
    ['7.2', '[67].*', true],
    ['17', '1[0-7]*', true],
    ['18', '1[0-7]*', false],
    ['a.b', 'a?b', true],
    ['axb', 'a.b', false],
    ['', '*', true],
    ['a/b', 'a*', true],
    ['x+y', 'x+y', true],
  ])('%s ~ %s', (text, glob, expected) => expect(matchesGlob(text, glob)).toBe(expected));
});
