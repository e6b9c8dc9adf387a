// What stands around the findings: reports, tasks and their matcher, samples, snippets, inlay hints, and other extensions' findings.
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const vscode = require('vscode');
const { diagnostics, eventually, extension, open, ruleOf, uriOf } = require('./editor.cjs');

const RULE = 'compose/privileged-container';
const WHOLE = new vscode.Range(0, 0, 1000, 0);

module.exports = (test) => {
  test('writes reports on what is open, in each format', async () => {
    const document = await open('ours/plain-compose.yaml');
    await diagnostics(document, (found) => found.some((one) => ruleOf(one) === RULE));
    for (const [format, check] of Object.entries({
      html: (text) => assert.match(text, /^<!doctype html>[\s\S]*Why it matters:/),
      sarif: (text) => {
        const [run] = JSON.parse(text).runs;
        assert.equal(run.tool.driver.semanticVersion, extension().packageJSON.version);
        assert.ok(run.results.some(({ ruleId }) => ruleId === RULE));
        assert.match(run.tool.driver.rules.find(({ id }) => id === RULE).help.text, /root on the host/);
      },
      json: (text) => assert.ok(JSON.parse(text).files.some(({ path }) => path === 'ours/plain-compose.yaml')),
      markdown: (text) => assert.match(text, /^# Seaworthy\n[\s\S]*## ours\/plain-compose\.yaml/),
    })) {
      const uri = uriOf(`report.${format}`);
      await vscode.commands.executeCommand('seaworthy.exportReport', { format, uri });
      check(Buffer.from(await vscode.workspace.fs.readFile(uri)).toString());
      await vscode.workspace.fs.delete(uri);
    }
  });

  test('shows the whole page of a rule', async () => {
    const uri = vscode.Uri.from({ scheme: 'seaworthy-rule', path: `/${RULE}.md` });
    const page = (await vscode.workspace.openTextDocument(uri)).getText();
    const whole = readFileSync(join(extension().extensionPath, 'docs', 'rules', `${RULE}.md`), 'utf8');
    assert.equal(page, whole);
  });

  test('has a task that scans, and fails from a severity on', async () => {
    const [task] = await vscode.tasks.fetchTasks({ type: 'seaworthy' });
    assert.equal(task.definition.task, 'scan');
    assert.deepEqual(task.problemMatchers, []);
    assert.equal(await exitCodeOf(task), 1);
    const folder = vscode.workspace.workspaceFolders[0].uri;
    const tasks = { version: '2.0.0', tasks: [{ label: 'never fails', type: 'seaworthy', task: 'scan', failOn: 'never' }] };
    const file = vscode.Uri.joinPath(folder, '.vscode', 'tasks.json');
    await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(tasks)));
    const own = await eventually(async () => {
      const found = (await vscode.tasks.fetchTasks()).find(({ name }) => name === 'never fails');
      assert.ok(found, 'tasks.json is not read yet');
      return found;
    });
    assert.equal(await exitCodeOf(own), 0);
    await vscode.workspace.fs.delete(file);
    assert.ok(extension().exports.getFindings().size > 1);
    await vscode.commands.executeCommand('seaworthy.clearScan');
  });

  test('reads the compact report of a task by its problem matcher', async () => {
    const notes = uriOf('other/ci.yml');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(notes));
    const line =
      'other/ci.yml:3:5: error: Service web (a:1) runs privileged: every capability [compose/privileged-container, critical]';
    const lines = [line, '4 files: 1 critical', 'other/ci.yml:1:1: warning: x [syntax]'];
    const told = () => vscode.languages.getDiagnostics(notes).filter(({ source }) => source === 'seaworthy');
    // VS Code reads what a terminal has drawn when its task ends: a slow machine needs a task that lasts.
    for (const lasts of [1000, 4000, 9000]) {
      // The host has no terminals of the system: a task that prints is as good to a matcher.
      const execution = new vscode.CustomExecution(async () => printing(lines, lasts));
      const folder = vscode.workspace.workspaceFolders[0];
      const task = new vscode.Task({ type: 'test' }, folder, 'compact', 'test', execution, '$seaworthy');
      assert.equal(await exitCodeOf(task), 0);
      await new Promise((done) => setTimeout(done, 1000));
      if (told().length > 0) break;
    }
    const found = told().sort((a, b) => b.range.start.line - a.range.start.line);
    assert.equal(found.length, 2);
    assert.equal(found[0].message, 'Service web (a:1) runs privileged: every capability');
    assert.equal(ruleOf(found[0]), 'compose/privileged-container');
    assert.deepEqual([found[0].range.start.line, found[0].range.start.character], [2, 4]);
    assert.equal(found[0].severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found[1].severity, vscode.DiagnosticSeverity.Warning);
  });

  test('opens samples in memory, which have findings, and fixed ones, which have none', async () => {
    const { getFindings } = extension().exports;
    for (const sample of ['dockerfile', 'compose', 'kubernetes']) {
      await vscode.commands.executeCommand('seaworthy.openSample', sample);
      const { document } = vscode.window.activeTextEditor;
      assert.equal(document.uri.scheme, 'untitled');
      await diagnostics(document, (found) => found.length > 1);
      await vscode.commands.executeCommand('seaworthy.openSample', sample, 'fixed');
      const fixed = vscode.window.activeTextEditor.document;
      assert.notEqual(fixed.uri.toString(), document.uri.toString());
      await vscode.commands.executeCommand('vscode.executeHoverProvider', fixed.uri, new vscode.Position(0, 0));
      assert.deepEqual(getFindings(fixed.uri), []);
      assert.deepEqual(
        vscode.languages.getDiagnostics(fixed.uri).filter(({ source }) => source === 'seaworthy'),
        [],
      );
      for (let left = 2; left > 0; left--) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  test('offers the hardened snippets', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content: 'FROM debian:13\nhardened-u' });
    await vscode.window.showTextDocument(document);
    await eventually(async () => {
      const list = await vscode.commands.executeCommand(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(1, 10),
      );
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes('hardened-user'), labels.join(' '));
    });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('shows effective users and capabilities where the setting asks for it', async () => {
    const document = await open('ours/plain-compose.yaml');
    const hints = () => vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, WHOLE);
    assert.deepEqual(await hints(), []);
    const settings = vscode.workspace.getConfiguration('seaworthy');
    await settings.update('inlayHints', true, vscode.ConfigurationTarget.Global);
    try {
      await eventually(async () => assert.match(String((await hints())[0]?.label), /privileged/));
    } finally {
      await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually(async () => assert.deepEqual(await hints(), []));
  });

  test('leaves to another extension what that tells in the same line, as long as it does and the setting says so', async () => {
    const document = await open('ours/doubled.Dockerfile');
    const has = (wanted) => (found) => found.some((one) => ruleOf(one) === 'dockerfile/image-latest-tag') === wanted;
    await diagnostics(document, has(true));
    const other = vscode.languages.createDiagnosticCollection('other-linter');
    const tell = (source, code, line) => {
      const diagnostic = new vscode.Diagnostic(new vscode.Range(line, 0, line, 5), 'said by another');
      Object.assign(diagnostic, { source, code });
      other.set(document.uri, [diagnostic]);
    };
    const settings = vscode.workspace.getConfiguration('seaworthy');
    try {
      tell('hadolint', { value: 'DL3007', target: vscode.Uri.parse('https://example.com') }, 0);
      await diagnostics(document, has(false));
      tell('hadolint', 'DL3007', 2);
      await diagnostics(document, has(true));
      tell('Trivy', 'AVD-DS-0001', 0);
      await diagnostics(document, has(false));
      await settings.update('avoidDuplicates', false, vscode.ConfigurationTarget.Global);
      await diagnostics(document, has(true));
      await settings.update('avoidDuplicates', undefined, vscode.ConfigurationTarget.Global);
      await diagnostics(document, has(false));
      assert.ok(
        extension()
          .exports.getFindings(document.uri)
          .some(({ rule }) => rule === 'dockerfile/image-latest-tag'),
      );
    } finally {
      await settings.update('avoidDuplicates', undefined, vscode.ConfigurationTarget.Global);
      other.dispose();
    }
    await diagnostics(document, has(true));
  });

  test('brings a walkthrough whose steps and files are there', async () => {
    const { walkthroughs } = extension().packageJSON.contributes;
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension().id}#${walkthroughs[0].id}`, false);
    await eventually(() => {
      const labels = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      assert.ok(
        labels.some((label) => /Walkthrough|Welcome/.test(label)),
        labels.join(' '),
      );
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
};

/** Runs a task to its end. */
async function exitCodeOf(task) {
  let listening;
  const ended = new Promise((resolve) => {
    listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name === task.name) resolve(exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  const code = await ended;
  listening.dispose();
  return code;
}

/** A terminal that prints lines and ends after so many milliseconds. */
function printing(lines, lasts) {
  const [written, closed] = [new vscode.EventEmitter(), new vscode.EventEmitter()];
  const open = () => {
    written.fire(`${lines.join('\r\n')}\r\n`);
    setTimeout(() => closed.fire(0), lasts);
  };
  return { onDidWrite: written.event, onDidClose: closed.event, open, close: () => undefined };
}
