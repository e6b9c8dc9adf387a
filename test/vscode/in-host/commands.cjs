// Commands, run by their ids.
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { diagnostics, eventually, extension, open, uriOf } = require('./editor.cjs');

module.exports = (test) => {
  test('registers every command of the manifest', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const { commands } = extension().packageJSON.contributes;
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  test('scans the workspace: findings and diagnostics of files that are not open, and of no other YAML', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('seaworthy.scanWorkspace');
    const { getFindings } = extension().exports;
    await eventually(() => {
      const files = [...getFindings().keys()];
      for (const name of ['compose.yaml', 'k8s/api.yaml', 'ours/unused.Dockerfile', 'ours/unused-compose.yaml']) {
        assert.ok(files.includes(uriOf(name).toString()), `${name} is not among ${files.join(' ')}`);
      }
      assert.equal(files.filter((file) => file.includes('/other/')).length, 0);
    });
    assert.ok(vscode.languages.getDiagnostics(uriOf('ours/unused-compose.yaml')).length > 0);
  });

  test('clears what the scan found, but not what is open', async () => {
    const document = await open('compose.yaml');
    await diagnostics(document);
    // A file that no test opened: VS Code keeps documents for a while after their tabs are closed.
    const scanned = uriOf('ours/only-scanned-compose.yaml');
    await vscode.workspace.fs.writeFile(scanned, Buffer.from('services:\n  web:\n    image: nginx\n    privileged: true\n'));
    await vscode.commands.executeCommand('seaworthy.scanWorkspace');
    const { getFindings } = extension().exports;
    await eventually(() => assert.ok(getFindings(scanned).length > 0));
    await vscode.commands.executeCommand('seaworthy.clearScan');
    await eventually(() => {
      assert.equal(getFindings(scanned).length, 0);
      assert.deepEqual(vscode.languages.getDiagnostics(scanned), []);
    });
    assert.ok(getFindings(document.uri).length > 0);
    await vscode.workspace.fs.delete(scanned);
  });

  test('fixes all safe findings of the file in the editor', async () => {
    const document = await open('ours/unused-compose.yaml');
    await diagnostics(document);
    await vscode.commands.executeCommand('seaworthy.fixAllInFile');
    await eventually(() => assert.equal(document.getText(), 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('forgets its findings when it is switched off, and finds them again when it is on', async () => {
    const document = await open('compose.yaml');
    await diagnostics(document);
    const settings = vscode.workspace.getConfiguration('seaworthy');
    await settings.update('enable', false, vscode.ConfigurationTarget.Global);
    await diagnostics(document, (all) => all.length === 0);
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Global);
    await diagnostics(document);
  });
};
