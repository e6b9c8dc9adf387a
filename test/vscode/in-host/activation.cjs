// What is loaded when, and what other extensions get.
const assert = require('node:assert/strict');
const childProcess = require('node:child_process');
const vscode = require('vscode');
const { diagnostics, eventually, extension, open, uriOf } = require('./editor.cjs');

/** Long enough for a server that was wrongly started to show up. */
const QUIET_MS = 1500;

module.exports = (test) => {
  const started = recordProcesses();

  test('is not active in a window in which nothing of its kind is open', () => {
    assert.equal(extension()?.isActive, false);
  });

  test('starts no server for a YAML file that is none of ours', async () => {
    for (const name of ['other/playbook.yaml', 'other/ci.yml']) await open(name);
    await eventually(() => assert.equal(extension().isActive, true));
    await new Promise((done) => setTimeout(done, QUIET_MS));
    assert.deepEqual(serversIn(started), []);
    assert.equal(extension().exports.getFindings().size, 0);
    assert.deepEqual(vscode.languages.getDiagnostics(uriOf('other/playbook.yaml')), []);
  });

  test('starts the server, once, when a file of ours is opened, and tells what it found through its API', async () => {
    const { getFindings, onDidChangeFindings } = extension().exports;
    const told = new Promise((done) => onDidChangeFindings(done));
    const document = await open('compose.yaml');
    await diagnostics(document);
    await told;
    await open('k8s/api.yaml');
    assert.equal(serversIn(started).length, 1);
    const findings = await eventually(() => {
      const found = getFindings(document.uri);
      assert.ok(found.length > 0);
      return found;
    });
    const privileged = findings.find(({ rule }) => rule === 'compose/privileged-container');
    assert.equal(privileged?.severity, 'critical');
    assert.equal(privileged?.resource, 'worker');
    assert.deepEqual(getFindings().get(document.uri.toString()), findings);
  });
};

/** The command lines of the processes that are started from here on, by whatever extension. */
function recordProcesses() {
  const lines = [];
  for (const name of ['spawn', 'fork']) {
    const original = childProcess[name];
    childProcess[name] = function record(command, args, ...rest) {
      lines.push([command, ...(Array.isArray(args) ? args : [])].join(' '));
      return original.call(this, command, args, ...rest);
    };
  }
  return lines;
}

function serversIn(lines) {
  return lines.filter((line) => /dist[\\/]server\.js/.test(line));
}
