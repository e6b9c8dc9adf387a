import { describe, expect, it } from 'vitest';
import { allRules, createEngine, EMPTY_CONFIG, NEWEST_KUBERNETES, resolveSettings } from '../../../server/src/analysis/index.ts';
import type { FileAnalysis, SourceFile } from '../../../server/src/analysis/types.ts';
import type { Neighbours } from '../../../server/src/core/neighbours.ts';

const engine = createEngine(allRules);
const environment = { today: '2026-11-22', kubernetesVersion: NEWEST_KUBERNETES };

const DOCKERFILE = 'FROM debian:10\nRUN curl -k https://example.com/x | sh\nRUN apt-get install -y --force-yes telnetd\n';
const COMPOSE = [
  'services:',
  '  web:',
  '    extends: {file: base.yaml, service: base}',
  '    privileged: true',
  '    ports: ["8080:80"]',
  '    build:',
  '      context: .',
  '      dockerfile_inline: |',
  '        FROM debian:10',
  '        RUN wget --no-check-certificate https://example.com/x',
  '',
].join('\n');
const POD = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers:\n    - name: a\n      image: nginx:latest\n      securityContext: {privileged: true}\n`;
const TEMPLATE = POD('{{ .Values.name }}').replace('privileged: true', 'privileged: {{ .Values.privileged }}');

function neighboursOf(texts: Readonly<Record<string, string>>): Neighbours {
  return { read: (path) => texts[path] ?? null };
}

const files: readonly SourceFile[] = [
  { uri: 'file:///w/Dockerfile', text: DOCKERFILE, neighbours: neighboursOf({ '.dockerignore': '*.log\n' }) },
  {
    uri: 'file:///w/compose.yaml',
    text: COMPOSE,
    neighbours: neighboursOf({ 'base.yaml': 'services:\n  base:\n    image: redis\n    cap_add: [SYS_ADMIN]\n' }),
  },
  { uri: 'file:///w/pods.yaml', text: `${POD('a')}---\n${POD('b')}` },
  {
    uri: 'file:///w/chart/templates/pod.yaml',
    text: TEMPLATE,
    neighbours: neighboursOf({ '../Chart.yaml': 'apiVersion: v2\nname: c\n', '../values.yaml': 'name: x\nprivileged: true\n' }),
  },
];

function judge(file: SourceFile, previous?: FileAnalysis): FileAnalysis {
  return engine.analyze(file, resolveSettings(EMPTY_CONFIG, 'x', allRules, environment, { profile: 'all' }), previous);
}

const offersOf = ({ findings }: FileAnalysis) => findings.map((finding) => finding.fixes());

describe.each(files)('an analysis of $uri that let go of its model', (file) => {
  it('offers the fixes that it would have offered', () => {
    const expected = offersOf(judge(file));
    const analysis = judge(file);
    engine.letGo?.(analysis);
    expect(expected.flat().length).toBeGreaterThan(2);
    expect(offersOf(analysis)).toEqual(expected);
  });

  it('offers them where its parts are kept for the next text', () => {
    const expected = offersOf(judge(file));
    const analysis = judge(file);
    engine.letGo?.(analysis);
    expect(offersOf(judge(file, analysis))).toEqual(expected);
  });

  it('makes them from what its neighbours said when it was judged', () => {
    const expected = offersOf(judge(file));
    let said = true;
    const neighbours: Neighbours = { read: (path) => (said ? (file.neighbours?.read(path) ?? null) : 'nothing: that matters\n') };
    const analysis = judge({ ...file, ...(file.neighbours && { neighbours }) });
    said = false;
    engine.letGo?.(analysis);
    expect(offersOf(analysis)).toEqual(expected);
  });
});
