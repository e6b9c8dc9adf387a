import { describe, expect, test } from 'vitest';
import { EMPTY_CONFIG } from '../../../server/src/analysis/config/read.ts';
import { describe as describeFile } from '../../../server/src/analysis/describe.ts';
import { allRules, createEngine, hardenPods, podSecurityOf, resolveSettings } from '../../../server/src/analysis/index.ts';
import type { FileFacts } from '../../../server/src/project/facts.ts';

const environment = { today: '2026-11-21', kubernetesVersion: [1, 34] as const };
const settings = resolveSettings(EMPTY_CONFIG, 'pod.yaml', allRules, environment, {});
const uri = 'file:///pod.yaml';

/** A Pod `p` with a container `c`; both get further lines. */
function pod(container = '', spec = '', image = 'acme/a:1'): string {
  const put = (text: string, indent: string) => (text === '' ? '' : `${text.replace(/^(?=.)/gm, indent)}\n`);
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n${put(spec, '  ')}  containers:\n    - name: c\n      image: ${image}\n${put(container, '      ')}`;
}

function at(text: string, token: string) {
  return describeFile({ uri, text }, settings, text.indexOf(token) + token.length);
}

function container(...parts: Parameters<typeof pod>): readonly string[] {
  return at(pod(...parts), 'name: c')?.lines ?? [];
}

const RESTRICTED = 'securityContext:\n  allowPrivilegeEscalation: false\n  capabilities: {drop: [ALL]}';
const RESTRICTED_POD = 'securityContext:\n  runAsNonRoot: true\n  seccompProfile: {type: RuntimeDefault}';

describe('a container', () => {
  test('with nothing set, in all its lines', () => {
    expect(at(pod(), 'name: c')?.title).toBe('Container `c`');
    expect(container()).toEqual([
      "User: the image's; nothing rules out root.",
      'Privileges: it may gain more by set-user-id programs (`allowPrivilegeEscalation`).',
      'Capabilities: the 14 default ones.',
      'Seccomp: none, unless the kubelet is set to give a default (`--seccomp-default`).',
      'Service account: `default`; its token is mounted, unless the account says otherwise.',
      'Missing: `capabilities.drop: [ALL]`, a read-only root (`readOnlyRootFilesystem`) and limits on memory and cpu.',
    ]);
  });

  test('that is hardened', () => {
    const own = `${RESTRICTED}\n  readOnlyRootFilesystem: true\nresources: {limits: {memory: 1Gi, cpu: 1}}`;
    expect(container(own, `${RESTRICTED_POD}\nautomountServiceAccountToken: false`)).toEqual([
      "User: the image's, and `runAsNonRoot` (set for the pod) refuses to start it as root.",
      'Privileges: it can gain none beyond those it starts with.',
      'Capabilities: none.',
      'Seccomp: `RuntimeDefault` (set for the pod).',
      'Service account: `default`; its token is not mounted.',
    ]);
  });

  test.each([
    ['securityContext: {runAsUser: 0}', '', 'User: **root** (`runAsUser: 0`).'],
    [
      'securityContext: {runAsUser: 0, runAsNonRoot: true}',
      '',
      'User: **root** (`runAsUser: 0`), which `runAsNonRoot` refuses to start.',
    ],
    ['', 'securityContext: {runAsUser: 7, runAsNonRoot: true}', 'User: `7` (set for the pod), with `runAsNonRoot`.'],
    ['securityContext: {runAsNonRoot: false}', '', "User: the image's; `runAsNonRoot: false` allows root."],
    ['securityContext: {runAsUser: "{{ .Values.u }}"}', '', 'User: set by a template or by another object.'],
    [
      'securityContext: {privileged: true}',
      '',
      '**Privileged**: every capability and device of the node; it is as good as root there.',
    ],
    [
      'securityContext: {privileged: true, runAsUser: 1000}',
      '',
      '**Privileged**: every capability and device of the node, once a set-user-id program makes it root: its user is not.',
    ],
    [
      'securityContext: {privileged: true, runAsUser: 0, runAsNonRoot: true}',
      '',
      '**Privileged**: every capability and device of the node; it is as good as root there.',
    ],
    ['securityContext: {capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}', '', 'Capabilities: `NET_BIND_SERVICE`.'],
    ['securityContext: {capabilities: {add: [ALL]}}', '', 'Capabilities: **all**.'],
    [
      'securityContext: {runAsUser: 5}',
      '',
      'Capabilities: the 14 default ones; as its user is not root, they only bound what it can gain.',
    ],
    ['securityContext: {seccompProfile: {type: Unconfined}}', '', 'Seccomp: **none** (`Unconfined`).'],
    ['securityContext: {seccompProfile: {type: Localhost, localhostProfile: a.json}}', '', 'Seccomp: `Localhost` `a.json`.'],
    ['', 'serviceAccountName: bot\nautomountServiceAccountToken: true', 'Service account: `bot`; its token is mounted.'],
    ['', 'hostPID: true\nhostNetwork: true', "Shares **the node's** network and processes."],
    [
      'volumeMounts: [{name: s, mountPath: /s}, {name: e, mountPath: /e}]',
      'volumes: [{name: s, hostPath: {path: /run/docker.sock}}, {name: e, emptyDir: {}}]',
      "Of the node: **`/run/docker.sock`** at `/s` (writable, the container runtime's socket); one other volume.",
    ],
    [
      'volumeMounts: [{name: s, mountPath: /data, readOnly: true}]',
      'volumes: [{name: s, hostPath: {path: /data}}]',
      'Of the node: `/data` (read-only).',
    ],
    [
      'volumeMounts: [{name: e, mountPath: /e}]',
      'volumes: [{name: e, emptyDir: {}}]',
      'Mounts: one volume, nothing of the node.',
    ],
  ])('%s %s: %s', (own, spec, line) => {
    expect(container(own, spec)).toContain(line);
  });

  test("is told its image's user where it is known", () => {
    expect(container('', '', 'nginx:1.27')[0]).toBe("User: the image's, which is **root**; nothing rules out root.");
  });

  test('of Windows pods is told nothing of Linux', () => {
    expect(container('', 'os: {name: windows}')).toEqual([
      'Service account: `default`; its token is mounted, unless the account says otherwise.',
      'Missing: limits on memory and cpu.',
    ]);
  });
});

describe('the account of a container', () => {
  const rbac = (role: string, name = 'bot') => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${role}
metadata: {name: r, namespace: a}
rules: [{apiGroups: [''], resources: [secrets], verbs: [get]}, {apiGroups: [''], resources: [pods/exec], verbs: [create]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${role}Binding
metadata: {name: b, namespace: a}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${role}, name: r}
subjects: [{kind: ServiceAccount, name: ${name}, namespace: a}]
`;
  const bot = pod('', 'serviceAccountName: bot').replace('name: p\n', 'name: p\n  namespace: a\n');
  const accountIn = (text: string, unit?: { beside: readonly FileFacts[]; elsewhere: readonly FileFacts[] } | null) =>
    describeFile({ uri, text, ...(unit !== undefined && { unit }) }, settings, text.indexOf('name: c') + 6)?.lines.find((line) =>
      line.startsWith('Service account'),
    );
  const mounted = 'Service account: `bot`; its token is mounted, unless the account says otherwise.';

  test('is told with what it may do, by the roles of the file', () => {
    expect(accountIn(`${rbac('ClusterRole')}---\n${bot}`)).toBe(
      `${mounted} Whoever has it can **read every Secret** in every namespace (\`ClusterRole r\`) and **run commands in any container** in every namespace (\`ClusterRole r\`).`,
    );
    expect(accountIn(bot + rbac('Role'))).toContain('**read every Secret** in its namespace (`Role r`)');
  });

  test('is told by the roles of other files, and not while they are not read', () => {
    const unit = {
      beside: [createEngine(allRules).analyze({ uri: 'file:///rbac.yaml', text: rbac('Role') }, settings).facts!],
      elsewhere: [],
    };
    expect(accountIn(bot, unit)).toContain('Whoever has it can **read every Secret**');
    expect(accountIn(bot + rbac('Role'), null)).toBe(mounted);
  });

  test.each([
    ['of another account', bot + rbac('Role', 'other'), mounted],
    [
      'of a pod without its token',
      bot.replace('serviceAccountName', 'automountServiceAccountToken: false\n  serviceAccountName') + rbac('Role'),
      'Service account: `bot`; its token is not mounted.',
    ],
    [
      'of an account that gives no token',
      `${bot}${rbac('Role')}---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: bot, namespace: a}\nautomountServiceAccountToken: false\n`,
      mounted,
    ],
  ])('is told nothing %s', (_, text, line) => {
    expect(accountIn(text)).toBe(line);
  });
});

describe('a workload, on its name or kind', () => {
  test.each(['kind: Pod', 'name: p'])('tells at %s level and reasons', (token) => {
    const found = at(pod(), token);
    expect(found?.title).toBe('`Pod/p`');
    expect(found?.lines).toEqual([
      'Pod Security (v1.34): **baseline**. From *restricted* it is separated by 4 things:',
      'Container `c` must set `securityContext.allowPrivilegeEscalation` to `false`.',
      'Container `c` must include `ALL` in `securityContext.capabilities.drop`.',
      'Pod or container `c` must set `securityContext.runAsNonRoot` to `true`.',
      'Pod or container `c` must set `securityContext.seccompProfile.type` to `RuntimeDefault` or `Localhost`.',
    ]);
  });

  test('of level privileged tells what keeps it out of baseline', () => {
    expect(at(pod('', 'hostPID: true'), 'kind: Pod')?.lines).toEqual([
      'Pod Security (v1.34): **privileged**. From *baseline* it is separated by one thing; from *restricted*, 5 things:',
      'Pod must not set `hostPID` to `true`.',
    ]);
  });

  test('of level restricted has nothing to mend', () => {
    expect(at(pod(RESTRICTED, RESTRICTED_POD), 'kind: Pod')?.lines).toEqual([
      'Pod Security (v1.34): **restricted**, the strictest level.',
    ]);
  });

  test('is judged by the configured version', () => {
    const text = pod('', 'securityContext: {runAsNonRoot: true, runAsUser: 0}');
    const old = { ...settings, environment: { ...environment, kubernetesVersion: [1, 22] as const } };
    expect(describeFile({ uri, text }, old, text.indexOf('Pod'))?.lines[0]).toContain('(v1.22)');
    expect(describeFile({ uri, text }, old, text.indexOf('Pod'))?.lines.join()).not.toContain('runAsUser');
    expect(at(text, 'kind: Pod')?.lines.join()).toContain('runAsUser');
  });

  test('in a later document stands at its own place', () => {
    const text = `${pod()}---\n${pod().replaceAll('name: p', 'name: second')}`;
    const found = at(text, 'name: second');
    expect(found && text.slice(found.span.start, found.span.end)).toBe('second');
  });

  test('is told apart from the other templates of its object', () => {
    const job = (name: string, more: string) =>
      `    - name: ${name}\n      template: {spec: {template: {spec: {${more}containers: [{name: c, image: "a:1"}]}}}}\n`;
    const text = `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: x}\nspec:\n  replicatedJobs:\n${job('driver', '')}${job('worker', 'hostPID: true, ')}`;
    expect(at(text, 'name: driver')).toMatchObject({ title: '`JobSet/x (driver)`' });
    expect(at(text, 'name: driver')?.lines[0]).toContain('**baseline**');
    expect(at(text, 'name: worker')?.lines[0]).toContain('**privileged**');
    expect(at(text, 'kind: JobSet')).toMatchObject({ title: '`JobSet/x (worker)`' });
    expect(podSecurityOf({ uri, text }, settings).map(({ name, span }) => [name, text.slice(span.start, span.end)])).toEqual([
      ['JobSet/x (driver)', 'driver'],
      ['JobSet/x (worker)', 'worker'],
    ]);
  });

  test.each(['apiVersion', 'image:', 'spec'])('nothing is said at %s', (token) => {
    expect(at(pod(), token)).toBeUndefined();
  });

  test('nothing is said of objects without pods, and of other files', () => {
    expect(at('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n', 'kind: Con')).toBeUndefined();
    expect(describeFile({ uri: 'file:///a.txt', text: pod() }, settings, 22)).toBeUndefined();
  });
});

describe('Pod Security of a file', () => {
  const two = `${pod('', 'hostPID: true')}---\n${pod()}`;
  const engine = createEngine(allRules);

  test('is told for each workload at its name', () => {
    const levels = podSecurityOf({ uri, text: two }, settings);
    expect(levels.map(({ level, toRestricted, span }) => [level, toRestricted, two.slice(span.start, span.end)])).toEqual([
      ['privileged', 5, 'p'],
      ['baseline', 4, 'p'],
    ]);
    expect(podSecurityOf({ uri: 'file:///compose.yaml', text: 'services: {a: {image: b}}' }, settings)).toEqual([]);
  });

  test('is raised to restricted for the asked workload alone, though another has its name', () => {
    const [first, second] = podSecurityOf({ uri, text: two }, settings);
    for (const [asked, other] of [
      [first!, 1],
      [second!, 0],
    ] as const) {
      const done = hardenPods(engine, { uri, text: two }, settings, asked.span);
      if ('refused' in done) throw new Error(done.refused);
      const after = podSecurityOf({ uri, text: done.text }, settings);
      expect(after.map(({ level }) => level)[1 - other]).toBe('restricted');
      expect(after[other]?.level).toBe(other === 0 ? 'privileged' : 'baseline');
      expect(done.toRestricted).toBe(0);
    }
  });

  test('is raised for one of several templates of an object', () => {
    const job = (name: string) =>
      `    - name: ${name}\n      template: {spec: {template: {spec: {containers: [{name: c, image: "a:1"}]}}}}\n`;
    const text = `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: x}\nspec:\n  replicatedJobs:\n${job('driver')}${job('worker')}`;
    const [, worker] = podSecurityOf({ uri, text }, settings);
    const done = hardenPods(engine, { uri, text }, settings, worker!.span);
    if ('refused' in done) throw new Error(done.refused);
    expect(podSecurityOf({ uri, text: done.text }, settings).map(({ name, level }) => [name, level])).toEqual([
      ['JobSet/x (driver)', 'baseline'],
      ['JobSet/x (worker)', 'restricted'],
    ]);
    expect(done.text).toContain(job('driver'));
  });

  test('says what has to be done by hand', () => {
    const text = pod('', 'volumes: [{name: data, nfs: {server: s, path: /}}]');
    const [{ span } = { span: { start: 0, end: 0 } }] = podSecurityOf({ uri, text }, settings);
    const done = hardenPods(engine, { uri, text }, settings, span);
    expect(done).toMatchObject({ toRestricted: 1, remaining: ['volume `data` must not be of the type `nfs`'] });
  });

  test('is left as it is where nothing can be done, with the reason', () => {
    const text = pod(RESTRICTED, RESTRICTED_POD);
    const [{ span } = { span: { start: 0, end: 0 } }] = podSecurityOf({ uri, text }, settings);
    expect(hardenPods(engine, { uri, text }, settings, span)).toHaveProperty('refused');
    expect(hardenPods(engine, { uri, text }, settings, { start: 1, end: 2 })).toEqual({
      refused: 'The workload is no longer there.',
    });
  });
});

test('no half-typed text throws, and no more than eight lines are told', () => {
  const text = pod(
    'securityContext: {capabilities: {add: [X, {}]}, runAsUser: a}\nvolumeMounts: [{}]',
    'volumes: [{hostPath: }]\nsecurityContext: 1',
  );
  for (let end = 0; end <= text.length; end += 2) {
    for (const offset of [22, end]) {
      const found = describeFile({ uri, text: text.slice(0, end) }, settings, offset);
      expect(found?.lines.length ?? 0).toBeLessThanOrEqual(8);
    }
  }
});
