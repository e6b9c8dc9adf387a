import { describe, expect, it } from 'vitest';
import type { IgnoreScope } from '../../../server/src/analysis/api.ts';
import { editToIgnore } from '../../../server/src/analysis/index.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { judge, shown, silencing } from './toy.ts';

const lines = (...all: string[]) => `${all.join('\n')}\n`;

/** Ignores the finding called `run:3`; gives the text after, what is selected in it, and what is still found and ignored. */
function ignore(name: string, text: string, finding: string, scope: IgnoreScope) {
  const analysis = judge(name, text);
  const found = analysis.findings.find((f) => shown(text, [f])[0] === finding);
  if (!found) throw new Error(`no ${finding} in ${shown(text, analysis.findings)}`);
  const edit = editToIgnore(analysis, found, scope);
  if ('refused' in edit) return edit;
  const after = applyEdits(text, edit.edits);
  return { after, selected: after.slice(edit.select.start, edit.select.end), ...silencing(name, after) };
}

type Row = [
  situation: string,
  text: string,
  finding: string,
  scope: IgnoreScope,
  after: string,
  selected: string,
  silenced: string[],
];

describe('ignoring in a Dockerfile', () => {
  it.each<Row>([
    [
      'an instruction',
      lines('FROM a', 'RUN b'),
      'run:2',
      'line',
      lines('FROM a', '# seaworthy-ignore dockerfile/run -- reason', 'RUN b'),
      'reason',
      ['run:3'],
    ],
    [
      'an indented instruction',
      lines('FROM a', '  RUN b'),
      'run:2',
      'line',
      lines('FROM a', '  # seaworthy-ignore dockerfile/run -- reason', '  RUN b'),
      'reason',
      ['run:3'],
    ],
    [
      'a continued instruction',
      lines('FROM a', 'RUN b \\', '  c'),
      'run:2',
      'line',
      lines('FROM a', '# seaworthy-ignore dockerfile/run -- reason', 'RUN b \\', '  c'),
      'reason',
      ['run:3'],
    ],
    [
      'with CRLF',
      'FROM a\r\nRUN b\r\n',
      'run:2',
      'line',
      'FROM a\r\n# seaworthy-ignore dockerfile/run -- reason\r\nRUN b\r\n',
      'reason',
      ['run:3'],
    ],
    [
      'joining a comment',
      lines('FROM a', '# seaworthy-ignore dockerfile/user -- x', 'RUN b'),
      'run:3',
      'line',
      lines('FROM a', '# seaworthy-ignore dockerfile/user, dockerfile/run -- x', 'RUN b'),
      'dockerfile/run',
      ['run:3'],
    ],
    [
      'joining a comment without a reason',
      lines('FROM a', '# seaworthy-ignore dockerfile/user', 'RUN b'),
      'run:3',
      'line',
      lines('FROM a', '# seaworthy-ignore dockerfile/user, dockerfile/run', 'RUN b'),
      'dockerfile/run',
      ['run:3'],
    ],
    [
      'joining a comment, CRLF',
      'FROM a\r\n# seaworthy-ignore dockerfile/user \r\nRUN b\r\n',
      'run:3',
      'line',
      'FROM a\r\n# seaworthy-ignore dockerfile/user, dockerfile/run \r\nRUN b\r\n',
      'dockerfile/run',
      ['run:3'],
    ],
    [
      'below a comment of another kind',
      lines('FROM a', '# seaworthy-ignore-file dockerfile/user', 'RUN b'),
      'run:3',
      'line',
      lines('FROM a', '# seaworthy-ignore-file dockerfile/user', '# seaworthy-ignore dockerfile/run -- reason', 'RUN b'),
      'reason',
      ['run:4'],
    ],
    [
      'the first instruction',
      lines('FROM a', 'RUN b'),
      'from:1',
      'line',
      lines('# seaworthy-ignore dockerfile/from -- reason', 'FROM a', 'RUN b'),
      'reason',
      ['from:2'],
    ],
    [
      'the first instruction behind directives',
      lines('# escape=`', 'FROM a'),
      'from:2',
      'line',
      lines('# escape=`', '# seaworthy-ignore dockerfile/from -- reason', 'FROM a'),
      'reason',
      ['from:3'],
    ],
    [
      'behind a byte order mark',
      '\uFEFFFROM a\n',
      'from:1',
      'line',
      '\uFEFF# seaworthy-ignore dockerfile/from -- reason\nFROM a\n',
      'reason',
      ['from:2'],
    ],
    [
      'in a stage',
      lines('FROM a', 'RUN b', 'FROM c', 'USER d', 'RUN e', 'RUN f'),
      'run:5',
      'resource',
      lines('FROM a', 'RUN b', '# seaworthy-ignore dockerfile/run -- reason', 'FROM c', 'USER d', 'RUN e', 'RUN f'),
      'reason',
      ['run:6', 'run:7'],
    ],
    [
      'in the file',
      lines('FROM a', 'RUN b', 'RUN c'),
      'run:3',
      'file',
      lines('# seaworthy-ignore-file dockerfile/run -- reason', 'FROM a', 'RUN b', 'RUN c'),
      'reason',
      ['run:3', 'run:4'],
    ],
    [
      'in the file, behind directives',
      lines('# syntax=x', '# check=error=true', 'FROM a', 'RUN b'),
      'run:4',
      'file',
      lines('# syntax=x', '# check=error=true', '# seaworthy-ignore-file dockerfile/run -- reason', 'FROM a', 'RUN b'),
      'reason',
      ['run:5'],
    ],
    [
      'in the file, joining',
      lines('# syntax=x', '# seaworthy-ignore-file dockerfile/user -- x', 'FROM a', 'RUN b'),
      'run:4',
      'file',
      lines('# syntax=x', '# seaworthy-ignore-file dockerfile/user, dockerfile/run -- x', 'FROM a', 'RUN b'),
      'dockerfile/run',
      ['run:4'],
    ],
    [
      'in the file, behind a byte order mark',
      '\uFEFFFROM a\r\nRUN b',
      'run:2',
      'file',
      '\uFEFF# seaworthy-ignore-file dockerfile/run -- reason\r\nFROM a\r\nRUN b',
      'reason',
      ['run:3'],
    ],
  ])('%s', (_, text, finding, scope, after, selected, silenced) => {
    expect(ignore('Dockerfile', text, finding, scope)).toMatchObject({ after, selected, silenced });
  });
});

describe('ignoring in YAML', () => {
  const service = lines('services:', '  web:', '    privileged: true');
  const pod = (container: string[]) =>
    lines('apiVersion: v1', 'kind: Pod', 'metadata:', '  name: p', 'spec:', '  containers:', ...container.map((l) => `    ${l}`));
  const named = [
    '- name: a',
    '  securityContext:',
    '    privileged: true',
    '- image: b',
    '  name: b',
    '  securityContext: {privileged: true}',
  ];
  const NOTE = '# seaworthy-ignore compose/privileged -- reason';
  const POD = '# seaworthy-ignore kubernetes/privileged -- reason';

  it.each<[string, string, ...Row]>([
    [
      'compose.yaml',
      '',
      'a key',
      service,
      'privileged:3',
      'line',
      lines('services:', '  web:', `    ${NOTE}`, '    privileged: true'),
      'reason',
      ['privileged:4'],
    ],
    [
      'compose.yaml',
      '',
      'a key, CRLF',
      service.replaceAll('\n', '\r\n'),
      'privileged:3',
      'line',
      lines('services:', '  web:', `    ${NOTE}`, '    privileged: true').replaceAll('\n', '\r\n'),
      'reason',
      ['privileged:4'],
    ],
    [
      'compose.yaml',
      '',
      'joining',
      lines('services:', '  web:', '    # seaworthy-ignore compose/x -- y', '    privileged: true'),
      'privileged:4',
      'line',
      lines('services:', '  web:', '    # seaworthy-ignore compose/x, compose/privileged -- y', '    privileged: true'),
      'compose/privileged',
      ['privileged:4'],
    ],
    [
      'compose.yaml',
      '',
      'a key in a flow collection',
      lines('services:', '  web: {image: a,', '    privileged: true}'),
      'privileged:3',
      'line',
      lines('services:', `  ${NOTE}`, '  web: {image: a,', '    privileged: true}'),
      'reason',
      ['privileged:4'],
    ],
    [
      'compose.yaml',
      '',
      'the first key of the document',
      lines('services: {web: {privileged: true}}', 'volumes: {}'),
      'privileged:1',
      'line',
      lines(`services: {web: {privileged: true}} ${NOTE}`, 'volumes: {}'),
      'reason',
      ['privileged:1'],
    ],
    [
      'compose.yaml',
      '',
      'the first key, a comment behind it',
      lines('services: {web: {privileged: true}} # all', 'volumes: {}'),
      'privileged:1',
      'line',
      lines(`services: {web: {privileged: true}} ${NOTE} # all`, 'volumes: {}'),
      'reason',
      ['privileged:1'],
    ],
    [
      'compose.yaml',
      '',
      'the first key, joining',
      lines('services: {web: {privileged: true}} # seaworthy-ignore x/y -- z'),
      'privileged:1',
      'line',
      lines('services: {web: {privileged: true}} # seaworthy-ignore x/y, compose/privileged -- z'),
      'compose/privileged',
      ['privileged:1'],
    ],
    [
      'compose.yaml',
      '',
      'the first key, without a newline',
      'services: {web: {privileged: true}}',
      'privileged:1',
      'line',
      `services: {web: {privileged: true}} ${NOTE}`,
      'reason',
      ['privileged:1'],
    ],
    [
      'compose.yaml',
      '',
      'a service',
      service,
      'privileged:3',
      'resource',
      lines('services:', `  ${NOTE}`, '  web:', '    privileged: true'),
      'reason',
      ['privileged:4'],
    ],
    [
      'compose.yaml',
      '',
      'a service, for what it lacks',
      service,
      'service:2',
      'resource',
      lines('services:', '  # seaworthy-ignore compose/service -- reason', '  web:', '    privileged: true'),
      'reason',
      ['service:3'],
    ],
    [
      'compose.yaml',
      '',
      'the file',
      service,
      'privileged:3',
      'file',
      lines('# seaworthy-ignore-file compose/privileged -- reason', 'services:', '  web:', '    privileged: true'),
      'reason',
      ['privileged:4'],
    ],
    [
      'compose.yaml',
      '',
      'the file, behind a byte order mark',
      `\uFEFF${service}`,
      'privileged:3',
      'file',
      `\uFEFF# seaworthy-ignore-file compose/privileged -- reason\n${service}`,
      'reason',
      ['privileged:4'],
    ],
    [
      'compose.yaml',
      '',
      'the file, joining',
      `# a\n# seaworthy-ignore-file compose/x\n${service}`,
      'privileged:5',
      'file',
      `# a\n# seaworthy-ignore-file compose/x, compose/privileged\n${service}`,
      'compose/privileged',
      ['privileged:5'],
    ],
    [
      'pod.yaml',
      '',
      'a key',
      pod(named),
      'privileged:9',
      'line',
      pod(named.toSpliced(2, 0, `    ${POD}`)),
      'reason',
      ['privileged:10'],
    ],
    ['pod.yaml', '', 'a container', pod(named), 'privileged:9', 'resource', pod([POD, ...named]), 'reason', ['privileged:10']],
    [
      'pod.yaml',
      '',
      'a container whose name is not its first key',
      pod(named),
      'privileged:12',
      'resource',
      pod(named.toSpliced(3, 0, POD)),
      'reason',
      ['privileged:13'],
    ],
    [
      'pod.yaml',
      '',
      'a container, for what it lacks',
      pod(named),
      'container:11',
      'resource',
      pod(named.toSpliced(3, 0, POD.replace('privileged', 'container'))),
      'reason',
      ['container:12'],
    ],
    [
      'pod.yaml',
      '',
      'in the second document',
      `${pod(named)}---\n${pod(named)}`,
      'privileged:22',
      'line',
      `${pod(named)}---\n${pod(named.toSpliced(2, 0, `    ${POD}`))}`,
      'reason',
      ['privileged:23'],
    ],
    [
      'pod.yaml',
      '',
      'in a list without indent',
      lines('kind: Pod', 'apiVersion: v1', 'spec:', '  containers:', '  - name: a', '    securityContext: {privileged: true}'),
      'privileged:6',
      'resource',
      lines(
        'kind: Pod',
        'apiVersion: v1',
        'spec:',
        '  containers:',
        `  ${POD}`,
        '  - name: a',
        '    securityContext: {privileged: true}',
      ),
      'reason',
      ['privileged:7'],
    ],
  ])('%s%s: %s', (name, _, __, text, finding, scope, after, selected, silenced) => {
    expect(ignore(name, text, finding, scope)).toMatchObject({ after, selected, silenced });
  });

  it('is refused in JSON, with a reason', () => {
    const text = '{"services": {"web": {"image": "a", "privileged": true}}}';
    for (const scope of ['line', 'resource', 'file'] as const) {
      expect(ignore('compose.json', text, 'privileged:1', scope)).toEqual({
        refused: 'JSON has no comments: switch the rule off in `.seaworthy.yaml` for this path.',
      });
    }
  });

  it('is refused for a service when it is written elsewhere', () => {
    const text = lines('x-base: &base', '  privileged: true', 'services:', '  web:', '    <<: *base');
    expect(ignore('compose.yaml', text, 'privileged:2', 'resource')).toEqual({
      refused: 'It is written outside of `web`: ignore it where it stands.',
    });
    expect(ignore('compose.yaml', text, 'privileged:2', 'line')).toMatchObject({ silenced: ['privileged:3'] });
  });
});
