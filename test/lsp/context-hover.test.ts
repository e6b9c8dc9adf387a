import { describe, expect, it } from 'vitest';
import type { ApplyWorkspaceEditParams, CodeLens, Hover, MarkupContent, ShowMessageParams } from 'vscode-languageserver/node';
import { HardenWorkloadCommand } from '../../server/src/lsp/protocol.ts';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import { type Document, FULL_CAPABILITIES, Harness, type HarnessOptions } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const POD = 'file:///w/pod.yaml';
const POD_TEXT =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  hostPID: true\n  containers:\n    - name: c\n      image: acme/app:1.2\n';
const doors = engineDoors();

function start(options: HarnessOptions = {}): Promise<Harness> {
  return Harness.start({ doors, ...options });
}

async function hover(harness: Harness, uri: string, document: Document, token: string): Promise<Hover | null> {
  const position = document.rangeOf(token).start;
  return harness.client.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
}

function textOf(hovered: Hover | null): string {
  return (hovered?.contents as MarkupContent | undefined)?.value ?? '';
}

describe('hover of what holds', () => {
  it('is alone where nothing is wrong, on the token that it is about', async () => {
    const harness = await start();
    const uri = 'file:///w/Dockerfile';
    const document = await harness.open(uri, 'FROM node:24-alpine AS base\nFROM base\nUSER 1000\n', 'dockerfile');
    const found = await hover(harness, uri, document, '1000');
    expect(document.at(found!.range!)).toBe('1000');
    expect(textOf(found).split('\n')).toEqual([
      '**User `1000`**',
      '',
      "- A number: needs no account, and Kubernetes' `runAsNonRoot` can tell that it is not root.",
      '- Without an account of this number, its group is the one of root.',
      '- Runs as it: the program of the base image.',
    ]);
    expect(await hover(harness, uri, document, 'USER')).toBeNull();
    await harness.dispose();
  });

  it('stands below the findings of the same place', async () => {
    const harness = await start();
    const uri = 'file:///w/Dockerfile';
    const document = await harness.open(uri, 'FROM node:24-alpine\nUSER root\nCMD ["x"]\n', 'dockerfile');
    const text = textOf(await hover(harness, uri, document, 'root'));
    const [finding, context, ...more] = text.split('\n\n---\n\n');
    expect(more).toEqual([]);
    expect(finding).toContain('dockerfile/run-as-root');
    expect(context).toMatch(/^\*\*User `root`\*\*\n\n- \*\*Root\*\*/);
    await harness.dispose();
  });

  it('takes variables from the `.env` beside a Compose file', async () => {
    const harness = await start({ files: new MemoryFiles({ 'file:///w/.env': 'TAG=7.2\n' }) });
    const uri = 'file:///w/compose.yaml';
    const document = await harness.open(uri, 'services:\n  web:\n    image: redis:$TAG\n', 'dockercompose');
    expect(textOf(await hover(harness, uri, document, 'web'))).toContain('Image: `redis:7.2`, with `${TAG}` from `.env`');
    await harness.dispose();
  });

  it('reads the Dockerfile that is written in a Compose file', async () => {
    const harness = await start();
    const uri = 'file:///w/compose.yaml';
    const text = 'services:\n  web:\n    build:\n      dockerfile_inline: |\n        FROM node:24\n        USER node\n';
    const document = await harness.open(uri, text, 'dockercompose');
    expect(textOf(await hover(harness, uri, document, 'web'))).toContain('User: `node`, by its Dockerfile: `USER` in line 2.');
    await harness.dispose();
  });

  it('is about the right document of several, and plain where the client shows no Markdown', async () => {
    const harness = await start({ capabilities: { ...FULL_CAPABILITIES, textDocument: {} } });
    const document = await harness.open(POD, `${POD_TEXT}---\n${POD_TEXT.replace('name: p', 'name: other')}`);
    const found = await hover(harness, POD, document, 'other');
    expect(document.at(found!.range!)).toBe('other');
    expect(textOf(found)).toContain('Pod/other');
    expect(textOf(found)).toContain('Pod Security (v1.37): privileged.');
    await harness.dispose();
  });
});

describe('the code lens of a workload', () => {
  const ON = { initializationOptions: { settings: { codeLens: true } } };
  const APPLYING = { ...FULL_CAPABILITIES, workspace: { ...FULL_CAPABILITIES.workspace, applyEdit: true } };

  async function lenses(harness: Harness): Promise<CodeLens[]> {
    return harness.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: POD } });
  }

  it('is off unless the setting asks for it', async () => {
    const harness = await start();
    await harness.open(POD, POD_TEXT);
    expect(harness.initialized.capabilities.codeLensProvider).toEqual({});
    expect(await lenses(harness)).toEqual([]);
    await harness.dispose();
  });

  it('tells the level at the name; its command hardens to restricted, after which it has none', async () => {
    const harness = await start({ ...ON, capabilities: APPLYING });
    const document = await harness.open(POD, POD_TEXT);
    const applied: ApplyWorkspaceEditParams[] = [];
    harness.client.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      applied.push(params);
      return { applied: true };
    });
    const [lens] = await lenses(harness);
    expect(document.at(lens!.range)).toBe('p');
    expect(lens!.command?.title).toBe('Pod Security: privileged · 5 fixes from restricted');
    expect(lens!.command?.command).toBe(HardenWorkloadCommand);
    await harness.client.sendRequest('workspace/executeCommand', {
      command: lens!.command!.command,
      arguments: lens!.command!.arguments,
    });
    const text = document.after(applied[0]?.edit);
    expect(text).not.toContain('hostPID');
    const all = document.rangeOf(POD_TEXT);
    await document.replace(all, text);
    expect((await lenses(harness)).map(({ command }) => command)).toEqual([{ title: 'Pod Security: restricted', command: '' }]);
    await harness.dispose();
  });

  it('says why nothing was changed, and takes no arguments that are not its own', async () => {
    const harness = await start({ ...ON, capabilities: APPLYING });
    await harness.open(POD, POD_TEXT);
    const messages: string[] = [];
    harness.client.onNotification('window/showMessage', ({ message }: ShowMessageParams) => void messages.push(message));
    const run = (command: string, ...given: unknown[]) =>
      harness.client.sendRequest('workspace/executeCommand', { command, arguments: given });
    const elsewhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    await run(HardenWorkloadCommand, POD, elsewhere);
    await run(HardenWorkloadCommand, POD, 'x');
    await run(HardenWorkloadCommand);
    await run('other', POD, elsewhere);
    expect(messages).toEqual(['Not changed: The workload is no longer there.']);
    await harness.dispose();
  });

  it('only informs where the client makes no edits', async () => {
    const harness = await start(ON);
    await harness.open(POD, POD_TEXT);
    expect((await lenses(harness)).map(({ command }) => command?.command)).toEqual(['']);
    await harness.dispose();
  });

  it('is asked for again when settings change', async () => {
    const workspace = { ...FULL_CAPABILITIES.workspace, codeLens: { refreshSupport: true } };
    const harness = await start({ capabilities: { ...FULL_CAPABILITIES, workspace } });
    await harness.open(POD, POD_TEXT);
    let asked = 0;
    harness.client.onRequest('workspace/codeLens/refresh', () => {
      asked++;
      return null;
    });
    await harness.client.sendNotification('workspace/didChangeConfiguration', { settings: { seaworthy: { codeLens: true } } });
    expect(await lenses(harness)).toHaveLength(1);
    await harness.until(() => (asked > 0 ? asked : undefined));
    await harness.dispose();
  });
});
