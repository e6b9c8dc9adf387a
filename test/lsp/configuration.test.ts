import { describe, expect, it } from 'vitest';
import { FULL_CAPABILITIES, Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const BAD = 'services:\n  web:\n    privileged: true\n    read_only: true\n    cap_drop: ALL\n';
const OFF = 'rules:\n  compose/privileged: "off"\n';
const ASKED = { ...FULL_CAPABILITIES, workspace: { ...FULL_CAPABILITIES.workspace, configuration: true } };

describe('config files', () => {
  it('each folder has its own, and the nearest one counts', async () => {
    const files = new MemoryFiles({
      'file:///one/.seaworthy.yaml': OFF,
      'file:///two/.seaworthy.yml': 'rules:\n  compose/privileged: low\n',
      'file:///two/deep/.seaworthy.yaml': OFF,
    });
    const harness = await Harness.start({ files, folders: ['file:///one', 'file:///two', 'file:///three'] });
    const codes = async (uri: string) => (await (await harness.open(uri, BAD)).diagnostics()).map((d) => [d.code, d.severity]);
    expect(await codes('file:///one/compose.yaml')).toEqual([]);
    expect(await codes('file:///two/compose.yaml')).toEqual([['compose/privileged', 3]]);
    expect(await codes('file:///two/deep/er/compose.yaml')).toEqual([]);
    expect(await codes('file:///three/compose.yaml')).toEqual([['compose/privileged', 1]]);
    await harness.dispose();
  });

  it('a bad one is marked where it is wrong, although nobody opened it, and the rest of it counts', async () => {
    const uri = 'file:///w/.seaworthy.yaml';
    const files = new MemoryFiles({ [uri]: `nonsense: 1\n${OFF}` });
    const harness = await Harness.start({ files });
    const document = await harness.open('file:///w/compose.yaml', BAD);
    expect(await document.diagnostics()).toEqual([]);
    const [problem] = harness.shown(uri);
    expect(problem).toMatchObject({ source: 'seaworthy', severity: 1, range: { start: { line: 0, character: 0 } } });
    expect(problem?.message).toContain('nonsense');
    await harness.dispose();
  });

  it('is marked as it is typed', async () => {
    const harness = await Harness.start();
    const document = await harness.open('file:///w/.seaworthy.yaml', 'profile: strict\n');
    expect(await document.diagnostics()).toEqual([]);
    await document.insertBefore('profile', 'rules:\n  compose/nothing: high\n');
    const [problem] = await document.diagnostics();
    expect(document.at(problem!.range)).toContain('compose/nothing');
    await harness.dispose();
  });

  it('a change of it, or of a `.env`, judges again what it governs', async () => {
    const files = new MemoryFiles();
    const harness = await Harness.start({ files });
    const uri = 'file:///w/compose.yaml';
    const document = await harness.open(uri, BAD.replace('privileged: true', 'image: ${WHAT}'));
    expect(await document.diagnostics()).toEqual([]);
    files.contents.set('file:///w/.env', 'WHAT=danger\n');
    await harness.filesChanged({ uri: 'file:///w/.env', type: 1 });
    await harness.until(() => (harness.codesOf(uri)[0] === 'compose/from-variable' ? true : undefined));
    files.contents.set('file:///w/.seaworthy.yaml', 'rules:\n  compose/from-variable: "off"\n');
    await harness.filesChanged({ uri: 'file:///w/.seaworthy.yaml', type: 1 });
    await harness.until(() => (harness.codesOf(uri).length === 0 ? true : undefined));
    files.contents.delete('file:///w/.seaworthy.yaml');
    await harness.filesChanged({ uri: 'file:///w/.seaworthy.yaml', type: 3 });
    await harness.until(() => (harness.codesOf(uri).length === 1 ? true : undefined));
    await harness.dispose();
  });

  it('a glob that makes no sense excludes nothing and breaks nothing', async () => {
    const files = new MemoryFiles({ 'file:///w/.seaworthy.yaml': 'exclude: ["", "[", "{a"]\n', 'file:///w/compose.yaml': BAD });
    const harness = await Harness.start({ files });
    expect(await (await harness.open('file:///w/a/compose.yaml', BAD)).diagnostics()).toHaveLength(1);
    expect(await harness.client.sendRequest('seaworthy/scan', { token: 't' })).toMatchObject({ findings: 1 });
    await harness.dispose();
  });

  it('what it excludes is left alone while it is open', async () => {
    const files = new MemoryFiles({ 'file:///w/.seaworthy.yaml': 'exclude: ["test/**"]\n' });
    const harness = await Harness.start({ files });
    const inside = await harness.open('file:///w/test/compose.yaml', BAD);
    expect(await inside.diagnostics()).toEqual([]);
    expect(await harness.actions('file:///w/test/compose.yaml', inside.rangeOf('true'))).toEqual([]);
    await harness.dispose();
  });
});

describe('settings', () => {
  it('come from the start for clients that can not be asked, and from what they send later', async () => {
    const harness = await Harness.start({ initializationOptions: { settings: { enable: false } } });
    const document = await harness.open('file:///w/compose.yaml', BAD);
    expect(await document.diagnostics()).toEqual([]);
    await harness.client.sendNotification('workspace/didChangeConfiguration', { settings: { seaworthy: { enable: true } } });
    await harness.until(() => (harness.codesOf('file:///w/compose.yaml').length === 1 ? true : undefined));
    await harness.dispose();
  });

  it('are asked for per folder, once', async () => {
    const asked: (string | undefined)[] = [];
    const configurationFor = (scope: string | undefined) => {
      asked.push(scope);
      return { enable: scope !== 'file:///off' };
    };
    const harness = await Harness.start({ capabilities: ASKED, configurationFor, folders: ['file:///on', 'file:///off'] });
    const count = async (uri: string) => (await (await harness.open(uri, BAD)).diagnostics()).length;
    expect(await count('file:///on/compose.yaml')).toBe(1);
    expect(await count('file:///on/deep/compose.yaml')).toBe(1);
    expect(await count('file:///off/compose.yaml')).toBe(0);
    expect(asked).toEqual(['file:///on', 'file:///off']);
    await harness.dispose();
  });

  it('on save: typing changes nothing, saving does', async () => {
    const harness = await Harness.start({ initializationOptions: { settings: { run: 'onSave' } } });
    const uri = 'file:///w/compose.yaml';
    const document = await harness.open(uri, BAD);
    expect(await document.diagnostics()).toHaveLength(1);
    await document.replace(document.rangeOf('    privileged: true\n'), '');
    await harness.settle();
    expect(harness.shown(uri)).toHaveLength(1);
    await harness.client.sendNotification('textDocument/didSave', { textDocument: { uri } });
    expect(await document.diagnostics()).toEqual([]);
    await harness.dispose();
  });

  it('manual: nothing is told of a document until someone asks', async () => {
    const uri = 'file:///w/compose.yaml';
    const files = new MemoryFiles({ [uri]: BAD, 'file:///w/closed.compose.yaml': BAD });
    const harness = await Harness.start({ files, initializationOptions: { settings: { run: 'manual' } } });
    const document = await harness.open(uri, BAD);
    await document.insertBefore('services', '# typed\n');
    await harness.client.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await harness.settle();
    expect(harness.published).toEqual([]);
    expect(await harness.actions(uri, document.rangeOf('true'))).toEqual([]);

    const check = () => harness.client.sendRequest('workspace/executeCommand', { command: 'seaworthy.check', arguments: [uri] });
    await check();
    expect(harness.published).toMatchObject([{ uri, version: 2, diagnostics: [{ code: 'compose/privileged' }] }]);
    const [fix] = await harness.actions(uri, document.rangeOf('true'));
    expect(document.after(fix?.edit)).not.toContain('privileged');

    await document.replace(document.rangeOf('    privileged: true\n'), '');
    await harness.client.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await harness.settle();
    expect(harness.published).toHaveLength(1);
    await check();
    expect(await document.diagnostics()).toEqual([]);
    await harness.dispose();
  });

  it('manual: a scan looks at open documents as well, as they are', async () => {
    const uri = 'file:///w/compose.yaml';
    const files = new MemoryFiles({ [uri]: 'services: {}\n', 'file:///w/closed.compose.yaml': BAD });
    const harness = await Harness.start({ files, initializationOptions: { settings: { run: 'manual' } } });
    await harness.open(uri, BAD);
    expect(await harness.client.sendRequest('seaworthy/scan', { token: 't' })).toMatchObject({ findings: 2 });
    expect(harness.codesOf(uri)).toEqual(['compose/privileged']);
    await harness.client.sendNotification('workspace/didChangeConfiguration', { settings: { seaworthy: { run: 'onType' } } });
    await harness.dispose();
  });

  it('leave large documents alone', async () => {
    const harness = await Harness.start({ initializationOptions: { settings: { maxFileSizeKB: 1 } } });
    const document = await harness.open('file:///w/compose.yaml', BAD + '# x\n'.repeat(400));
    expect(await document.diagnostics()).toEqual([]);
    await harness.dispose();
  });

  it('of the wrong type keep their defaults', async () => {
    const harness = await Harness.start({
      initializationOptions: { settings: { enable: 'yes', exclude: 3, maxFileSizeKB: -1, profile: 'wild', run: 1 } },
    });
    const document = await harness.open('file:///w/compose.yaml', BAD);
    expect(await document.diagnostics()).toHaveLength(1);
    await harness.dispose();
  });
});

describe('workspace folders', () => {
  it('may come and go', async () => {
    const files = new MemoryFiles({ 'file:///b/compose.yaml': BAD });
    const harness = await Harness.start({ files, folders: [] });
    const change = (added: string[], removed: string[]) =>
      harness.client.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: added.map((uri) => ({ uri, name: uri })), removed: removed.map((uri) => ({ uri, name: uri })) },
      });
    await change(['file:///b'], []);
    await harness.client.sendRequest('seaworthy/scan', { token: 't' });
    expect(harness.codesOf('file:///b/compose.yaml')).toEqual(['compose/privileged']);
    await change([], ['file:///b']);
    await harness.until(() => (harness.shown('file:///b/compose.yaml').length === 0 ? true : undefined));
    await harness.dispose();
  });
});
