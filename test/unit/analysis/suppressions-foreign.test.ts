import { describe, expect, it } from 'vitest';
import { silencing } from './toy.ts';

const lines = (...all: string[]) => `${all.join('\n')}\n`;

type Row = [form: string, text: string, silenced: string[]];

/** One stage with a USER on line 3 and a RUN on line 4 below the comment, and a second stage with a RUN on line 6. */
const below = (comment: string) => lines('FROM a', comment, 'USER b', 'RUN c', 'FROM d', 'RUN e');
/** The comment above the first FROM: RUN on line 3, a second stage with a RUN on line 5. */
const above = (comment: string) => lines(comment, 'FROM a', 'RUN b', 'FROM c', 'RUN d');

describe('comments of other tools in a Dockerfile', () => {
  it.each<Row>([
    ['hadolint, next instruction', below('# hadolint ignore=DL3002'), ['user:3']],
    ['hadolint, blanks around the sign', below('#hadolint  ignore = DL3002 , DL3008'), ['user:3']],
    ['hadolint, another check', below('# hadolint ignore=DL3008'), []],
    ['hadolint, a comment behind it', below('# hadolint ignore=DL3002 # why'), ['user:3']],
    ['hadolint, one odd character voids it', below('# hadolint ignore=DL3002,x1'), []],
    ['hadolint, inside a continued RUN', lines('FROM a', 'RUN b \\', '# hadolint ignore=DL3008', ' c'), ['run:2']],
    ['hadolint, a stage', above('# hadolint stage ignore=DL3008'), ['run:3']],
    ['hadolint, a stage needs its FROM', below('# hadolint stage ignore=DL3008'), []],
    ['hadolint, global', below('# hadolint global ignore=DL3008'), ['run:4', 'run:6']],
    ['hadolint, a check of ours that is only related', lines('FROM a', '# hadolint ignore=DL9999', 'WORKDIR b'), []],
    ['BuildKit, next instruction', below('# check=skip=UserCheck'), ['user:3']],
    ['BuildKit, several', lines('FROM a', '# check=skip=UserCheck,RunCheck', 'RUN b'), ['run:3']],
    ['BuildKit, with other options', below('# check=error=true;skip=UserCheck'), ['user:3']],
    ['BuildKit, all its checks', below('# check=skip=all'), ['user:3']],
    ['BuildKit, first lines: the file', above('# check=skip=RunCheck'), ['run:3', 'run:5']],
    [
      'BuildKit, first lines: all its checks',
      lines('# syntax=docker/dockerfile:1', '# check=skip=all;error=true // why', 'FROM a', 'RUN b'),
      ['run:4'],
    ],
    ['Trivy, next instruction', below('# trivy:ignore:DS-0002'), ['user:3']],
    ['Trivy, its old prefix', below('#tfsec:ignore:DS-0002'), ['user:3']],
    ['Trivy, the id of old', below('# trivy:ignore:AVD-DS-0002'), ['user:3']],
    ['Trivy, the short id', below('# trivy:ignore:DS002'), ['user:3']],
    ['Trivy, a long id', lines('FROM a', '# trivy:ignore:long-run-id', 'RUN b'), ['run:3']],
    [
      'Trivy, several on a line, with words behind',
      lines('FROM a', '# trivy:ignore:DS-0002 trivy:ignore:DS-0013 why', 'RUN b'),
      ['run:3'],
    ],
    ['Trivy, all its checks', below('# trivy:ignore:*'), ['user:3']],
    ['Trivy, until a day that has come', below('# trivy:ignore:DS-0002:exp:2026-11-20'), []],
    ['Trivy, until a day that is to come', below('# trivy:ignore:DS-0002:exp:2026-11-22'), ['user:3']],
    ['Trivy, another check', below('# trivy:ignore:DS-0013'), []],
    ['Checkov, the file', below('# checkov:skip=CKV_DOCKER_9: because'), ['run:4', 'run:6']],
    ['Checkov, several', below('#checkov:skip=CKV_DOCKER_9,CKV_DOCKER_8'), ['run:4', 'run:6', 'user:3']],
    ['Checkov, by its old name', below('# bridgecrew:skip= CKV_DOCKER_8'), ['user:3']],
    ['KICS, next line', lines('FROM a', '# kics-scan ignore-line', 'RUN b', 'RUN c'), ['run:3']],
    ['KICS, next line, one check', lines('FROM a', '# kics-scan ignore-line=bbbb-2', 'RUN b'), ['run:3']],
    ['KICS, next line, another check', lines('FROM a', '# kics-scan ignore-line=aaaa-1', 'RUN b'), []],
    ['KICS, a stage', above('# kics-scan ignore-block'), ['from:2', 'run:3']],
    ['KICS, the file', above('# kics-scan ignore'), ['from:2', 'from:4', 'run:3', 'run:5']],
    ['KICS, the file, one check', above('# kics-scan disable=bbbb-2'), ['run:3', 'run:5']],
    ['KICS, disable needs a check', above('# kics-scan disable'), []],
    ['Semgrep, next line', below('# nosemgrep: user-check'), ['user:3']],
    ['Semgrep, with the folders of the check', below('# nosem: rules.dockerfile.user-check'), ['user:3']],
    ['Semgrep, all its checks', below('# nosemgrep'), ['user:3']],
    ['not in a heredoc', lines('FROM a', 'RUN <<EOF', '# hadolint ignore=DL3008', '# checkov:skip=CKV_DOCKER_9', 'EOF'), []],
    ['not behind an instruction', lines('FROM a', 'RUN b # nosemgrep'), []],
  ])('%s', (_, text, silenced) => {
    expect(silencing('Dockerfile', text).silenced).toEqual(silenced);
  });

  it('are told with their tool and reason', () => {
    expect(silencing('Dockerfile', below('# checkov:skip=CKV_DOCKER_8:legacy image ')).by).toMatchObject([
      { source: 'checkov', reason: 'legacy image' },
    ]);
  });

  it('are never called unused', () => {
    expect(silencing('Dockerfile', below('# hadolint ignore=DL9998')).unused).toEqual([]);
  });
});

/** `privileged` on line 4 of the service `web`, and on line 6 of the service `db`. */
const compose = (own = '    # x', trailing = '', head = '') =>
  `${head}${lines('services:', '  web:', own, `    privileged: true${trailing}`, '  db:', '    privileged: true')}`;

describe('comments of other tools in a Compose file', () => {
  it.each<Row>([
    ['dclint, the line', compose('    # x', ' # dclint disable-line no-privileged'), ['privileged:4']],
    ['dclint, the line, all its checks', compose('    # x', ' # dclint disable-line'), ['privileged:4']],
    ['dclint, the file', compose('    # x', '', '# dclint disable-file no-privileged\n'), ['privileged:5', 'privileged:7']],
    [
      'dclint, the file, short',
      compose('    # x', '', '# dclint disable no-privileged, service-check\n'),
      ['privileged:5', 'privileged:7', 'service:3', 'service:6'],
    ],
    ['KICS, next line', compose('    # kics-scan ignore-line'), ['privileged:4']],
    ['KICS, next block', compose('    # x', '').replace('  db:', '  # kics-scan ignore-block\n  db:'), ['privileged:7']],
    ['KICS, the file', compose('    # x', '', '# kics-scan disable=cccc-3\n'), ['privileged:5', 'privileged:7']],
    ['Semgrep, the line before', compose('    # nosemgrep: privileged-service'), ['privileged:4']],
    ['Semgrep, the line', compose('    # x', ' # nosemgrep'), ['privileged:4']],
    ['Trivy, next line', compose('    # trivy:ignore:DC-0001'), ['privileged:4']],
    ['Checkov, the file', compose('    # checkov:skip=CKV_C_1:why'), ['privileged:4', 'privileged:6']],
    ['another check', compose('    # nosemgrep: other'), []],
  ])('%s', (_, text, silenced) => {
    expect(silencing('compose.yaml', text).silenced).toEqual(silenced);
  });
});

function deployment(objectAnnotations: string[] = [], podAnnotations: string[] = [], comment = '          # x'): string {
  const annotations = (indent: string, list: string[]) =>
    list.length > 0 ? [`${indent}annotations:`, ...list.map((a) => `${indent}  ${a}`)] : [];
  return lines(
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    '  name: a',
    ...annotations('  ', objectAnnotations),
    'spec:',
    '  template:',
    '    metadata:',
    '      labels: {a: b}',
    ...annotations('      ', podAnnotations),
    '    spec:',
    '      containers:',
    '        - name: c',
    comment,
    '          securityContext: {privileged: true}',
  );
}

/** Both findings of the deployment, or those of one rule. */
const both = ['container', 'privileged'];

describe('annotations and comments of other tools in a manifest', () => {
  it.each<[string, string, string[]]>([
    ['kube-linter, a check', deployment(['ignore-check.kube-linter.io/privileged-container: "why"']), ['privileged']],
    ['kube-linter, a check without a reason', deployment(['ignore-check.kube-linter.io/run-as-non-root: ""']), ['container']],
    ['kube-linter, all its checks', deployment(['kube-linter.io/ignore-all: "why"']), both],
    ['kube-linter, another check', deployment(['ignore-check.kube-linter.io/other: "why"']), []],
    ['Checkov', deployment(['checkov.io/skip1: CKV_K8S_16=why = so']), ['privileged']],
    ['Checkov, without a reason', deployment(['checkov.io/skip2: CKV_K8S_16']), ['privileged']],
    ['Checkov, by its old name', deployment(['bridgecrew.io/skip: CKV_K8S_16']), ['privileged']],
    ['Checkov, without a check', deployment(['checkov.io/skip1: ""']), []],
    ['kube-score', deployment(['kube-score/ignore: container-check, container-security-context-privileged']), both],
    ['kube-score, at the pod template', deployment([], ['kube-score/ignore: container-check']), ['container']],
    ['Polaris, all its checks', deployment(['polaris.fairwinds.com/exempt: "true"']), both],
    ['Polaris, a check', deployment(['polaris.fairwinds.com/runAsPrivileged-exempt: "True"']), ['privileged']],
    ['Polaris, not true', deployment(['polaris.fairwinds.com/exempt: "false"']), []],
    ['Trivy, a comment', deployment([], [], '          # trivy:ignore:KSV017'), ['privileged']],
    ['KICS, a comment', deployment([], [], '          # kics-scan ignore-line'), ['privileged']],
    [
      'Semgrep, a comment',
      deployment([], [], '          # nosemgrep: yaml.kubernetes.security.privileged-container'),
      ['privileged'],
    ],
    ['Checkov, a comment', deployment([], [], '          # checkov:skip=CKV_K8S_16'), ['privileged']],
  ])('%s', (_, text, silenced) => {
    expect(silencing('deployment.yaml', text).silenced.map((s) => s.replace(/:.*/, ''))).toEqual(silenced);
  });

  it('hold for their own object of a file', () => {
    const text = `${deployment(['ignore-check.kube-linter.io/privileged-container: "why"'])}---\n${deployment()}`;
    expect(silencing('a.yaml', text)).toMatchObject({
      silenced: ['privileged:15'],
      kept: ['container:13', 'container:27', 'privileged:29'],
    });
  });

  it('hold for their own object of a list', () => {
    const item = (annotation: string) =>
      lines(
        '  - apiVersion: v1',
        '    kind: Pod',
        '    metadata:',
        '      name: a',
        `      annotations: {${annotation}}`,
        '    spec:',
        '      containers:',
        '        - {name: c, securityContext: {privileged: true}}',
      );
    const text = `apiVersion: v1\nkind: List\nitems:\n${item('polaris.fairwinds.com/exempt: "true"')}${item('a: b')}`;
    expect(silencing('a.yaml', text).silenced).toEqual(['container:11', 'privileged:11']);
  });

  it('hold in JSON', () => {
    const text = JSON.stringify(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'a', annotations: { 'checkov.io/skip1': 'CKV_K8S_16=why' } },
        spec: { containers: [{ name: 'c', securityContext: { privileged: true } }] },
      },
      null,
      1,
    );
    const { silenced, by } = silencing('a.json', text);
    expect(silenced).toHaveLength(1);
    expect(by).toMatchObject([{ source: 'checkov', reason: 'why' }]);
  });

  it('tell where they stand', () => {
    const text = deployment(['kube-linter.io/ignore-all: "why"']);
    const [by] = silencing('a.yaml', text).by;
    expect(text.slice(by?.span.start, by?.span.end)).toBe('kube-linter.io/ignore-all: "why"');
    expect(by).toMatchObject({ source: 'kube-linter', reason: 'why' });
  });
});
