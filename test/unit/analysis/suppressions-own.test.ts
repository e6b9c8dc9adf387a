import { describe, expect, it } from 'vitest';
import { EMPTY_CONFIG, resolveSettings } from '../../../server/src/analysis/index.ts';
import { isRefusal } from '../../../server/src/core/finding.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { judge, settingsFor, silencing, TOY_RULES } from './toy.ts';

const lines = (...all: string[]) => `${all.join('\n')}\n`;

describe('our comments in a Dockerfile', () => {
  it.each<[string, string, string[]]>([
    ['above an instruction', lines('FROM a', '# seaworthy-ignore dockerfile/run', 'RUN x', 'RUN y'), ['run:3']],
    [
      'above an instruction, blank lines and comments between',
      lines('FROM a', '# seaworthy-ignore dockerfile/run', '', '# why', 'RUN x'),
      ['run:5'],
    ],
    ['indented, without a blank behind the #', lines('FROM a', '  #seaworthy-ignore dockerfile/run', 'RUN x'), ['run:3']],
    ['inside a continued RUN', lines('FROM a', 'RUN x \\', '  # seaworthy-ignore dockerfile/run', '  && y', 'RUN z'), ['run:2']],
    [
      'above a FROM, for its stage',
      lines('# seaworthy-ignore dockerfile/run', 'FROM a', 'RUN x', 'RUN y', 'FROM b', 'RUN z'),
      ['run:3', 'run:4'],
    ],
    ['above a FROM, for the image', lines('# seaworthy-ignore dockerfile/from', 'FROM a', 'FROM b'), ['from:2']],
    ['above a second FROM', lines('FROM a', 'RUN x', '# seaworthy-ignore dockerfile/run', 'FROM b', 'RUN z'), ['run:5']],
    [
      'for the file, at its head',
      lines('# seaworthy-ignore-file dockerfile/run', 'FROM a', 'RUN x', 'FROM b', 'RUN z'),
      ['run:3', 'run:5'],
    ],
    ['for the file, at its end', lines('FROM a', 'RUN x', '# seaworthy-ignore-file dockerfile/run'), ['run:2']],
    [
      'behind parser directives',
      lines('# syntax=docker/dockerfile:1', '# seaworthy-ignore-file dockerfile/run', 'FROM a', 'RUN x'),
      ['run:4'],
    ],
    [
      'several rules',
      lines('FROM a', '# seaworthy-ignore-file dockerfile/run, dockerfile/user', 'USER x', 'RUN y'),
      ['run:4', 'user:3'],
    ],
    [
      'several rules without commas',
      lines('# seaworthy-ignore-file dockerfile/run dockerfile/user', 'FROM a', 'USER x', 'RUN y'),
      ['run:4', 'user:3'],
    ],
    ['all rules', lines('FROM a', '# seaworthy-ignore', 'RUN x', 'RUN y'), ['run:3']],
    ['all rules, with a reason', lines('FROM a', '# seaworthy-ignore -- because', 'RUN x'), ['run:3']],
    ['a glob', lines('# seaworthy-ignore-file dockerfile/[ru]*', 'FROM a', 'USER x', 'RUN y'), ['run:4', 'user:3']],
    ['a glob of a family', lines('# seaworthy-ignore-file dockerfile/*', 'FROM a', 'RUN y'), ['from:2', 'run:3']],
    ['a former id', lines('FROM a', '# seaworthy-ignore dockerfile/old-run', 'RUN x'), ['run:3']],
    [
      'stacked comments',
      lines('FROM a', '# seaworthy-ignore dockerfile/run', '# seaworthy-ignore dockerfile/user', 'RUN x'),
      ['run:4'],
    ],
    ['with CRLF', 'FROM a\r\n# seaworthy-ignore dockerfile/run\r\nRUN x\r\n', ['run:3']],
    ['behind a byte order mark', `\uFEFF${lines('# seaworthy-ignore-file dockerfile/run', 'FROM a', 'RUN x')}`, ['run:3']],
    ['not another rule', lines('FROM a', '# seaworthy-ignore dockerfile/user', 'RUN x'), []],
    ['not an instruction above it', lines('FROM a', 'RUN x', '# seaworthy-ignore dockerfile/run', 'USER x'), []],
    ['not at the end of the file', lines('FROM a', 'RUN x', '# seaworthy-ignore dockerfile/run'), []],
    ['not in a heredoc', lines('FROM a', 'RUN <<EOF', '# seaworthy-ignore dockerfile/run', 'EOF'), []],
    ['not at the end of an instruction', lines('FROM a', 'RUN x # seaworthy-ignore dockerfile/run'), []],
    ['not a longer word', lines('FROM a', '# seaworthy-ignored dockerfile/run', 'RUN x'), []],
    ['not within a sentence', lines('FROM a', '# see seaworthy-ignore dockerfile/run', 'RUN x'), []],
    ['not a rule that only begins alike', lines('FROM a', '# seaworthy-ignore dockerfile/ru', 'RUN x'), []],
  ])('%s', (_, text, silenced) => {
    expect(silencing('Dockerfile', text).silenced).toEqual(silenced);
  });
});

describe('our comments in YAML', () => {
  const web = (...body: string[]) =>
    lines('services:', '  web:', ...body.map((l) => `    ${l}`), '  db:', '    privileged: true');
  it.each<[string, string, string, string[]]>([
    ['above a key', 'compose.yaml', web('# seaworthy-ignore compose/privileged', 'privileged: true'), ['privileged:4']],
    ['at the end of a line', 'compose.yaml', web('privileged: true # seaworthy-ignore compose/privileged'), ['privileged:3']],
    [
      'above a service, for all below',
      'compose.yaml',
      lines('services:', '  # seaworthy-ignore compose/*', '  web:', '    privileged: true', '  db: {}'),
      ['privileged:4', 'service:3'],
    ],
    [
      'at the end of a service name',
      'compose.yaml',
      lines('services:', '  web: # seaworthy-ignore compose/*', '    privileged: true', '  db: {}'),
      ['privileged:3', 'service:2'],
    ],
    [
      'above the first key, for the document',
      'compose.yaml',
      lines('# seaworthy-ignore compose/privileged', ...web('privileged: true').trimEnd().split('\n')),
      ['privileged:4', 'privileged:6'],
    ],
    [
      'at the end of the first line, for its node',
      'compose.yaml',
      lines('services: # seaworthy-ignore compose/privileged', '  web:', '    privileged: true'),
      ['privileged:3'],
    ],
    [
      'for the file, anywhere',
      'compose.yaml',
      web('privileged: true', '# seaworthy-ignore-file compose/privileged'),
      ['privileged:3', 'privileged:6'],
    ],
    [
      'inside a flow collection, at a line of its own',
      'compose.yaml',
      lines('services:', '  web: {', '    # seaworthy-ignore compose/privileged', '    privileged: true', '  }'),
      ['privileged:4'],
    ],
    [
      'inside a flow collection, at the end of a line',
      'compose.yaml',
      lines('services:', '  web: {', '    privileged: true # seaworthy-ignore compose/privileged', '  }'),
      ['privileged:3'],
    ],
    [
      'with CRLF',
      'compose.yaml',
      web('# seaworthy-ignore compose/privileged', 'privileged: true').replaceAll('\n', '\r\n'),
      ['privileged:4'],
    ],
    [
      'not in a block scalar',
      'compose.yaml',
      web('command: |', '  # seaworthy-ignore compose/privileged', 'privileged: true'),
      [],
    ],
    ['not in a string', 'compose.yaml', web('command: "# seaworthy-ignore compose/privileged"', 'privileged: true'), []],
    ['not for the next service', 'compose.yaml', web('# seaworthy-ignore compose/privileged', 'image: a'), []],
    [
      'not without a blank before the #',
      'compose.yaml',
      web('image: a# seaworthy-ignore compose/privileged', 'privileged: true'),
      [],
    ],
  ])('%s', (_, name, text, silenced) => {
    expect(silencing(name, text).silenced).toEqual(silenced);
  });

  const pod = (name: string, head: string[] = []) =>
    lines(
      ...head,
      'apiVersion: v1',
      'kind: Pod',
      'metadata:',
      `  name: ${name}`,
      'spec:',
      '  containers:',
      '    - name: a',
      '      securityContext:',
      '        privileged: true',
      '    - name: b',
      '      securityContext: {privileged: true}',
    );

  it.each<[string, string, string[]]>([
    [
      'above a list item',
      pod('p').replace('    - name: b', '    # seaworthy-ignore kubernetes/*\n    - name: b'),
      ['container:11', 'privileged:12'],
    ],
    [
      'at the end of a list item',
      pod('p').replace('- name: b', '- name: b # seaworthy-ignore kubernetes/*'),
      ['container:10', 'privileged:11'],
    ],
    [
      'at the head of a document, for that one',
      `${pod('p', ['# seaworthy-ignore kubernetes/privileged'])}---\n${pod('q')}`,
      ['privileged:10', 'privileged:12'],
    ],
    [
      'behind the marker of a document',
      `${pod('p')}---\n${pod('q', ['# seaworthy-ignore kubernetes/privileged'])}`,
      ['privileged:22', 'privileged:24'],
    ],
    [
      'for the file, in any document',
      `${pod('p')}---\n${pod('q', ['# seaworthy-ignore-file kubernetes/privileged'])}`,
      ['privileged:11', 'privileged:22', 'privileged:24', 'privileged:9'],
    ],
    ['not for the next document, at the end of one', `${pod('p')}# seaworthy-ignore kubernetes/privileged\n---\n${pod('q')}`, []],
  ])('%s (Kubernetes)', (_, text, silenced) => {
    expect(silencing('pod.yaml', text).silenced).toEqual(silenced);
  });
});

describe('what an ignore comment tells', () => {
  it.each<[string, string, string | undefined]>([
    ['a reason', '-- needs it', 'needs it'],
    ['a reason with dashes', '-- a -- b--c', 'a -- b--c'],
    ['an empty reason', '--', undefined],
    ['no reason', '', undefined],
    ['a word that holds two dashes', '--x', undefined],
  ])('%s', (_, rest, reason) => {
    const [by] = silencing('Dockerfile', lines('FROM a', `# seaworthy-ignore dockerfile/run ${rest}`, 'RUN x')).by;
    expect(by).toMatchObject({ source: 'seaworthy' });
    expect(by?.reason).toBe(reason);
  });

  it('where it stands', () => {
    const text = lines('FROM a', 'USER b', '# seaworthy-ignore dockerfile/run -- x', 'RUN y');
    const [by] = silencing('Dockerfile', text).by;
    expect(text.slice(by?.span.start, by?.span.end)).toBe('# seaworthy-ignore dockerfile/run -- x');
  });

  it('nothing when comments do not count', () => {
    const { silenced, kept, unused } = silencing(
      'Dockerfile',
      lines('# seaworthy-ignore-file', 'FROM a', 'RUN x'),
      settingsFor(TOY_RULES, false),
    );
    expect([silenced, kept, unused]).toEqual([[], ['from:2', 'run:3'], []]);
  });
});

describe('a comment that silences nothing', () => {
  const D = 'Dockerfile';
  const C = 'compose.yaml';
  it.each<[string, string, string, string, string | undefined]>([
    [
      'is removed with its line',
      D,
      lines('FROM a', '# seaworthy-ignore dockerfile/run', 'USER x'),
      'This comment ignores `dockerfile/run`, which finds nothing here.',
      lines('FROM a', 'USER x'),
    ],
    [
      'is removed with its line, CRLF',
      D,
      'FROM a\r\n# seaworthy-ignore dockerfile/run\r\nUSER x\r\n',
      'ignores `dockerfile/run`',
      'FROM a\r\nUSER x\r\n',
    ],
    ['is removed at the end of the file', D, 'FROM a\n# seaworthy-ignore dockerfile/run', 'ignores `dockerfile/run`', 'FROM a\n'],
    [
      'is removed from a continued RUN',
      D,
      lines('FROM a', 'RUN x \\', '    # seaworthy-ignore dockerfile/user', '    && y'),
      'dockerfile/user',
      lines('FROM a', 'RUN x \\', '    && y'),
    ],
    [
      'is removed from the end of a line',
      C,
      lines('services:', '  web:', '    image: a   # seaworthy-ignore compose/privileged -- x'),
      'compose/privileged',
      lines('services:', '  web:', '    image: a'),
    ],
    [
      'loses one rule',
      D,
      lines('FROM a', '# seaworthy-ignore dockerfile/user, dockerfile/run -- x', 'RUN y'),
      'dockerfile/user',
      lines('FROM a', '# seaworthy-ignore dockerfile/run -- x', 'RUN y'),
    ],
    [
      'loses the last rule',
      D,
      lines('FROM a', '# seaworthy-ignore dockerfile/run, dockerfile/user -- x', 'RUN y'),
      'dockerfile/user',
      lines('FROM a', '# seaworthy-ignore dockerfile/run -- x', 'RUN y'),
    ],
    [
      'names no rule',
      D,
      lines('FROM a', '# seaworthy-ignore dockerfile/rum', 'RUN y'),
      'There is no rule `dockerfile/rum` to ignore.',
      lines('FROM a', 'RUN y'),
    ],
    ['is a glob', D, lines('FROM a', '# seaworthy-ignore compose/*', 'RUN y'), 'ignores `compose/*`', lines('FROM a', 'RUN y')],
    [
      'is a glob of nothing',
      D,
      lines('FROM a', '# seaworthy-ignore nothing/*', 'RUN y'),
      'ignores `nothing/*`',
      lines('FROM a', 'RUN y'),
    ],
    ['names all rules', D, lines('FROM a', '# seaworthy-ignore', 'LABEL a=b'), 'ignores `*`', lines('FROM a', 'LABEL a=b')],
    [
      'is for the file',
      D,
      lines('# seaworthy-ignore-file dockerfile/run', 'FROM a'),
      'ignores `dockerfile/run`',
      lines('FROM a'),
    ],
  ])('%s', (_, name, text, message, fixed) => {
    const { unused } = silencing(name, text);
    expect(unused.map((f) => f.message).join('\n')).toContain(message);
    expect(unused).toHaveLength(1);
    const [offer] = unused[0]?.fixes() ?? [];
    expect(offer && !isRefusal(offer) ? [offer.safety, applyEdits(text, offer.edits)] : offer).toEqual(['safe', fixed]);
  });

  it('is told at the rule that it names', () => {
    const text = lines('FROM a', '# seaworthy-ignore dockerfile/run,dockerfile/user', 'RUN y');
    expect(silencing(D, text).unused.map((f) => text.slice(f.at.span.start, f.at.span.end))).toEqual(['dockerfile/user']);
  });

  it.each([
    ['of a rule that is off', '# seaworthy-ignore dockerfile/user'],
    ['of a glob of rules that are off', '# seaworthy-ignore dockerfile/us*'],
  ])('is not counted when it is %s', (_, comment) => {
    const config = { ...EMPTY_CONFIG, rules: { 'dockerfile/user': 'off' as const } };
    const environment = { today: '2026-11-21', kubernetesVersion: [1, 34] as const };
    const settings = resolveSettings(config, 'Dockerfile', TOY_RULES, environment, {});
    expect(silencing(D, lines('FROM a', comment, 'USER x'), settings).unused).toEqual([]);
  });

  it('can be silenced itself', () => {
    const text = lines(
      '# seaworthy-ignore-file seaworthy/unused-suppression -- we move',
      'FROM a',
      '# seaworthy-ignore dockerfile/run',
      'USER x',
    );
    expect(silencing(D, text).unused).toEqual([]);
  });

  it('is not counted when another comment silences the same', () => {
    const text = lines('# seaworthy-ignore-file dockerfile/run', 'FROM a', '# seaworthy-ignore dockerfile/run', 'RUN x');
    expect(silencing(D, text).unused).toEqual([]);
  });
});

describe('our annotation on Kubernetes objects', () => {
  const annotated = (value: string, ...others: string[]) =>
    lines(
      'apiVersion: v1',
      'kind: Pod',
      'metadata:',
      '  name: a',
      '  annotations:',
      ...others.map((other) => `    ${other}`),
      `    seaworthy.dev/ignore: ${value}`,
      'spec:',
      '  containers:',
      '    - name: web',
      '      securityContext: { privileged: true }',
    );
  const analyze = (text: string, settings = settingsFor(TOY_RULES)) => judge('pod.yaml', text, settings);
  const silenced = (text: string) =>
    analyze(text)
      .suppressed.filter(({ finding }) => finding.rule === 'kubernetes/privileged')
      .map(({ finding, by }) => [finding.rule, by.kind, by.source, by.reason]);

  it.each([
    ['a rule and a reason', '"kubernetes/privileged -- it drives the device"', 'it drives the device'],
    ['in single quotes', "'kubernetes/privileged -- why'", 'why'],
    ['without quotes', 'kubernetes/privileged -- why', 'why'],
    ['folded', '>-\n      kubernetes/privileged --\n      why', 'why'],
    ['a list and a glob', '"kubernetes/privileged, kubernetes/con* -- why"', 'why'],
    ['no reason', '"kubernetes/privileged"', undefined],
    ['everything', '"-- why"', 'why'],
  ])('silences what it names: %s', (_, value, reason) => {
    expect(silenced(annotated(value))).toContainEqual(['kubernetes/privileged', 'annotation', 'seaworthy', reason]);
  });

  it('holds for its object, and on a pod template for that template', () => {
    const pod = (name: string, annotations = '') =>
      lines(
        'apiVersion: v1',
        'kind: Pod',
        `metadata: { name: ${name}${annotations} }`,
        'spec:',
        '  containers:',
        '    - name: web',
        '      securityContext: { privileged: true }',
      );
    const two = `${pod('a', ', annotations: { seaworthy.dev/ignore: kubernetes/privileged }')}---\n${pod('b')}`;
    expect([silenced(two).length, analyze(two).findings.filter(({ rule }) => rule === 'kubernetes/privileged').length]).toEqual([
      1, 1,
    ]);
    const template = lines(
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata: { name: a }',
      'spec:',
      '  template:',
      '    metadata:',
      '      annotations: { seaworthy.dev/ignore: kubernetes/privileged }',
      '    spec:',
      '      containers:',
      '        - name: web',
      '          securityContext: { privileged: true }',
    );
    expect(silenced(template)).toHaveLength(1);
  });

  it('counts only where it is written, not through an alias', () => {
    const anchored = annotated('kubernetes/privileged').replace('  annotations:', '  annotations: &ours');
    expect(silenced(anchored)).toHaveLength(1);
    const aliased = lines('x: &ours { seaworthy.dev/ignore: kubernetes/privileged }', ...annotated('no').split('\n')).replace(
      /annotations:\n.*ignore: no/,
      'annotations: *ours',
    );
    expect(silenced(aliased)).toEqual([]);
  });

  const unusedFix = (text: string, settings = settingsFor(TOY_RULES)) => {
    const [finding] = analyze(text, settings).findings.filter(({ rule }) => rule === 'seaworthy/unused-suppression');
    if (!finding) throw new Error('nothing is told of the annotation');
    const [offer] = finding.fixes();
    return { finding, after: offer && !isRefusal(offer) ? applyEdits(text, offer.edits) : undefined };
  };

  it('that silences nothing is told, and removed with what only leads to it', () => {
    const other = annotated('"compose/service -- why"', 'a: b');
    const { finding, after } = unusedFix(other);
    expect(finding.message).toBe('This annotation ignores `compose/service`, which finds nothing in its object.');
    expect(other.slice(finding.at.span.start, finding.at.span.end)).toBe('compose/service');
    expect(after).toBe(other.replace(/ {4}seaworthy.*\n/, ''));
    const only = annotated('compose/service');
    expect(unusedFix(only).after).toBe(only.replace(/ {2}annotations:\n {4}seaworthy.*\n/, ''));
    expect(unusedFix(annotated('"kubernetes/privileged, compose/service -- why"')).after).toContain(
      'ignore: "kubernetes/privileged -- why"',
    );
    const flow = only.replace(/annotations:\n *(.*)/, 'annotations: { $1 }');
    expect(unusedFix(flow).after).toContain('  annotations: {  }\n');
    for (const shared of ['{ a: b, $1 }', '{ $1, a: b }'])
      expect(unusedFix(only.replace(/annotations:\n *(.*)/, `annotations: ${shared}`)).after).toContain(
        'annotations: { a: b }\n',
      );
  });

  it('needs a reason where the config asks for one, inside the quotes', () => {
    const settings = { ...settingsFor(TOY_RULES), allowInlineIgnore: 'with-reason' as const };
    const text = annotated('"kubernetes/privileged"');
    expect(analyze(text, settings).suppressed).toEqual([]);
    expect(unusedFix(text, settings).after).toContain('ignore: "kubernetes/privileged -- reason"');
  });
});
