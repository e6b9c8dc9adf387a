// Diagnostics and hovers of the three kinds of files.
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { diagnostics, open, rangeOf, ruleOf } = require('./editor.cjs');

const { Error, Warning, Information } = vscode.DiagnosticSeverity;

/** Rule, what is underlined, which one of these in the file, and how severe it is shown. */
const EXPECTED = {
  'compose.yaml': [
    ['compose/privileged-container', '${WORKER_PRIVILEGED:-true}', 0, Error],
    ['compose/docker-socket-mount', '/var/run/docker.sock', 0, Error],
    ['compose/port-all-interfaces', '"8080:8080"', 0, Warning],
  ],
  'k8s/api.yaml': [
    ['kubernetes/privileged-container', 'true', 1, Error],
    ['kubernetes/host-namespace', 'true', 0, Error],
  ],
  'api/Dockerfile': [
    ['dockerfile/secret-in-arg-or-env', 'SESSION_SECRET', 0, Error],
    ['dockerfile/world-writable-chmod', '777', 0, Warning],
  ],
  'ours/unused.Dockerfile': [['seaworthy/unused-suppression', 'dockerfile/no-such-rule', 0, Information]],
};

module.exports = (test) => {
  for (const [name, expected] of Object.entries(EXPECTED)) {
    test(`diagnoses ${name}: code with its page, source, severity and range`, async () => {
      const document = await open(name);
      const found = await diagnostics(document);
      for (const [rule, piece, nth, severity] of expected) {
        const range = rangeOf(document, piece, nth);
        const diagnostic = found.find((one) => ruleOf(one) === rule && one.range.isEqual(range));
        assert.ok(diagnostic, `${rule} is not at ${piece}: ${JSON.stringify(found, null, 1)}`);
        assert.equal(diagnostic.severity, severity);
        assert.equal(diagnostic.source, 'seaworthy');
        assert.equal(diagnostic.code.target.toString(), `seaworthy-rule:/${rule}.md`);
      }
    });
  }

  test('shows what one service lacks as one diagnostic on its name', async () => {
    const document = await open('compose.yaml');
    const onName = (await diagnostics(document)).filter(({ range }) => range.isEqual(rangeOf(document, 'proxy', 1)));
    assert.equal(onName.length, 1);
    assert.equal(onName[0].severity, Information);
    assert.ok(onName[0].relatedInformation.length >= 2);
  });

  test('follows the text: a diagnostic comes and goes as it is typed, and moves with its line', async () => {
    const document = await open('k8s/api.yaml');
    const isPrivileged = (one) => ruleOf(one) === 'kubernetes/privileged-container';
    const [before] = (await diagnostics(document)).filter(isPrivileged);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# one line more\n');
    await vscode.workspace.applyEdit(edit);
    await diagnostics(document, (all) => all.filter(isPrivileged)[0]?.range.start.line === before.range.start.line + 1);
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, rangeOf(document, 'true', 1), 'false');
    await vscode.workspace.applyEdit(change);
    await diagnostics(document, (all) => all.length > 0 && !all.some(isPrivileged));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await diagnostics(document, (all) => all.some(isPrivileged));
  });

  test('explains a finding in its hover, and says nothing anywhere else', async () => {
    const document = await open('compose.yaml');
    await diagnostics(document);
    const at = rangeOf(document, 'SYS_ADMIN').start;
    const [hover] = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at);
    const text = hover.contents.map(({ value }) => value).join('\n');
    assert.match(text, /Fix: Remove `SYS_ADMIN` from `cap_add`\. /);
    // VS Code shows the diagnostic in the same hover.
    const [diagnostic] = (await diagnostics(document)).filter((one) => one.range.contains(at));
    assert.ok(!text.replaceAll('`', '').includes(diagnostic.message));
    assert.ok(hover.range.isEqual(rangeOf(document, 'SYS_ADMIN')));
    const elsewhere = rangeOf(document, 'restart').start;
    assert.deepEqual(await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, elsewhere), []);
  });
};
