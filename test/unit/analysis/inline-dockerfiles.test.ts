import { describe, expect, it } from 'vitest';
import { describe as describeAt, editToIgnore } from '../../../server/src/analysis/index.ts';
import { isRefusal } from '../../../server/src/core/finding.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { analyze, pick, settingsOf } from '../../support/engine.ts';

const HEAD = 'services:\n  web:\n    build:\n      dockerfile_inline: ';
const TAIL = '\n    read_only: true\n';

/** The findings of one Dockerfile rule with the text that they stand on. */
function found(text: string, rule: string): string[] {
  return analyze('compose.yaml', text)
    .findings.filter((f) => f.rule === rule)
    .map(({ at: { span } }) => text.slice(span.start, span.end));
}

function findingOf(text: string, rule: string) {
  const finding = analyze('compose.yaml', text).findings.find((f) => f.rule === rule);
  if (!finding) throw new Error(`no ${rule} in\n${text}`);
  return finding;
}

/** The text after the first fix of a rule's finding, or why there is none. */
function fixed(text: string, rule: string): string {
  const finding = findingOf(text, rule);
  const fix = pick(finding);
  const refusal = finding.fixes().find(isRefusal);
  return fix ? applyEdits(text, fix.edits) : (refusal?.refused ?? 'no offer');
}

const SECRET = 'dockerfile/secret-in-arg-or-env';
const USER = 'dockerfile/missing-user';
const INSECURE = 'dockerfile/curl-insecure';

// Compose Build specification, "dockerfile_inline"; YAML 1.2.2, section 8.1.
describe('an inline Dockerfile is judged, each finding at its token', () => {
  it.each([
    ['literal', `${HEAD}|\n        FROM node:26\n        RUN curl -k https://x.org${TAIL}`],
    ['stripped', `${HEAD}|-\n        FROM node:26\n        RUN curl -k https://x.org${TAIL}`],
    ['kept', `${HEAD}|+\n        FROM node:26\n        RUN curl -k https://x.org\n\n${TAIL}`],
    ['indentation indicator', `${HEAD}|2\n        FROM node:26\n        RUN curl -k https://x.org${TAIL}`],
    [
      'continuation lines',
      `${HEAD}|\n        FROM node:26\n        RUN true && \\\n          # c\n          curl -k https://x.org${TAIL}`,
    ],
    ['heredoc', `${HEAD}|\n        FROM node:26\n        RUN <<EOF\n          curl -k https://x.org\n        EOF${TAIL}`],
    ['folded', `${HEAD}>\n        FROM node:26\n\n        RUN true &&\n        curl -k https://x.org${TAIL}`],
    ['double quotes', `${HEAD}"FROM node:26\\nRUN curl -k https://x.org"${TAIL}`],
    ['single quotes', `${HEAD}'FROM node:26\n\n        RUN curl -k https://x.org'${TAIL}`],
    ['flow', 'services: {web: {build: {dockerfile_inline: "FROM node:26\\nRUN curl -k https://x.org"}}}\n'],
    ['CRLF', `${HEAD}|\n        FROM node:26\n        RUN curl -k https://x.org${TAIL}`.replaceAll('\n', '\r\n')],
    [
      'in an anchor',
      `x-b: &b\n  dockerfile_inline: |\n    FROM node:26\n    RUN curl -k https://x.org\nservices:\n  web: {build: *b}\n  api: {build: *b}\n`,
    ],
    [
      'second document',
      `---\nservices: {a: {image: b}}\n---\n${HEAD}|\n        FROM node:26\n        RUN curl -k https://x.org${TAIL}`,
    ],
  ])('%s', (_, text) => {
    expect(found(text, INSECURE)).toEqual(['-k']);
  });

  it('Compose fills in its variables first', () => {
    const text = `${HEAD}|\n        FROM node:\${V:-20}\n        RUN echo $$HOME \${X} && curl -k https://x.org${TAIL}`;
    expect(found(text, INSECURE)).toEqual(['-k']);
    expect(findingOf(text, 'dockerfile/end-of-life-base-image').message).toContain('Node.js 20');
  });

  it('nothing is said of a variable that is not known', () => {
    const text = `${HEAD}|\n        FROM \${BASE}${TAIL}`;
    expect(
      analyze('compose.yaml', text)
        .findings.filter((f) => f.rule.startsWith('dockerfile/'))
        .map((f) => f.rule),
    ).toEqual([]);
  });

  it('resources and fingerprints name the service', () => {
    const one = (name: string) =>
      `  ${name}:\n    build:\n      dockerfile_inline: |\n        FROM node:26\n        ENV TOKEN=hunter2hunter2\n`;
    const findings = analyze('compose.yaml', `services:\n${one('a')}${one('b')}`).findings.filter((f) => f.rule === SECRET);
    expect(findings.map((f) => f.resource.name)).toEqual(['a › image', 'b › image']);
    expect(new Set(findings.map((f) => f.fingerprint)).size).toBe(2);
  });
});

describe('fixes of an inline Dockerfile change the Compose file', () => {
  const lines = (...body: string[]) => `${HEAD}|\n${body.map((l) => (l === '' ? '' : `        ${l}`)).join('\n')}${TAIL}`;

  it.each([
    [
      'a word',
      INSECURE,
      lines('FROM node:26', 'RUN curl -k https://x.org', 'USER node'),
      lines('FROM node:26', 'RUN curl https://x.org', 'USER node'),
    ],
    ['a line inside', SECRET, lines('FROM node:26', 'ENV TOKEN=hunter2hunter2', 'USER node'), lines('FROM node:26', 'USER node')],
    ['the last line', SECRET, lines('FROM node:26', 'USER node', 'ENV TOKEN=hunter2hunter2'), lines('FROM node:26', 'USER node')],
    ['a new last line', USER, lines('FROM node:26', 'RUN x'), lines('FROM node:26', 'RUN x', 'USER node')],
    [
      'a new line inside',
      USER,
      lines('FROM node:26', 'RUN x', 'CMD ["x"]'),
      lines('FROM node:26', 'RUN x', 'USER node', 'CMD ["x"]'),
    ],
    [
      'in double quotes',
      INSECURE,
      `${HEAD}"FROM node:26\\nRUN curl -k https://x.org"${TAIL}`,
      `${HEAD}"FROM node:26\\nRUN curl https://x.org"${TAIL}`,
    ],
    ['a new line in double quotes', USER, `${HEAD}"FROM node:26"${TAIL}`, `${HEAD}"FROM node:26\\nUSER node"${TAIL}`],
    [
      'behind the end of the file',
      USER,
      'services:\n  web:\n    build:\n      dockerfile_inline: |\n        FROM node:26',
      'services:\n  web:\n    build:\n      dockerfile_inline: |\n        FROM node:26\n        USER node',
    ],
  ])('%s', (_, rule, text, expected) => {
    expect(fixed(text, rule)).toBe(expected);
    expect(fixed(text.replaceAll('\n', '\r\n'), rule)).toBe(expected.replaceAll('\n', '\r\n'));
  });

  it.each([
    ['folded', `${HEAD}>\n        FROM node:26\n\n        RUN curl -k https://x.org${TAIL}`, 'write it behind `|`'],
    ['a new line in single quotes', `${HEAD}'FROM node:26'${TAIL}`, 'write it behind `|`'],
  ])('not where it is not exact: %s', (_, text, reason) => {
    expect(fixed(text, text.includes('-k') ? INSECURE : USER)).toContain(reason);
  });

  it('a `$` of the Dockerfile stays one', () => {
    const text = `${HEAD}|\n        FROM node:26\n        ENV A=1 TOKEN=hunter2hunter2 B=$$A${TAIL}`;
    expect(fixed(text, SECRET)).toContain('B=$$A');
  });
});

it('what holds in it is told where it stands', () => {
  const text = `${HEAD}|\n        FROM node:26\n        USER node\n        CMD ["node"]${TAIL}`;
  const at = text.indexOf('USER node');
  const found = describeAt({ uri: 'file:///w/compose.yaml', text }, settingsOf(), at + 6);
  expect(found && text.slice(found.span.start, found.span.end)).toBe('node');
  expect(describeAt({ uri: 'file:///w/compose.yaml', text }, settingsOf(), text.indexOf('read_only'))).toBeUndefined();
});

describe('comments silence findings of an inline Dockerfile', () => {
  const body = (comment: string) =>
    `${HEAD}|\n        FROM node:26\n        ${comment}\n        RUN curl -k https://x.org${TAIL}`;

  it('in the Dockerfile', () => {
    const analysis = analyze('compose.yaml', body(`# seaworthy-ignore ${INSECURE} -- a test`));
    expect(analysis.findings.map((f) => f.rule)).not.toContain(INSECURE);
    expect(analysis.suppressed.map(({ finding }) => finding.rule)).toContain(INSECURE);
  });

  it('those of other tools too', () => {
    expect(found(body('# hadolint ignore=DL3047'), INSECURE)).toEqual(['-k']);
    const text = `${HEAD}|\n        FROM node:26\n        # hadolint ignore=DL3002\n        USER root${TAIL}`;
    expect(analyze('compose.yaml', text).suppressed.map(({ by }) => by.source)).toContain('hadolint');
  });

  it('one that ignores nothing is told, and goes with its line', () => {
    const text = `${HEAD}|\n        FROM node:26\n        # seaworthy-ignore dockerfile/secret-in-arg-or-env -- old\n        USER node${TAIL}`;
    expect(fixed(text, 'seaworthy/unused-suppression')).toBe(`${HEAD}|\n        FROM node:26\n        USER node${TAIL}`);
  });

  it('the comment that the editor offers works', () => {
    const text = body('ENV A=1');
    const analysis = analyze('compose.yaml', text);
    const finding = analysis.findings.find((f) => f.rule === INSECURE);
    for (const scope of ['line', 'resource', 'file'] as const) {
      const edit = finding && editToIgnore(analysis, finding, scope);
      if (!edit || 'refused' in edit) throw new Error(`refused: ${scope}`);
      expect(found(applyEdits(text, edit.edits), INSECURE)).toEqual([]);
    }
  });
});

describe('an inline Dockerfile that several services get from an anchor', () => {
  it('is fixed where it is written, which is told of all of them', () => {
    const text =
      'x-b: &b\n  build:\n    dockerfile_inline: |\n      FROM node:26\nservices:\n  web: &web {<<: *b}\n  api: *web\n  other: {image: x}\n';
    const fix = pick(findingOf(text, USER));
    expect(fix?.caution).toContain('Everything that uses the same anchor changes as well.');
    expect(fix?.touches.map((route) => route.join('.'))).toEqual([
      'x-b.build.dockerfile_inline',
      'services.web.build.dockerfile_inline',
      'services.api.build.dockerfile_inline',
    ]);
  });
});
