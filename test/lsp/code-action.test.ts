import { describe, expect, it } from 'vitest';
import type { CodeAction, CodeActionOptions } from 'vscode-languageserver/node';
import { FULL_CAPABILITIES, Harness } from './support/harness.ts';

const URI = 'file:///w/compose.yaml';
const HARDENED = '    read_only: true\n    cap_drop: ALL\n';
const TWO = `services:\n  web:\n    privileged: true\n${HARDENED}  db:\n    privileged: true\n${HARDENED}`;
const OWN = { initializationOptions: { commands: true, pageBase: 'file:///p' } };

function titled(actions: readonly CodeAction[], start: string): CodeAction {
  const action = actions.find((a) => a.title.startsWith(start));
  if (!action) throw new Error(`no action ${start} in ${actions.map((a) => a.title).join(' | ')}`);
  return action;
}

describe('code actions', () => {
  it('offers the fix first and preferred, for the version of the document', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, TWO, 'yaml', 4);
    const [diagnostic] = await document.diagnostics();
    const actions = await harness.actions(URI, diagnostic!.range);
    expect(actions[0]).toMatchObject({
      title: 'Remove privileged',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [diagnostic],
    });
    expect(actions.filter((a) => a.isPreferred)).toHaveLength(1);
    expect(document.after(actions[0]?.edit)).toBe(TWO.replace('\n    privileged: true', ''));
    await harness.dispose();
  });

  it('computes from the current text, not from what was published', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, TWO);
    await document.diagnostics();
    await document.insertBefore('services:', '# a comment\n');
    const actions = await harness.actions(URI, document.rangeOf('true', 0));
    expect(document.after(actions[0]?.edit)).toBe(`# a comment\n${TWO.replace('\n    privileged: true', '')}`);
    await harness.dispose();
  });

  it('offers all of this rule in the file, and safe fixes of the file as source.fixAll.seaworthy', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, TWO.replace('  db:\n', '  db:\n    image: nginx:latest\n'));
    const ruleFix = titled(await harness.actions(URI, document.rangeOf('true')), 'Fix all 2 “privileged” in this file');
    expect(document.after(ruleFix.edit)).not.toContain('privileged');
    const fixAll = await harness.actions(URI, document.rangeOf('services'), ['source.fixAll']);
    expect(fixAll.map((a) => a.kind)).toEqual(['source.fixAll.seaworthy']);
    expect(document.after(fixAll[0]?.edit)).not.toContain('privileged');
    expect(document.after(fixAll[0]?.edit)).toContain('nginx:latest');
    const { codeActionProvider } = harness.initialized.capabilities;
    expect((codeActionProvider as CodeActionOptions).codeActionKinds).toContain('source.fixAll.seaworthy');
    await harness.dispose();
  });

  it('offers nothing under source.fixAll when nothing is safe to fix, and no quick fix when one of another kind is asked', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, `services:\n  web:\n    image: nginx:latest\n${HARDENED}`);
    expect(await harness.actions(URI, document.rangeOf('nginx'), ['source.fixAll.seaworthy'])).toEqual([]);
    expect(await harness.actions(URI, document.rangeOf('nginx'), ['refactor'])).toEqual([]);
    await harness.dispose();
  });

  it('shows a fix that can not be made disabled, with why', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, `services:\n  web:\n    user: root\n${HARDENED}`);
    const action = titled(await harness.actions(URI, document.rangeOf('root')), 'Set another user');
    expect(action).toMatchObject({ disabled: { reason: 'The value comes from an anchor.' } });
    expect(action.edit).toBeUndefined();
    expect(action.isPreferred).toBeUndefined();
    await harness.dispose();
  });

  it('leaves disabled actions out for clients that would run them', async () => {
    const textDocument = {
      ...FULL_CAPABILITIES.textDocument,
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    };
    const harness = await Harness.start({ capabilities: { ...FULL_CAPABILITIES, textDocument } });
    const document = await harness.open(URI, `services:\n  web:\n    user: root\n${HARDENED}`);
    const titles = (await harness.actions(URI, document.rangeOf('root'))).map((a) => a.title);
    expect(titles).toEqual([
      'Ignore compose/root-user here…',
      'Ignore compose/root-user for web…',
      'Ignore compose/root-user in this file…',
    ]);
    await harness.dispose();
  });

  it('hardens a service at once or part by part, and ignores what it lacks by one comment', async () => {
    const harness = await Harness.start(OWN);
    const document = await harness.open(URI, 'services:\n  web:\n    image: a:1\n');
    const actions = await harness.actions(URI, document.rangeOf('web'));
    expect(actions.map((a) => a.title)).toEqual([
      'Harden web: apply all 2 (may change behaviour)',
      'Add read_only: true',
      'Add cap_drop: ALL',
      'Ignore these 2 findings here…',
      'Ignore these 2 findings in this file…',
      'Explain compose/read-only',
      'Explain compose/cap-drop',
    ]);
    expect(actions.some((a) => a.isPreferred)).toBe(false);
    for (const [index, comment] of [
      [3, '  # seaworthy-ignore compose/read-only, compose/cap-drop -- reason\n  web:'],
      [4, '# seaworthy-ignore-file compose/read-only, compose/cap-drop -- reason\nservices:'],
    ] as const) {
      const after = document.after(actions[index]?.edit);
      expect(after).toContain(comment);
      const { start, end } = actions[index]?.command?.arguments?.[1] ?? {};
      expect(after.split('\n')[start.line]?.slice(start.character, end.character)).toBe('reason');
    }
    const hardened = document.after(actions[0]?.edit);
    expect(hardened).toContain('read_only: true');
    expect(hardened).toContain('cap_drop: ALL');
    await harness.dispose();
  });

  it('selects the placeholder for our own client, and gives others the plain edit', async () => {
    const text = `services:\n  web:\n    image: nginx:latest\n${HARDENED}`;
    const own = await Harness.start(OWN);
    const document = await own.open(URI, text);
    const action = titled(await own.actions(URI, document.rangeOf('nginx')), 'Pin the digest');
    expect(action.isPreferred).toBeUndefined();
    const after = document.after(action.edit);
    const [uri, range] = action.command?.arguments ?? [];
    expect([action.command?.command, uri]).toEqual(['seaworthy.selectRange', URI]);
    expect(after.split('\n')[range.start.line]?.slice(range.start.character, range.end.character)).toBe('DIGEST');
    await own.dispose();
    const other = await Harness.start();
    await other.open(URI, text);
    const plain = titled(await other.actions(URI, document.rangeOf('nginx')), 'Pin the digest');
    expect(plain.command).toBeUndefined();
    expect(plain.edit).toBeDefined();
    await other.dispose();
  });

  it('ignores a finding here or in the file with the reason selected', async () => {
    const harness = await Harness.start(OWN);
    const document = await harness.open(URI, TWO);
    const actions = await harness.actions(URI, document.rangeOf('true'));
    for (const [title, comment] of [
      ['Ignore compose/privileged here', '    # seaworthy-ignore compose/privileged'],
      ['Ignore compose/privileged for web', '  # seaworthy-ignore compose/privileged -- reason\n  web:'],
      ['Ignore compose/privileged in this file', 'seaworthy-ignore-file compose/privileged'],
    ] as const) {
      const action = titled(actions, title);
      const after = document.after(action.edit);
      expect(after).toContain(comment);
      const range = action.command?.arguments?.[1];
      const selected = after.split('\n')[range.start.line]?.slice(range.start.character, range.end.character);
      expect(selected).toBe('reason');
    }
    await harness.dispose();
  });

  it('opens the page only where the client can', async () => {
    const own = await Harness.start(OWN);
    const document = await own.open(URI, TWO);
    const page = titled(await own.actions(URI, document.rangeOf('true')), 'Explain');
    expect(page.command).toMatchObject({ command: 'seaworthy.openRule', arguments: ['compose/privileged'] });
    await own.dispose();
    const other = await Harness.start();
    await other.open(URI, TWO);
    expect((await other.actions(URI, document.rangeOf('true'))).some((a) => a.command)).toBe(false);
    await other.dispose();
  });

  it('computes edits when they are chosen, for clients that ask then, from the text of that moment', async () => {
    const codeAction = {
      ...FULL_CAPABILITIES.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit', 'command'] },
    };
    const harness = await Harness.start({
      capabilities: { ...FULL_CAPABILITIES, textDocument: { ...FULL_CAPABILITIES.textDocument, codeAction } },
    });
    const document = await harness.open(URI, TWO);
    const [action] = await harness.actions(URI, document.rangeOf('true'));
    expect(action?.edit).toBeUndefined();
    await document.insertBefore('services:', '# later\n');
    const resolved = await harness.client.sendRequest<CodeAction>('codeAction/resolve', action);
    expect(document.after(resolved.edit)).toBe(`# later\n${TWO.replace('\n    privileged: true', '')}`);
    await harness.dispose();
  });

  it('gives plain changes to clients without document versions', async () => {
    const harness = await Harness.start({ capabilities: { textDocument: FULL_CAPABILITIES.textDocument! } });
    const document = await harness.open(URI, TWO);
    const [action] = await harness.actions(URI, document.rangeOf('true'));
    expect(action?.edit?.documentChanges).toBeUndefined();
    expect(action?.edit?.changes?.[URI]).toHaveLength(1);
    await harness.dispose();
  });

  it('prefers one action only when a selection holds several findings', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, TWO);
    const all = await harness.actions(URI, document.rangeOf(document.text));
    expect(all.filter((a) => a.title === 'Remove privileged')).toHaveLength(2);
    expect(all.filter((a) => a.isPreferred)).toHaveLength(1);
    await harness.dispose();
  });

  it('marks a single fix that may break something, and names no resource where that is the same place', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, 'services:\n  web:\n    read_only: true\n');
    expect((await harness.actions(URI, document.rangeOf('web'))).map((a) => a.title)).toEqual([
      'Add cap_drop: ALL (may change behaviour)',
      'Ignore compose/cap-drop here…',
      'Ignore compose/cap-drop in this file…',
    ]);
    await harness.dispose();
  });

  it('keeps the menu of a long selection short', async () => {
    const harness = await Harness.start(OWN);
    const many = Array.from({ length: 5 }, (_, i) => `  s${i}:\n    privileged: true\n${HARDENED}`).join('');
    const document = await harness.open(URI, `services:\n${many}`);
    const actions = await harness.actions(URI, document.rangeOf(document.text), ['quickfix']);
    expect(actions.map((a) => a.title)).toEqual([
      ...Array.from({ length: 5 }, () => 'Remove privileged'),
      'Fix all 5 “privileged” in this file',
      'Ignore these 5 findings here…',
      'Ignore these 5 findings in this file…',
      'Explain compose/privileged',
    ]);
    const here = titled(actions, 'Ignore these 5 findings here');
    expect(document.after(here.edit).match(/# seaworthy-ignore compose\/privileged -- reason/g)).toHaveLength(5);
    await harness.dispose();
  });

  it('offers nothing where nothing is wrong', async () => {
    const harness = await Harness.start();
    const document = await harness.open(URI, TWO);
    const actions = await harness.actions(URI, document.rangeOf('services'), ['quickfix']);
    expect(actions).toEqual([]);
    await harness.dispose();
  });
});
