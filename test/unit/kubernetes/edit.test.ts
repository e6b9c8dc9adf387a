import { describe, expect, it } from 'vitest';
import type { FixOffer } from '../../../server/src/core/finding.ts';
import { isRefusal } from '../../../server/src/core/finding.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import {
  referToSecret,
  removeFields,
  removeItem,
  removeVolume,
  replaceField,
  replaceItem,
  setContainerSecurity,
  setPodSecurity,
} from '../../../server/src/kubernetes/edit.ts';
import type { Container } from '../../../server/src/kubernetes/model/model.ts';
import { workloadOf } from './read.ts';

const OFFER = { title: 'Do it', safety: 'hardening' } as const;

function first(text: string): Container {
  const [container] = workloadOf(text).containers;
  if (!container) throw new Error('no container');
  return container;
}

/** The text after a fix; a refusal gives its reason. */
function fixed(text: string, offer: FixOffer): string {
  return isRefusal(offer) ? `refused: ${offer.refused}` : applyEdits(text, offer.edits);
}

const pod = (lines: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n${lines}`;

describe('setContainerSecurity', () => {
  const set = (text: string) => fixed(text, setContainerSecurity(first(text), ['allowPrivilegeEscalation'], false, OFFER));

  it('makes a securityContext where there is none, in the indent of the file', () => {
    expect(set(pod('    containers:\n        - name: a\n          image: i # web\n# end\n'))).toBe(
      pod(
        '    containers:\n        - name: a\n          image: i # web\n          securityContext:\n              allowPrivilegeEscalation: false\n# end\n',
      ),
    );
  });

  it.each([
    [
      'adds to one that is there',
      'securityContext:\n      runAsUser: 1',
      'securityContext:\n      runAsUser: 1\n      allowPrivilegeEscalation: false',
    ],
    [
      'adds to one in flow style',
      'securityContext: {runAsUser: 1}',
      'securityContext: {runAsUser: 1, allowPrivilegeEscalation: false}',
    ],
    ['fills an empty one', 'securityContext: {}', 'securityContext: {allowPrivilegeEscalation: false}'],
    [
      'fills one without a value, keeping its comment',
      'securityContext: # later',
      'securityContext: # later\n      allowPrivilegeEscalation: false',
    ],
    [
      'replaces a value',
      'securityContext:\n      allowPrivilegeEscalation: yes # x',
      'securityContext:\n      allowPrivilegeEscalation: false # x',
    ],
  ])('%s', (_, before, expected) => {
    expect(set(pod(`  containers:\n  - name: a\n    ${before}\n  - name: b\n`))).toBe(
      pod(`  containers:\n  - name: a\n    ${expected}\n  - name: b\n`),
    );
  });

  it('keeps flow style, JSON and line endings', () => {
    expect(set(pod('  containers: [{name: a, image: i}]\n'))).toBe(
      pod('  containers: [{name: a, image: i, securityContext: {allowPrivilegeEscalation: false}}]\n'),
    );
    const json = '{"kind": "Pod", "spec": {"containers": [{"name": "a"}]}}';
    expect(JSON.parse(set(json))).toEqual({
      kind: 'Pod',
      spec: { containers: [{ name: 'a', securityContext: { allowPrivilegeEscalation: false } }] },
    });
    expect(set('kind: Pod\r\nspec:\r\n  containers:\r\n  - name: a\r\n')).toBe(
      'kind: Pod\r\nspec:\r\n  containers:\r\n  - name: a\r\n    securityContext:\r\n      allowPrivilegeEscalation: false\r\n',
    );
  });

  it('adds items to a list that is there, and creates one that is not', () => {
    const drop = (text: string) => fixed(text, setContainerSecurity(first(text), ['capabilities', 'drop'], ['ALL'], OFFER));
    expect(drop(pod('  containers:\n  - securityContext: {capabilities: {drop: [NET_RAW]}}\n'))).toContain(
      '{drop: [NET_RAW, ALL]}',
    );
    expect(drop(pod('  containers:\n  - securityContext:\n      capabilities:\n        drop:\n        - MKNOD\n'))).toContain(
      '        - MKNOD\n        - ALL\n',
    );
    expect(drop(pod('  containers:\n  - name: a\n'))).toContain(
      '    securityContext:\n      capabilities:\n        drop:\n        - ALL\n',
    );
  });

  it.each([
    ['an alias', '  - name: z\n    securityContext: &s {}\n  - name: a\n    securityContext: *s\n', 1, 'alias'],
    [
      'an anchor that others use',
      '  - name: a\n    securityContext: &s {runAsUser: 1}\n  - name: b\n    securityContext: *s\n',
      0,
      'everything that uses the anchor `&s`',
    ],
    [
      'a value that others use',
      '  - name: a\n    securityContext:\n      privileged: &yes true\n  - name: b\n    stdin: *yes\n',
      0,
      'everything that uses the anchor `&yes`',
    ],
    ['a merge key', '  - name: z\n    x: &s {securityContext: {runAsUser: 1}}\n  - name: a\n    <<: *s\n', 1, 'merge key'],
    ['a template', '  - name: a\n    securityContext: {{ .Values.x }}\n', 0, 'template'],
    ['a text in its place', '  - name: a\n    securityContext: none\n', 0, 'is not a mapping'],
  ])('refuses %s', (_, lines, index, reason) => {
    const container = workloadOf(pod(`  containers:\n${lines}`)).containers[index];
    if (!container) throw new Error('no container');
    expect(fixed('', setContainerSecurity(container, ['privileged'], false, OFFER))).toMatch(new RegExp(`^refused: .*${reason}`));
  });

  it('tells the route that it changes', () => {
    const offer = setContainerSecurity(first(pod('  containers: [{name: a}]\n')), ['capabilities', 'drop'], ['ALL'], OFFER);
    expect(offer).toMatchObject({ touches: [['spec', 'containers', 0, 'securityContext', 'capabilities', 'drop']] });
  });
});

describe('setPodSecurity', () => {
  const set = (text: string) => fixed(text, setPodSecurity(first(text), ['seccompProfile', 'type'], 'RuntimeDefault', OFFER));

  it('puts a new securityContext above the containers', () => {
    expect(set(pod('  hostname: h # x\n  containers:\n  - name: a\n  volumes: []\n'))).toBe(
      pod(
        '  hostname: h # x\n  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n  containers:\n  - name: a\n  volumes: []\n',
      ),
    );
    expect(set(pod('  containers:\n  - name: a\n'))).toBe(
      pod('  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n  containers:\n  - name: a\n'),
    );
  });

  it('adds to the one that is there', () => {
    expect(set(pod('  containers:\n  - name: a\n  securityContext:\n    fsGroup: 1\n'))).toContain(
      '    fsGroup: 1\n    seccompProfile:\n      type: RuntimeDefault\n',
    );
  });

  it("changes a workflow template's own", () => {
    const text = `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  templates:\n  - name: t\n    securityContext: {fsGroup: 1}\n    container: {image: i}\n`;
    expect(set(text)).toContain('securityContext: {fsGroup: 1, seccompProfile: {type: RuntimeDefault}}');
  });
});

describe('fields and items', () => {
  it('replaces a field that is there', () => {
    const replace = (text: string) =>
      fixed(text, replaceField(first(text), first(text).securityContext.fields, 'privileged', false, OFFER));
    expect(replace(pod('  containers: [{securityContext: {privileged: yes}}]\n'))).toContain('{privileged: false}');
    expect(replace(pod('  containers: [{name: a}]\n'))).toMatch(/^refused/);
  });

  it('removes fields with their lines', () => {
    const text = pod('  hostNetwork: true # x\n  dnsPolicy: ClusterFirstWithHostNet\n  containers: []\n');
    const workload = workloadOf(text);
    expect(fixed(text, removeFields(workload, workload.spec, ['hostNetwork', 'dnsPolicy'], OFFER))).toBe(
      pod('  containers: []\n'),
    );
    expect(fixed(text, removeFields(workload, workload.spec, ['hostPID'], OFFER))).toMatch(/^refused: `hostPID` is not there/);
  });

  it('removes fields in flow style one by one when their commas meet', () => {
    const text = 'kind: Pod\nspec: {containers: [], hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet}\n';
    const workload = workloadOf(text);
    const result = fixed(text, removeFields(workload, workload.spec, ['hostNetwork', 'dnsPolicy'], OFFER));
    expect(workloadOf(result).hostNetwork.kind).toBe('absent');
    expect(workloadOf(result).containers).toEqual([]);
  });

  it('replaces no item that others use through its anchor', () => {
    const text = pod('  containers:\n  - securityContext: {capabilities: {drop: [&d all]}}\n    name: *d\n');
    const { drop } = first(text).securityContext.capabilities;
    const [item] = drop.items;
    if (!item) throw new Error('no item');
    expect(fixed(text, replaceItem(first(text), drop, item.at, 'ALL', OFFER))).toMatch(/^refused: .*`&d`/);
  });

  it('replaces and removes items, the last one with its list', () => {
    const text = pod('  containers: [{securityContext: {capabilities: {add: [A, B], drop: [all]}}}]\n');
    const { add, drop } = first(text).securityContext.capabilities;
    const at = (list: typeof add, index: number) => list.items[index]?.at ?? { span: { start: -1, end: -1 }, route: [] };
    expect(fixed(text, replaceItem(first(text), drop, at(drop, 0), 'ALL', OFFER))).toContain('drop: [ALL]');
    expect(fixed(text, removeItem(first(text), add, at(add, 0), OFFER))).toContain('add: [B]');
    expect(fixed(text, removeItem(first(text), drop, at(drop, 0), OFFER))).toContain('{capabilities: {add: [A, B]}}');
    expect(fixed(text, removeItem(first(text), drop, at(drop, 7), OFFER))).toMatch(/^refused/);
  });
});

describe('removeVolume', () => {
  const remove = (text: string, index = 0) => {
    const workload = workloadOf(text);
    const volume = workload.volumes.items[index];
    if (!volume) throw new Error('no volume');
    return fixed(text, removeVolume(workload, volume, OFFER));
  };

  it('takes all mounts in all containers with it, and lists that become empty', () => {
    const mounted = `  initContainers:
  - name: i
    volumeMounts:
    - name: s # all that there is
      mountPath: /s
  containers:
  - name: a
    volumeMounts:
    - name: d
      mountPath: /d
    - name: s
      mountPath: /s
    - {name: s, mountPath: /t}
    image: i
  volumes:
  - name: s
    hostPath:
      path: /s
  - name: d
`;
    const expected = `  initContainers:
  - name: i
  containers:
  - name: a
    volumeMounts:
    - name: d
      mountPath: /d
    image: i
  volumes:
  - name: d
`;
    expect(remove(pod(mounted))).toBe(pod(expected));
  });

  it('removes the key of the last volume', () => {
    expect(remove(pod('  containers: []\n  volumes:\n  - {name: s, hostPath: {path: /s}}\n'))).toBe(pod('  containers: []\n'));
    expect(remove(pod('  containers: [{name: a, volumeMounts: [{name: s}]}]\n  volumes: [{name: s}]\n'))).toBe(
      pod('  containers: [{name: a}]\n'),
    );
  });

  it("leaves mounts of another template's volume of the same name", () => {
    const template = (name: string) =>
      `  - name: ${name}\n    volumes: [{name: s}]\n    container: {image: i, volumeMounts: [{name: s}]}\n`;
    const text = `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  templates:\n${template('a')}${template('b')}`;
    expect(remove(text, 1)).toBe(text.replace(template('b'), '  - name: b\n    container: {image: i}\n'));
  });

  it.each([
    [
      'a templated mount',
      'containers: [{name: a, volumeMounts: [{name: "{{ .x }}"}]}]\n  volumes: [{name: s}]',
      'A template or a patched object',
    ],
    [
      'a container that a template adds to',
      'containers:\n  - name: a\n    {{- toYaml .x | nindent 4 }}\n  volumes: [{name: s}]',
      'A template or a patched object',
    ],
    ['a volume without a name', 'containers: []\n  volumes: [{hostPath: {path: /s}}]', 'name of the volume'],
  ])('refuses %s', (_, lines, reason) => {
    expect(remove(pod(`  ${lines}\n`))).toMatch(new RegExp(`^refused: .*${reason}`));
  });
});

describe('referToSecret', () => {
  const refer = (variable: string) => {
    const text = pod(`  containers:\n  - env:\n${variable}`);
    const [found] = first(text).env.items;
    if (!found) throw new Error('no variable');
    return fixed(text, referToSecret(first(text), found, 'DB_PASSWORD')).slice(pod('  containers:\n  - env:\n').length);
  };
  const reference = 'valueFrom:\n        secretKeyRef:\n          name: CHANGE-ME\n          key: db-password\n';

  it.each([
    ['value last', '    - name: DB_PASSWORD\n      value: x # y\n', `    - name: DB_PASSWORD\n      ${reference}`],
    ['value first', '    - value: x\n      name: DB_PASSWORD\n', `    - name: DB_PASSWORD\n      ${reference}`],
    [
      'a text over lines',
      '    - name: DB_PASSWORD\n      value: |\n        a\n        b\n',
      `    - name: DB_PASSWORD\n      ${reference}`,
    ],
    [
      'flow style',
      '    - {name: DB_PASSWORD, value: x}\n',
      '    - {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: CHANGE-ME, key: db-password}}}\n',
    ],
    [
      'flow style, value first',
      '    - {value: x, name: DB_PASSWORD}\n',
      '    - {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: CHANGE-ME, key: db-password}}}\n',
    ],
  ])('replaces the value: %s', (_, before, expected) => {
    expect(refer(before)).toBe(expected);
  });

  it('asks for the name of the Secret', () => {
    const text = pod('  containers: [{env: [{name: A, value: b}]}]\n');
    const [variable] = first(text).env.items;
    expect(variable && referToSecret(first(text), variable, 'A')).toMatchObject({ safety: 'placeholder', select: 'CHANGE-ME' });
  });
});
