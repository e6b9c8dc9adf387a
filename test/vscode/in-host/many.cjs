// Fixing many at once, fixing on save, and scanning only what Git calls changed.
const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const vscode = require('vscode');
const { diagnostics, eventually, extension, open, uriOf } = require('./editor.cjs');

const COMPOSE = (name) => `services:\n  ${name}:\n    image: nginx:1.29\n    privileged: true\n`;
const RULE = 'compose/privileged-container';
const LEFT = (name) => `services:\n  ${name}:\n    image: nginx:1.29\n`;
const FILES = ['many/a-compose.yaml', 'many/b-compose.yaml'];

async function write(name, text) {
  await vscode.workspace.fs.writeFile(uriOf(name), Buffer.from(text));
}

/** Runs a command whose edit VS Code shows first, and takes or leaves all of it. */
async function previewed(answer, ...command) {
  const running = vscode.commands.executeCommand(...command);
  let done = false;
  running.then(() => (done = true));
  await eventually(async () => {
    // The commands of the preview exist only while it is shown.
    await vscode.commands.executeCommand(`refactorPreview.${answer}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(done, 'the preview is still waiting');
  });
}

module.exports = (test) => {
  test('fixes many at once: nothing before the user took it, then all that was asked for, open or not', async () => {
    for (const name of FILES) await write(name, COMPOSE('web'));
    await vscode.commands.executeCommand('seaworthy.scanWorkspace');
    const { getFindings } = extension().exports;
    await eventually(() => assert.ok(FILES.every((name) => getFindings(uriOf(name)).length > 0)));
    await previewed('discard', 'seaworthy.fixRuleEverywhere', { type: 'group', id: 'rule', rule: RULE });
    const texts = () => Promise.all(FILES.map(async (name) => (await vscode.workspace.openTextDocument(uriOf(name))).getText()));
    assert.deepEqual(await texts(), [COMPOSE('web'), COMPOSE('web')]);
    const findings = FILES.flatMap((name) =>
      getFindings(uriOf(name)).flatMap((finding) => (finding.rule === RULE ? [{ uri: uriOf(name).toString(), finding }] : [])),
    );
    await previewed('apply', 'seaworthy.hardenBelow', { type: 'group', id: 'file', findings });
    await eventually(async () => assert.deepEqual(await texts(), [LEFT('web'), LEFT('web')]));
  });

  test('fixes on save what is safe to fix', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('codeActionsOnSave', { 'source.fixAll.seaworthy': 'explicit' }, vscode.ConfigurationTarget.Global);
    await write('many/save-compose.yaml', `# seaworthy-ignore-file compose/no-such-rule -- old\n${COMPOSE('web')}`);
    const document = await open('many/save-compose.yaml');
    await diagnostics(document);
    await vscode.window.activeTextEditor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# edited\n'));
    await document.save();
    assert.equal(document.getText(), `# edited\n${COMPOSE('web')}`);
    assert.equal(document.isDirty, false);
    await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
  });

  test('scans only the files that Git calls changed', async () => {
    const folder = vscode.workspace.workspaceFolders[0].uri.fsPath;
    const git = (...args) => execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args]);
    await write('many/old-compose.yaml', COMPOSE('old'));
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'all');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('seaworthy.clearScan');
    await write('many/new-compose.yaml', COMPOSE('fresh'));
    const { exports } = vscode.extensions.getExtension('vscode.git');
    const repository = await exports.getAPI(1).openRepository(vscode.workspace.workspaceFolders[0].uri);
    await repository.status();
    const { getFindings } = extension().exports;
    await eventually(async () => {
      await vscode.commands.executeCommand('seaworthy.scanChangedFiles');
      assert.ok(getFindings(uriOf('many/new-compose.yaml')).length > 0);
    });
    assert.equal(getFindings(uriOf('many/old-compose.yaml')).length, 0);
    await vscode.workspace.fs.delete(uriOf('.git'), { recursive: true });
    await vscode.workspace.fs.delete(uriOf('many'), { recursive: true });
    await vscode.commands.executeCommand('seaworthy.clearScan');
  });
};
