import { describe, expect, it } from 'vitest';
import type { CodeAction, CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FindingEditResult, IgnoreScope, ProjectEditResult, SuppressedResult } from '../../server/src/lsp/protocol.ts';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import { FULL_CAPABILITIES, Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const CAPABILITIES = {
  ...FULL_CAPABILITIES,
  workspace: {
    ...FULL_CAPABILITIES.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const], changeAnnotationSupport: {} },
  },
};
const URI = 'file:///w/deploy/pod.yaml';
const CONFIG = 'file:///w/.seaworthy.yaml';
const BASELINE = 'file:///w/.seaworthy-baseline.json';
const RULE = 'kubernetes/privileged-container';
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      securityContext:
        privileged: true
`;
const doors = engineDoors();

async function start(contents: Record<string, string> = {}) {
  const files = new MemoryFiles({ [URI]: POD, ...contents });
  const harness = await Harness.start({ files, doors, capabilities: CAPABILITIES, initializationOptions: { commands: true } });
  const document = await harness.open(URI, POD);
  await document.diagnostics();
  return { harness, document, files };
}

/** The text that an edit gives a file that is not open. */
function textAfter(edit: WorkspaceEdit, uri: string, before = ''): string {
  const change = edit.documentChanges?.find((c): c is TextDocumentEdit => 'textDocument' in c && c.textDocument.uri === uri);
  const edits = (change?.edits ?? []) as { range: never; newText: string }[];
  return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 0, before), edits);
}

const creates = (edit: WorkspaceEdit) =>
  (edit.documentChanges ?? []).filter((c): c is CreateFile => 'kind' in c && c.kind === 'create').map(({ uri }) => uri);

function privilegedIn(harness: Harness): { id: string } {
  return harness.shown(URI).find(({ code }) => code === RULE)?.data;
}

async function change(harness: Harness, kind: string): Promise<FindingEditResult> {
  const { id } = privilegedIn(harness);
  return harness.client.sendRequest<FindingEditResult>('seaworthy/findingEdit', { uri: URI, id, kind });
}

describe('ignoring a finding by the config', () => {
  it.each([
    ['config-file', 'deploy/pod.yaml'],
    ['config-folder', 'deploy/**'],
  ])('%s: creates it, with the reason selected', async (kind, glob) => {
    const { harness } = await start();
    const { edit, select, selectIn } = await change(harness, kind);
    expect(creates(edit as WorkspaceEdit)).toEqual([CONFIG]);
    const text = textAfter(edit as WorkspaceEdit, CONFIG);
    expect(text).toBe(`overrides:\n  - files: ["${glob}"]\n    rules:\n      ${RULE}: "off" # reason\n`);
    expect(selectIn).toBe(CONFIG);
    expect(text.split('\n')[select!.start.line]?.slice(select!.start.character, select!.end.character)).toBe('reason');
    await harness.dispose();
  });

  it('keeps what stands in it, and holds at once, saved or not', async () => {
    const before = '# ours\nprofile: recommended # for now\n';
    const { harness } = await start({ [CONFIG]: before });
    const { edit } = await change(harness, 'config-project');
    expect(creates(edit as WorkspaceEdit)).toEqual([]);
    const text = textAfter(edit as WorkspaceEdit, CONFIG, before);
    expect(text).toBe(`${before}rules:\n  ${RULE}: "off" # reason\n`);
    const config = await harness.open(CONFIG, before);
    await config.replace({ start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text.slice(before.length));
    await harness.settle();
    harness.clock.advance(500);
    await harness.until(() => (harness.codesOf(URI).includes(RULE) ? undefined : true));
    await harness.client.sendNotification('textDocument/didClose', { textDocument: { uri: CONFIG } });
    await harness.until(() => (harness.codesOf(URI).includes(RULE) ? true : undefined));
    await harness.dispose();
  });

  it('is in the menu, beside the baseline', async () => {
    const { harness, document } = await start();
    const actions = await harness.actions(URI, document.rangeOf('true'));
    const titles = actions.map(({ title }) => title);
    expect(titles).toContain(`Ignore ${RULE} for deploy/** in the config…`);
    expect(titles).toContain('Ignore this finding by the baseline');
    const action = actions.find(({ title }) => title.includes('in the config')) as CodeAction;
    expect(textAfter(action.edit!, CONFIG)).toContain('files: ["deploy/**"]');
    expect(action.command?.arguments?.[0]).toBe(CONFIG);
    await harness.dispose();
  });

  it('tells every way with its place, and why a way is closed', async () => {
    const { harness } = await start({ [CONFIG]: 'allowInlineIgnore: never\n' });
    const { id } = privilegedIn(harness);
    const scopes = await harness.client.sendRequest<IgnoreScope[]>('seaworthy/ignoreScopes', { uri: URI, id });
    expect(scopes.map(({ kind, title, refused }) => [kind, title, refused !== undefined])).toEqual([
      ['ignore-line', 'Here', true],
      ['ignore-resource', expect.stringContaining('For '), true],
      ['ignore-file', 'In all of pod.yaml', true],
      ['config-file', 'For deploy/pod.yaml', false],
      ['config-folder', 'For deploy/**', false],
      ['config-project', `Switch ${RULE} off everywhere`, false],
      ['baseline', 'Accept this one finding', false],
    ]);
    expect(scopes[0]?.refused).toContain('allowInlineIgnore: never');
    await harness.dispose();
  });
});

describe('the baseline', () => {
  it.each(['old.json', 'security/old.json'])(
    'that the config names and that is not there is told in the config: %s',
    async (name) => {
      const config = 'file:///w/.seaworthy.yaml';
      const named = `file:///w/${name}`;
      const files = new MemoryFiles({ [config]: `profile: strict\nbaseline: ${name}\n` });
      const harness = await Harness.start({ files });
      await (await harness.open('file:///w/compose.yaml', 'services: {}\n')).diagnostics();
      const [problem] = harness.shown(config);
      expect(problem).toMatchObject({
        message: `There is no baseline ${name}: create it, or leave this out.`,
        range: { start: { line: 1, character: 10 }, end: { line: 1, character: 10 + name.length } },
      });
      files.contents.set(named, '{ "findings": [] }');
      await harness.filesChanged({ uri: named, type: 1 });
      await harness.until(() => (harness.shown(config).length === 0 ? true : undefined));
      files.contents.delete(named);
      await harness.filesChanged({ uri: named, type: 3 });
      await harness.until(() => (harness.shown(config).length === 1 ? true : undefined));
      await harness.dispose();
    },
  );

  it('that is not there is told as its name is typed, and no longer once it is there', async () => {
    const files = new MemoryFiles({});
    const harness = await Harness.start({ files });
    const document = await harness.open('file:///w/.seaworthy.yaml', 'baseline: a.json\n');
    expect((await document.diagnostics()).map(({ message }) => message)).toEqual([
      'There is no baseline a.json: create it, or leave this out.',
    ]);
    files.contents.set('file:///w/b.json', '{ "findings": [] }');
    await document.replace(document.rangeOf('a.json'), 'b.json');
    expect(await document.diagnostics()).toEqual([]);
    await harness.dispose();
  });

  it('takes a finding in, and it is gone from then on', async () => {
    const { harness, files } = await start();
    const { edit, save } = await change(harness, 'baseline');
    expect(save).toBe(BASELINE);
    expect(creates(edit as WorkspaceEdit)).toEqual([BASELINE]);
    const text = textAfter(edit as WorkspaceEdit, BASELINE);
    expect(text).toContain(`{"path":"deploy/pod.yaml","rule":"${RULE}","fingerprint":"`);
    files.contents.set(BASELINE, text);
    await harness.filesChanged({ uri: BASELINE, type: 1 });
    await harness.until(() => (harness.codesOf(URI).includes(RULE) ? undefined : true));
    files.contents.delete(BASELINE);
    await harness.filesChanged({ uri: BASELINE, type: 3 });
    await harness.until(() => (harness.codesOf(URI).includes(RULE) ? true : undefined));
    await harness.dispose();
  });

  it('is created of all that is found, and used under another name through the config', async () => {
    const { harness, files } = await start();
    const ask = (params: object) => harness.client.sendRequest<ProjectEditResult>('seaworthy/projectEdit', params);
    const made = await ask({ kind: 'create-baseline', uri: 'file:///w' });
    const text = textAfter(made.edit as WorkspaceEdit, BASELINE);
    expect(made.findings).toBeGreaterThan(2);
    expect(text.split('\n').filter((line) => line.includes('fingerprint'))).toHaveLength(made.findings!);
    files.contents.set('file:///w/old.json', text);
    const used = await ask({ kind: 'use-baseline', uri: 'file:///w', baseline: 'file:///w/old.json' });
    expect(used).toMatchObject({ uri: CONFIG, exists: false });
    files.contents.set(CONFIG, textAfter(used.edit as WorkspaceEdit, CONFIG));
    await harness.filesChanged({ uri: CONFIG, type: 1 });
    await harness.until(() => (harness.codesOf(URI).length === 0 ? true : undefined));
    await harness.dispose();
  });

  it('that can not be read is told where it is', async () => {
    const { harness } = await start({ [BASELINE]: 'nonsense' });
    const [problem] = await harness.until(() => (harness.shown(BASELINE).length > 0 ? harness.shown(BASELINE) : undefined));
    expect(problem?.message).toContain('no baseline');
    await harness.dispose();
  });
});

describe('what is silenced', () => {
  it('is told with who, where and why', async () => {
    const text = POD.replace('      image', '      # seaworthy-ignore kubernetes/* -- old image\n      image');
    const config = `rules:\n  ${RULE}: "off" # needs the device\n`;
    const { harness } = await start({ [CONFIG]: config, 'file:///w/other.yaml': text });
    await harness.open('file:///w/other.yaml', text);
    const { files } = await harness.client.sendRequest<SuppressedResult>('seaworthy/suppressed', {});
    const of = (uri: string) => files.find((f) => f.uri === uri)?.findings ?? [];
    const byConfig = of(URI).find(({ rule }) => rule === RULE);
    expect(byConfig?.suppression).toEqual({
      kind: 'config',
      source: 'config',
      reason: 'needs the device',
      uri: CONFIG,
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 2 + RULE.length } },
    });
    const byComment = of('file:///w/other.yaml').filter(({ suppression }) => suppression.kind === 'comment');
    expect(byComment.length).toBeGreaterThan(0);
    expect(byComment[0]?.suppression).toMatchObject({ source: 'seaworthy', reason: 'old image', range: { start: { line: 7 } } });
    await harness.dispose();
  });
});
