// Code actions, applied as VS Code applies them.
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { actionsAt, diagnostics, open, rangeOf, revert, ruleOf } = require('./editor.cjs');

module.exports = (test) => {
  test('fixes one finding, and only it', async () => {
    const document = await open('compose.yaml');
    await diagnostics(document);
    const before = document.getText();
    const [fix] = await actionsAt(document, rangeOf(document, '${WORKER_PRIVILEGED:-true}'));
    assert.equal(fix.title, 'Remove privileged (may change behaviour)');
    assert.ok(fix.kind.contains(vscode.CodeActionKind.QuickFix));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), before.replace('    privileged: ${WORKER_PRIVILEGED:-true}\n', ''));
    await diagnostics(document, (all) => all.length > 0 && !all.some((one) => ruleOf(one) === 'compose/privileged-container'));
    await revert(document);
  });

  test('ignores one finding by a comment that silences it alone', async () => {
    const document = await open('compose.yaml');
    const all = await diagnostics(document);
    const actions = await actionsAt(document, rangeOf(document, '"80:80"'));
    const ignore = actions.find(({ title }) => title === 'Ignore compose/port-all-interfaces here…');
    assert.ok(await vscode.workspace.applyEdit(ignore.edit));
    assert.match(document.getText(), /# seaworthy-ignore compose\/port-all-interfaces -- reason/);
    const left = await diagnostics(document, (found) => found.length === all.length - 1);
    assert.equal(left.filter((one) => ruleOf(one) === 'compose/port-all-interfaces').length, 1);
    assert.equal(ignore.command.command, 'seaworthy.selectRange');
    await revert(document);
  });

  test('offers all safe fixes as source.fixAll.seaworthy: nothing that may change behaviour', async () => {
    const document = await open('ours/unused-compose.yaml');
    await diagnostics(document);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [fixAll, ...others] = await actionsAt(document, whole, 'source.fixAll.seaworthy');
    assert.deepEqual(others, []);
    assert.ok(await vscode.workspace.applyEdit(fixAll.edit));
    assert.equal(document.getText(), 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n');
    await revert(document);
  });

  test('offers nothing under source.fixAll where no fix is safe', async () => {
    const document = await open('ours/plain-compose.yaml');
    await diagnostics(document);
    assert.deepEqual(await actionsAt(document, new vscode.Range(0, 0, document.lineCount, 0), 'source.fixAll.seaworthy'), []);
  });

  test('offers no fix that can not be made, and tells why in the hover', async () => {
    const document = await open('ours/swarm-stack.yml');
    await diagnostics(document);
    const port = rangeOf(document, '"8080:80"');
    const titles = (await actionsAt(document, port)).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => !/^(Ignore|Explain) /.test(title)),
      [],
    );
    const [hover] = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, port.start);
    assert.match(hover.contents[0].value, /No automatic fix: a swarm ignores the address/);
  });

  test('offers a short menu for all that one service lacks, and one comment to ignore it', async () => {
    const document = await open('compose.yaml');
    const before = await diagnostics(document);
    const actions = await actionsAt(document, rangeOf(document, 'proxy', 1));
    const [harden] = actions;
    assert.match(harden.title, /^Harden proxy: apply all \d+ /);
    assert.equal(actions.filter(({ title }) => /^(?:Ignore|Fix all|Explain) /.test(title)).length <= 5, true);
    const ignore = actions.find(({ title }) => /^Ignore these \d+ findings here…$/.test(title));
    assert.ok(await vscode.workspace.applyEdit(ignore.edit));
    assert.match(document.getText(), /# seaworthy-ignore (?:compose\/[a-z-]+, )+compose\/[a-z-]+ -- reason\n {2}proxy:/);
    await diagnostics(document, (found) => found.length === before.length - 1);
    await revert(document);
  });

  test('marks no action preferred that may change behaviour', async () => {
    const document = await open('compose.yaml');
    await diagnostics(document);
    const actions = await actionsAt(document, rangeOf(document, '"80:80"'));
    assert.deepEqual(
      actions.filter(({ isPreferred }) => isPreferred),
      [],
    );
    const other = await open('ours/unused.Dockerfile');
    await diagnostics(other);
    const preferred = (await actionsAt(other, rangeOf(other, 'dockerfile/no-such-rule'))).filter(
      ({ isPreferred }) => isPreferred,
    );
    assert.equal(preferred.length, 1);
    assert.ok(await vscode.workspace.applyEdit(preferred[0].edit));
    assert.equal(other.getText(), 'FROM alpine:3.20\nRUN true\n');
    await revert(other);
  });
};
