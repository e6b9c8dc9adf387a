import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Container } from '../../../server/src/kubernetes/model/model.ts';
import { objectsOf, workloadOf } from './read.ts';

function containerOf(lines: string, pod = ''): Container {
  const body = lines === '' ? '' : `    ${lines.trim().split('\n').join('\n    ')}\n`;
  const workload = workloadOf(
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n${pod}  containers:\n  - name: a\n    image: registry:5000/team/app:1.2\n${body}`,
  );
  const [container] = workload.containers;
  if (!container) throw new Error('no container');
  return container;
}

const privileged = (value: string) => containerOf(`securityContext:\n  privileged: ${value}`).securityContext.privileged;

describe('booleans as sigs.k8s.io/yaml reads them', () => {
  it.each(['true', 'True', 'yes', 'on', 'Y', '!!bool "true"'])('%s is true', (text) =>
    expect(privileged(text)).toMatchObject({ kind: 'known', value: true }),
  );
  it.each(['false', 'FALSE', 'no', 'off', 'n'])('%s is false', (text) =>
    expect(privileged(text)).toMatchObject({ kind: 'known', value: false }),
  );
  it.each(['"true"', "'yes'", '1', 'yEs', '!!str true', '[true]', '{}'])('%s is an error of the API', (text) =>
    expect(privileged(text).kind).toBe('invalid'),
  );
  it.each(['null', '~', '', 'Null'])('%j is unset', (text) => expect(privileged(text).kind).toBe('absent'));
  it.each(['${PRIVILEGED}', '"{{ .Values.p }}"', '{{ .Values.p }}', '${{PRIVILEGED}}'])('%s is dynamic', (text) =>
    expect(privileged(text).kind).toBe('dynamic'),
  );
});

describe('numbers and strings', () => {
  const runAsUser = (value: string) => containerOf(`securityContext: {runAsUser: ${value}}`).securityContext.runAsUser;
  it.each([
    ['0', 0],
    ['1000', 1000],
    ['0755', 493],
    ['0x10', 16],
    ['0b11', 3],
    ['1_000', 1000],
    ['1e3', 1000],
    ['-1', -1],
  ])('%s is %d', (text, value) => expect(runAsUser(text)).toMatchObject({ kind: 'known', value }));
  it.each(['"0"', '1.5', 'root', '22:22'])('%s is no integer', (text) => expect(runAsUser(text).kind).toBe('invalid'));

  const procMount = (value: string) => containerOf(`securityContext: {procMount: ${value}}`).securityContext.procMount;
  it.each(['Unmasked', '"1"', '22:22', '2024-01'])('%s is a string', (text) => expect(procMount(text).kind).toBe('known'));
  it.each(['1', 'true', '1.5', 'no', '.inf'])('%s is none', (text) => expect(procMount(text).kind).toBe('invalid'));

  it('leaves variables in arguments to the program', () => {
    expect(containerOf('args: ["echo ${HOME}"]').args.items).toMatchObject([{ kind: 'known', value: 'echo ${HOME}' }]);
  });
});

describe('levels of the security context', () => {
  it('lets the container win, and tells where a value of the pod comes from', () => {
    const pod = '  securityContext: {runAsNonRoot: true, runAsUser: 7}\n';
    const { effective } = containerOf('securityContext: {runAsUser: 0}', pod);
    expect(effective.runAsUser).toMatchObject({ value: 0 });
    expect(effective.runAsUser.at.via).toBeUndefined();
    expect(effective.runAsNonRoot).toMatchObject({ value: true, at: { via: { kind: 'inherited', name: 'pod' } } });
    expect(effective.runAsGroup).toMatchObject({ kind: 'absent', at: { route: ['spec', 'containers', 0, 'name'] } });
  });

  it('replaces profiles whole, also by an empty one', () => {
    const pod = '  securityContext: {seccompProfile: {type: RuntimeDefault}}\n';
    expect(containerOf('', pod).effective.seccompProfile.type).toMatchObject({ value: 'RuntimeDefault' });
    expect(containerOf('securityContext: {seccompProfile: {}}', pod).effective.seccompProfile.type.kind).toBe('absent');
    expect(containerOf('securityContext: {seccompProfile: null}', pod).effective.seccompProfile.type).toMatchObject({
      value: 'RuntimeDefault',
    });
  });

  it('reads lists of capabilities as written', () => {
    const { capabilities } = containerOf(
      'securityContext:\n  capabilities:\n    add: [CAP_SYS_ADMIN, "{{ .x }}"]\n    drop:\n    - all',
    ).securityContext;
    expect(capabilities.add).toMatchObject({ open: true, items: [{ value: 'CAP_SYS_ADMIN' }, { kind: 'dynamic' }] });
    expect(capabilities.drop).toMatchObject({ open: false, items: [{ value: 'all' }] });
    expect(containerOf('securityContext: {capabilities: {drop: ALL}}').securityContext.capabilities.drop).toMatchObject({
      open: true,
      items: [],
    });
  });
});

describe('the rest of a container', () => {
  it('has its image taken apart', () => {
    expect(containerOf('').image).toMatchObject({ value: { registry: 'registry:5000', repository: 'team/app', tag: '1.2' } });
  });

  it('has variables, ports, mounts, probes and hooks', () => {
    const container = containerOf(`
env:
- {name: A, value: b}
- {name: C, valueFrom: {secretKeyRef: {name: s, key: k}}}
envFrom: [{secretRef: {name: s}}]
ports: [{containerPort: 80, hostPort: 8080}]
volumeMounts: [{name: v, mountPath: /v, readOnly: yes}]
resources: {limits: {memory: 1Gi}}
livenessProbe: {httpGet: {host: 10.0.0.1, port: 80}}
lifecycle: {preStop: {tcpSocket: {host: h, port: 1}}}
`);
    expect(container.env.items.map((v) => v.value.kind)).toEqual(['known', 'absent']);
    expect(container.env.items[1]?.secretKeyRef.string('key')).toMatchObject({ value: 'k' });
    expect(container.envFrom.items[0]?.secretRef.string('name')).toMatchObject({ value: 's' });
    expect(container.ports.items[0]).toMatchObject({
      containerPort: { value: 80 },
      hostPort: { value: 8080 },
      protocol: { kind: 'absent' },
    });
    expect(container.volumeMounts.items[0]).toMatchObject({ mountPath: { value: '/v' }, readOnly: { value: true } });
    expect(container.resources.limits.string('memory')).toMatchObject({ value: '1Gi' });
    expect(container.livenessProbe.host).toMatchObject({ value: '10.0.0.1' });
    expect(container.preStop.host).toMatchObject({ value: 'h' });
    expect(container.readinessProbe.host.kind).toBe('absent');
  });

  it('is a sidecar when it is an init container that always restarts', () => {
    const workload = workloadOf(
      'kind: Pod\nspec: {initContainers: [{name: s, image: i, restartPolicy: Always}], ephemeralContainers: [{name: e, image: i}]}\n',
    );
    expect(workload.containers.map((c) => c.role)).toEqual(['sidecar', 'ephemeral']);
  });

  it('types volumes by their source, emptyDir when there is none', () => {
    const { volumes } = workloadOf(
      'kind: Pod\nspec: {volumes: [{name: a}, {name: b, hostPath: {path: /x}}, {name: c, nfs: null}, {name: d, odd: {}}]}\n',
    );
    expect(volumes.items.map((v) => v.type)).toEqual(['emptyDir', 'hostPath', 'emptyDir', 'odd']);
    expect(volumes.items[1]?.hostPath.string('path')).toMatchObject({ value: '/x' });
  });

  it('exempts as Windows only what os.name says', () => {
    expect(workloadOf('kind: Pod\nspec: {os: {name: windows}}\n').isWindows).toBe(true);
    expect(workloadOf('kind: Pod\nspec: {nodeSelector: {kubernetes.io/os: windows}}\n').isWindows).toBe(false);
  });
});

describe('templates, aliases and merges', () => {
  it('can not say what is missing where a template may put it', () => {
    const container = containerOf('securityContext:\n  {{- toYaml .Values.securityContext | nindent 6 }}');
    expect(container.securityContext.privileged.kind).toBe('dynamic');
    expect(containerOf('{{- with .Values.x }}\n{{- toYaml . | nindent 4 }}\n{{- end }}').securityContext.privileged.kind).toBe(
      'dynamic',
    );
    expect(
      containerOf('securityContext:\n  privileged: true\n  {{- toYaml .Values.x | nindent 6 }}').securityContext,
    ).toMatchObject({
      privileged: { value: true },
      runAsNonRoot: { kind: 'dynamic' },
    });
  });

  it('follows aliases and merge keys, and says so', () => {
    const workload = workloadOf(`kind: Pod
spec:
  containers:
  - name: a
    image: i:1
    securityContext: &sc
      privileged: true
  - name: b
    image: i:1
    securityContext: *sc
  - name: c
    image: i:1
    securityContext:
      <<: *sc
      runAsUser: 1
`);
    expect(workload.containers.map((c) => c.securityContext.privileged)).toMatchObject([
      { value: true },
      { value: true, at: { via: { kind: 'alias', name: 'sc' } } },
      { value: true, at: { via: { kind: 'merge', name: 'sc' } } },
    ]);
    expect(workload.containers[0]?.securityContext.privileged.at.via).toBeUndefined();
  });
});

/** Reads every getter of a model, deep, and gives all spans. */
function spansIn(value: unknown, seen = new Set<unknown>()): { start: number; end: number }[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (Array.isArray(value)) return value.flatMap((item) => spansIn(item, seen));
  const record = value as Record<string, unknown>;
  if (typeof record.start === 'number' && typeof record.end === 'number') return [{ start: record.start, end: record.end }];
  const keys = new Set(Object.keys(record));
  for (let proto = Object.getPrototypeOf(record); proto && proto !== Object.prototype; proto = Object.getPrototypeOf(proto)) {
    for (const key of Object.getOwnPropertyNames(proto)) if (key !== 'constructor') keys.add(key);
  }
  return [...keys].flatMap((key) =>
    key === 'node' || key === 'document' || key === 'spans' || key === 'value' ? [] : spansIn(record[key], seen),
  );
}

describe('any text', () => {
  const line = fc.constantFrom(
    'apiVersion: v1',
    'kind: Pod',
    'kind: Deployment',
    'kind: List',
    'items:',
    '- kind: Pod',
    'metadata: {name: x}',
    'spec:',
    '  template:',
    '    spec:',
    '  containers:',
    '  - name: a',
    '    image: i:1',
    '    securityContext:',
    '      privileged: yes',
    '      capabilities: {drop: [ALL',
    '  volumes: &v',
    '  - hostPath: {path: /}',
    '    <<: *v',
    '{{- if .x }}',
    '  {{ toYaml .y }}',
    'spec: *v',
    '\t- x',
    '"',
    '---',
    '    env: [{name: A, value: }]',
    '  hostPID: "true"',
  );
  it('gives a model without throwing, all of it within the text', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const text = lines.join('\n');
        for (const object of objectsOf(text)) {
          for (const { start, end } of spansIn(object)) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});
