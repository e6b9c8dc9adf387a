// Ways to silence a finding that are no comment, and what the project lets comments do.
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { actionsAt, diagnostics, eventually, open, rangeOf, revert, ruleOf, uriOf } = require('./editor.cjs');

const RULE = 'compose/privileged-container';
const FILE = 'ours/plain-compose.yaml';
const CONFIG = '.seaworthy.yaml';
const BASELINE = '.seaworthy-baseline.json';
const names = (rule) => (found) => found.some((one) => ruleOf(one) === rule);
const lacks = (rule) => (found) => !names(rule)(found);

const textOf = async (name) => Buffer.from(await vscode.workspace.fs.readFile(uriOf(name))).toString();
const isThere = (name) =>
  vscode.workspace.fs.stat(uriOf(name)).then(
    () => true,
    () => false,
  );

async function closed(name) {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === uriOf(name).toString());
  if (document) await revert(document);
  if (await isThere(name)) await vscode.workspace.fs.delete(uriOf(name));
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

module.exports = (test) => {
  test('ignores a rule for a path by an entry of the config, which is undone like any edit', async () => {
    const document = await open(FILE);
    await diagnostics(document, names(RULE));
    const actions = await actionsAt(document, rangeOf(document, 'true'));
    const action = actions.find(({ title }) => title === `Ignore ${RULE} for ours/** in the config…`);
    assert.ok(action, actions.map(({ title }) => title).join(' | '));
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await vscode.commands.executeCommand(action.command.command, ...action.command.arguments);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor.document.uri.toString(), uriOf(CONFIG).toString());
    assert.equal(editor.document.getText(editor.selection), 'reason');
    assert.match(
      editor.document.getText(),
      /^overrides:\n {2}- files: \["ours\/\*\*"\]\n {4}rules:\n {6}compose\/privileged-container: "off" # reason\n$/,
    );
    await diagnostics(document, lacks(RULE));
    await vscode.commands.executeCommand('undo');
    await diagnostics(document, names(RULE));
    await closed(CONFIG);
  });

  test('creates a baseline of all that is found, and clears it', async () => {
    const document = await open(FILE);
    await diagnostics(document, names(RULE));
    await vscode.commands.executeCommand('seaworthy.createBaseline');
    await diagnostics(document, lacks(RULE));
    const lines = (await textOf(BASELINE)).split('\n').filter((line) => line.includes('"fingerprint"'));
    assert.ok(lines.some((line) => line.includes(`{"path":"${FILE}","rule":"${RULE}"`)));
    assert.deepEqual(
      lines.map((line) => line.replace(/,$/, '')),
      lines.map((line) => line.replace(/,$/, '')).toSorted(),
    );
    await vscode.window.showTextDocument(document);
    const editor = vscode.window.activeTextEditor;
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '# moved\n\n'));
    await diagnostics(document, lacks(RULE));
    await revert(document);
    await vscode.commands.executeCommand('seaworthy.clearBaseline');
    assert.equal(await isThere(BASELINE), false);
    await diagnostics(document, names(RULE));
  });

  test('adds one finding to the baseline', async () => {
    const document = await open(FILE);
    await diagnostics(document, names(RULE));
    const actions = await actionsAt(document, rangeOf(document, 'true'));
    const action = actions.find(({ title }) => title === 'Ignore this finding by the baseline');
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await diagnostics(document, lacks(RULE));
    await closed(BASELINE);
    await open(FILE);
    await diagnostics(document, names(RULE));
  });

  test('lets comments silence as much as the setting says, at once', async () => {
    const document = await open(FILE);
    const settings = vscode.workspace.getConfiguration('seaworthy');
    await vscode.window.activeTextEditor.edit((edit) =>
      edit.insert(new vscode.Position(3, 0), `    # seaworthy-ignore ${RULE}\n`),
    );
    await diagnostics(document, lacks(RULE));
    for (const policy of ['with-reason', 'never']) {
      await settings.update('allowInlineIgnore', policy, vscode.ConfigurationTarget.Global);
      const tells = ({ message }) => message.includes(`allowInlineIgnore: ${policy}`);
      await diagnostics(document, (found) => names(RULE)(found) && found.some(tells));
    }
    await settings.update('allowInlineIgnore', undefined, vscode.ConfigurationTarget.Global);
    await diagnostics(document, lacks(RULE));
    await revert(document);
  });

  test('takes severities of rules from the settings, and from the config before them', async () => {
    const document = await open(FILE);
    const settings = vscode.workspace.getConfiguration('seaworthy');
    await settings.update('rules', { [RULE]: 'off' }, vscode.ConfigurationTarget.Global);
    await diagnostics(document, lacks(RULE));
    await vscode.workspace.fs.writeFile(uriOf(CONFIG), Buffer.from(`rules:\n  ${RULE}: low\n`));
    const found = await diagnostics(document, names(RULE));
    assert.equal(found.find((one) => ruleOf(one) === RULE).severity, vscode.DiagnosticSeverity.Information);
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    await closed(CONFIG);
  });

  test('opens the configuration, and creates it when there is none', async () => {
    await open(FILE);
    await vscode.commands.executeCommand('seaworthy.openConfig');
    const { document } = vscode.window.activeTextEditor;
    assert.equal(document.uri.toString(), uriOf(CONFIG).toString());
    assert.match(document.getText(), /^profile: recommended/m);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    await closed(CONFIG);
  });

  test('completes rule ids in the config and in comments', async () => {
    await vscode.workspace.fs.writeFile(uriOf(CONFIG), Buffer.from('rules:\n  compose/priv\n'));
    const config = await open(CONFIG);
    const complete = async (document, line, character) => {
      const at = new vscode.Position(line, character);
      const list = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, at);
      return list.items.map(({ label }) => label.label ?? label);
    };
    await eventually(async () => assert.ok((await complete(config, 1, 14)).includes(RULE)));
    const document = await open(FILE);
    await vscode.window.activeTextEditor.edit((edit) => edit.insert(new vscode.Position(3, 0), '    # seaworthy-ignore \n'));
    await eventually(async () => assert.ok((await complete(document, 3, 23)).includes(RULE)));
    await revert(document);
    await closed(CONFIG);
  });
};
