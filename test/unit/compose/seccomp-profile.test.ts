import { describe, expect, it } from 'vitest';
import { buildComposeFile } from '../../../server/src/compose/model/build.ts';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';

/** What is said of the profile of a service, with one file around it. */
function stateOf(option: string, files: Readonly<Record<string, string>>): string | undefined {
  const text = `services:\n  web:\n    image: x\n    security_opt: [${JSON.stringify(option)}]\n`;
  const file = buildComposeFile(parseYamlSlice(text), new Map(), { read: (path) => files[path] ?? null });
  return file.service('web')?.seccompProfile?.state;
}

const ALLOW = '{"defaultAction": "SCMP_ACT_ALLOW"}';
const LOGS = '{"defaultAction": "SCMP_ACT_LOG", "syscalls": [{"names": ["mount"], "action": "SCMP_ACT_ALLOW"}]}';
const DENIES_SOME = '{"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [{"names": ["mount"], "action": "SCMP_ACT_ERRNO"}]}';
const DENIES = '{"defaultAction": "SCMP_ACT_ERRNO"}';

describe('a seccomp profile of a file', () => {
  it.each([
    ['that allows all', 'seccomp=p.json', { 'p.json': ALLOW }, 'open'],
    ['that only logs', 'seccomp:./p.json', { 'p.json': LOGS }, 'open'],
    ['that refuses some calls', 'seccomp=a/../p.json', { 'p.json': DENIES_SOME }, 'filters'],
    ['that refuses all but some', 'seccomp=p.json', { 'p.json': DENIES }, 'filters'],
    ['that is no JSON', 'seccomp=p.json', { 'p.json': 'x' }, 'broken'],
    ['that is another JSON', 'seccomp=p.json', { 'p.json': '[]' }, 'broken'],
    ['that is not there', 'seccomp=p.json', {}, 'missing'],
    ['of the host', 'seccomp=/etc/p.json', {}, 'unknown'],
    ['that is none', 'seccomp=unconfined', {}, undefined],
    ['of another option', 'apparmor=p.json', {}, undefined],
  ] as const)('%s', (_, option, files, state) => {
    expect(stateOf(option, files)).toBe(state);
  });
});
