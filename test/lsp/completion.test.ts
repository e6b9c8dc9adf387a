import { describe, expect, it } from 'vitest';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import type { WireRule } from '../../server/src/lsp/protocol.ts';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import { Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const doors = engineDoors();
const CONFIG = 'file:///w/.seaworthy.yaml';

/** The items at `|` in a text. */
async function complete(uri: string, marked: string, languageId = 'yaml'): Promise<CompletionItem[]> {
  const harness = await Harness.start({ doors });
  const at = marked.indexOf('|');
  await harness.open(uri, marked.replace('|', ''), languageId);
  const before = marked.slice(0, at).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  const items = await harness.client.sendRequest<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  await harness.dispose();
  return items;
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

describe('completion in a config', () => {
  it.each<[string, string, string[]]>([
    ['keys', '|', ['profile', 'rules', 'exclude', 'overrides', 'allowInlineIgnore', 'baseline', 'kubernetes']],
    [
      'keys behind others',
      'profile: all\nru|',
      ['profile', 'rules', 'exclude', 'overrides', 'allowInlineIgnore', 'baseline', 'kubernetes'],
    ],
    ['profiles', 'profile: |', ['recommended', 'strict', 'all']],
    ['policies', 'allowInlineIgnore: w|', ['always', 'with-reason', 'never']],
    ['severities', 'rules:\n  compose/host-namespace: |', ['critical', 'high', 'medium', 'low', 'info', 'off']],
    ['severities in a mapping', 'rules:\n  "compose/*":\n    severity: |', ['critical', 'high', 'medium', 'low', 'info', 'off']],
    ['keys of a rule', 'rules:\n  compose/host-namespace:\n    |', ['severity', 'options']],
    ['options', 'rules:\n  dockerfile/untrusted-registry:\n    options:\n      |', ['registries']],
    ['keys of an override', 'overrides:\n  - files: ["a"]\n    |', ['files', 'rules']],
    ['nothing in comments', 'rules: # |', []],
  ])('%s', async (_, text, expected) => expect(labels(await complete(CONFIG, text))).toEqual(expected));

  it.each([
    ['rules:\n  comp|'],
    ['overrides:\n  - files: ["a"]\n    rules:\n      compose/priv|'],
    ['overrides:\n- files: ["a"]\n  rules:\n    compose/priv|'],
  ])('rule ids, whole, in %j', async (text) => {
    const items = await complete(CONFIG, text);
    const item = items.find(({ label }) => label === 'compose/privileged-container');
    expect(items).toHaveLength(doors.engine.rules.length);
    const line = text.slice(0, text.indexOf('|')).split('\n').at(-1)!;
    expect(item?.textEdit).toMatchObject({
      newText: 'compose/privileged-container: ',
      range: { start: { character: line.lastIndexOf(' ') + 1 }, end: { character: line.length } },
    });
  });
});

describe('completion in comments', () => {
  const COMPOSE = 'services:\n  web:\n    # seaworthy-ignore |\n    privileged: true\n';

  it('names the rules of this kind of file, those that found something here first', async () => {
    const items = labels(await complete('file:///w/compose.yaml', COMPOSE));
    expect(items.length).toBeGreaterThan(50);
    expect(items.indexOf('compose/privileged-container')).toBeLessThan(20);
    expect(items.filter((id) => id.startsWith('kubernetes/'))).toEqual([]);
  });

  it('says nothing in a reason, in other comments, and outside of comments', async () => {
    expect(await complete('file:///w/compose.yaml', COMPOSE.replace('|', 'compose/x -- |'))).toEqual([]);
    expect(await complete('file:///w/compose.yaml', COMPOSE.replace('seaworthy-ignore |', 'see the |'))).toEqual([]);
    expect(await complete('file:///w/compose.yaml', COMPOSE.replace('web:', 'web: |'))).toEqual([]);
  });

  it('writes the directive itself, in Dockerfiles too', async () => {
    const items = await complete('file:///w/Dockerfile', 'FROM alpine:3.20\n# sea|\nRUN true\n', 'dockerfile');
    expect(labels(items)).toEqual(['seaworthy-ignore', 'seaworthy-ignore-file']);
    expect((items[0]!.textEdit as { newText: string }).newText).toMatch(
      /^seaworthy-ignore \$\{1:dockerfile\/[a-z-]+\} -- \$\{2:reason\}$/,
    );
  });
});

describe('hover on a rule id', () => {
  const RULE = 'compose/privileged-container';

  it.each([
    [CONFIG, `rules:\n  ${RULE}: low\n`],
    ['file:///w/compose.yaml', `services:\n  web:\n    # seaworthy-ignore ${RULE} -- why\n    privileged: true\n`],
  ])('in %s', async (uri, text) => {
    const harness = await Harness.start({ doors, initializationOptions: { commands: true, pageBase: 'file:///ext/docs/rules' } });
    const document = await harness.open(uri, text);
    const { start } = document.rangeOf('privileged-container');
    const hover = await harness.client.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position: start });
    expect((hover.contents as { value: string }).value).toMatch(/^\*\*Privileged container\*\* · \w+ · privilege/);
    expect((hover.contents as { value: string }).value).toContain(`(file:///ext/docs/rules/${RULE}.md)`);
    expect(document.at(hover.range!)).toBe(RULE);
    await harness.dispose();
  });
});

describe('the list of rules', () => {
  it('tells of each whether it is checked here', async () => {
    const files = new MemoryFiles({
      [CONFIG]: 'rules:\n  compose/privileged-container: "off"\n  compose/host-namespace: info\n',
    });
    const harness = await Harness.start({ doors, files });
    const rules = await harness.client.sendRequest<WireRule[]>('seaworthy/rules', { uri: 'file:///w/compose.yaml' });
    const of = (id: string) => rules.find((rule) => rule.id === id);
    expect(rules).toHaveLength(doors.engine.rules.length);
    expect(of('compose/privileged-container')).toMatchObject({ state: 'off', severity: 'critical' });
    expect(of('compose/host-namespace')).toMatchObject({ state: 'on', severity: 'info' });
    expect(rules.some(({ state }) => state === 'profile')).toBe(true);
    await harness.dispose();
  });
});
