import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../server/src/core/finding.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { chartFolder, chartOf, ParsedFiles } from '../../../server/src/kubernetes/helm/chart.ts';
import { parsePipeline } from '../../../server/src/kubernetes/helm/pipeline.ts';
import { renderTemplate } from '../../../server/src/kubernetes/helm/render.ts';
import { engine, settingsOf } from '../../support/engine.ts';

const URI = 'file:///web/templates/deployment.yaml';
const CHART = 'apiVersion: v2\nname: web\nversion: 0.1.0\nappVersion: "1.16.1"\n';

function render(template: string, values: string, about = CHART): string {
  const files: Record<string, string> = { '../Chart.yaml': about, '../values.yaml': values };
  const chart = chartOf(URI, { read: (path) => files[path] ?? null }, new ParsedFiles());
  return (chart && renderTemplate(template, chart)?.text) ?? template;
}

describe('values of a chart in its templates', () => {
  it.each([
    ['a: {{ .Values.x }}', 'x: 1', 'a: 1'],
    ['a: {{ $.Values.x.y }}', 'x: {y: on}', 'a: on'],
    ['a: {{ .Values.x | quote }}', 'x: b', 'a: "b"'],
    ['a: {{ quote .Values.x }}', 'x: "b c"', 'a: "b c"'],
    ['a: "{{ .Values.r }}:{{ .Values.t | default .Chart.AppVersion }}"', 'r: web\nt: ""', 'a: "web:1.16.1"'],
    ['a: {{ default .Chart.Name .Values.none }}', 'x: 1', 'a: web'],
    ['a: {{ required "needed" .Values.x }}', 'x: b', 'a: b'],
    ['a: {{ toYaml .Values.x | nindent 2 }}', 'x:\n    b: 1\n    c:\n      - d\n', 'a: \n  b: 1\n  c:\n    - d'],
    ['a: {{- toYaml .Values.x | nindent 2 }}', 'x: {b: 1}', 'a: \n  {b: 1}'],
    ['{{- with .Values.x }}\na: {{ .y }}\n{{- end }}', 'x: {y: 2}', '{{- with .Values.x }}\na: 2\n{{- end }}'],
    ['{{- with .Values.x }}\na: 1\n{{- end }}\nb: 1', 'x: {}', '{{- with .Values.x }}{{- end }}\nb: 1'],
    ['{{- if .Values.x }}\na: 1\n{{- else }}\nb: 1\n{{- end }}', 'x: []', '{{- if .Values.x }}{{- else }}\nb: 1\n{{- end }}'],
  ])('%s with %s is %s', (template, values, expected) => {
    expect(render(template, values)).toBe(expected);
  });

  it.each([
    ['what is not written', 'a: {{ .Values.none }}', 'x: 1'],
    [
      'functions that need a renderer',
      'a: {{ include "x" . }}\nb: {{ tpl .Values.x . }}\nc: {{ printf "%s" .Values.x }}',
      'x: 1',
    ],
    ['the dot of a loop', '{{- range .Values.x }}\na: {{ .y }}\n{{- end }}', 'x: [{y: 1}]'],
    ['a switch that is off', '{{- if .Values.x }}\na: 1\n{{- end }}', 'x: false'],
    ['numbers that Go prints in its own way', 'a: {{ .Values.x }}\nb: {{ .Values.y }}', 'x: 1.20\ny: 1000000'],
    ['values with anchors', 'a: {{ toYaml .Values.x | nindent 2 }}', 'x:\n  b: &c 1\n  d: *c'],
    ['half-typed actions', 'a: {{ .Values.x', 'x: 1'],
    ['expressions in parentheses', 'a: {{ (.Values.x) }}', 'x: 1'],
    ['texts of several lines', 'a: {{ .Values.x }}', 'x: |\n  b\n  c\n'],
  ])('leaves alone %s', (_, template, values) => {
    expect(render(template, values)).toBe(template);
  });

  it('looks for the chart above the innermost folder of templates', () => {
    expect(chartFolder('file:///web/templates/deployment.yaml')).toBe('../');
    expect(chartFolder('file:///web/charts/db/templates/tests/pod.yaml')).toBe('../../');
    expect(chartFolder('file:///web/deployment.yaml')).toBeUndefined();
  });

  it('reads pipelines of words, and nothing more', () => {
    expect(parsePipeline('.Values.a | default "b"')).toHaveLength(2);
    expect(parsePipeline('printf "%s-%s" .a (.b)')).toBeUndefined();
    expect(parsePipeline('| quote')).toBeUndefined();
  });
});

const TEMPLATE = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "web.fullname" . }}
spec:
  template:
    spec:
      hostNetwork: {{ .Values.hostNetwork }}
      {{- with .Values.podSecurityContext }}
      securityContext:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: {{ .Chart.Name }}
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          env:
            {{- toYaml .Values.env | nindent 12 }}
`;
const VALUES = `image:
  repository: nginx
  # Overrides the tag.
  tag: ""
podSecurityContext: {}
  # fsGroup: 2000
securityContext:
  # what it may
  privileged: true
  capabilities:
    drop:
      - NET_RAW
env:
  - name: DB_PASSWORD
    value: hunter2hunter2
hostNetwork: true
`;
const SETTINGS = settingsOf();

function judge(files: ReadonlyMap<string, string>) {
  const neighbours = { read: (path: string) => files.get(new URL(path, URI).href) ?? null };
  return engine.analyze({ uri: URI, text: files.get(URI) ?? '', neighbours }, SETTINGS);
}

const FILES = new Map([
  [URI, TEMPLATE],
  ['file:///web/Chart.yaml', CHART],
  ['file:///web/values.yaml', VALUES],
]);

describe('a template judged with its values', () => {
  const analysis = judge(FILES);

  it('reports at the action, with the value as related information', () => {
    const finding = analysis.findings.find((f) => f.rule === 'kubernetes/privileged-container');
    expect(TEMPLATE.slice(finding?.at.span.start, finding?.at.span.end)).toBe(
      '{{- toYaml .Values.securityContext | nindent 12 }}',
    );
    const [related] = finding?.related ?? [];
    expect(related?.at.uri).toBe('file:///web/values.yaml');
    expect(VALUES.slice(related?.at.span.start, related?.at.span.end)).toBe('true');
  });

  it('names the files that it depends on', () => {
    expect([...(analysis.reads?.keys() ?? [])]).toContain('file:///web/values.yaml');
  });

  const fixable = analysis.findings.flatMap((finding) =>
    finding.fixes().flatMap((offer) => (isRefusal(offer) ? [] : [{ rule: finding.rule, finding, offer }])),
  );

  it('fixes most of it', () => {
    const [inChart, here] = [fixable.filter(({ offer }) => offer.elsewhere), fixable.filter(({ offer }) => !offer.elsewhere)];
    expect(inChart.length).toBeGreaterThan(4);
    expect(here.length).toBeGreaterThan(0);
  });

  it.each(fixable)('removes $rule by "$offer.title", where its value is written', ({ rule, finding, offer }) => {
    const after = new Map(FILES);
    for (const [uri, edits] of [[URI, offer.edits] as const, ...(offer.elsewhere ?? [])]) {
      after.set(uri, applyEdits(after.get(uri) ?? '', edits));
    }
    expect(after.get('file:///web/values.yaml')).toContain('# what it may');
    const left = judge(after).findings.filter((f) => f.rule === rule && f.fingerprint === finding.fingerprint);
    expect(left).toEqual([]);
    expect(judge(after).problems).toEqual([]);
  });

  it('adds lines behind a value on one line to the template, whose mapping they belong to', () => {
    const plain = `kind: Pod
apiVersion: v1
metadata: { name: web }
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.27
      securityContext:
        privileged: {{ .Values.privileged }}
`;
    const values = 'privileged: false\n';
    const files = new Map([...FILES, [URI, plain], ['file:///web/values.yaml', values]]);
    const finding = judge(files).findings.find(({ rule }) => rule === 'kubernetes/allow-privilege-escalation');
    const [offer] = finding?.fixes() ?? [];
    if (!offer || isRefusal(offer)) throw new Error('there is no fix');
    expect(offer.elsewhere).toBeUndefined();
    expect(applyEdits(plain, offer.edits)).toBe(`${plain}        allowPrivilegeEscalation: false\n`);
  });

  it('keeps what it knew as long as the values stay', () => {
    const neighbours = { read: (path: string) => FILES.get(new URL(path, URI).href) ?? null };
    const again = engine.analyze({ uri: URI, text: `${TEMPLATE}# end\n`, neighbours }, SETTINGS, analysis);
    expect(again.findings.map((f) => f.fingerprint)).toEqual(analysis.findings.map((f) => f.fingerprint));
    const harmless = new Map(FILES).set('file:///web/values.yaml', VALUES.replace('privileged: true', 'privileged: false'));
    expect(judge(harmless).findings.map((f) => f.rule)).not.toContain('kubernetes/privileged-container');
  });
});

describe('a kustomize patch', () => {
  const PATCH =
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostPID: true\n  containers:\n    - name: web\n      image: web:1\n';
  const rulesWith = (kustomization: string, at = 'kustomization.yaml') =>
    engine
      .analyze(
        { uri: 'file:///app/patch.yaml', text: PATCH, neighbours: { read: (path) => (path === at ? kustomization : null) } },
        SETTINGS,
      )
      .findings.map((f) => f.rule);

  it('lacks nothing, but what is in it counts', () => {
    const complete = rulesWith('resources:\n  - patch.yaml\n');
    expect(complete).toContain('kubernetes/capabilities-drop-all');
    for (const patches of [
      'patches:\n  - path: ./patch.yaml\n',
      'patchesStrategicMerge:\n  - patch.yaml\n',
      'patchesJson6902:\n  - target: {kind: Pod}\n    path: patch.yaml\n',
    ]) {
      const partial = rulesWith(patches);
      expect(partial).toContain('kubernetes/host-namespace');
      expect(partial).not.toContain('kubernetes/capabilities-drop-all');
    }
  });

  it('may be named from the folder above', () => {
    expect(rulesWith('patches:\n  - path: app/patch.yaml\n', '../kustomization.yaml')).not.toContain(
      'kubernetes/capabilities-drop-all',
    );
    expect(rulesWith('patches:\n  - path: other/patch.yaml\n', '../kustomization.yaml')).toContain(
      'kubernetes/capabilities-drop-all',
    );
  });
});
