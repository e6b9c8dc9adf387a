// Writes down what VS Code's diagnostics of one file are whenever they change: the settings `spy.file` (the end of its path) and
// `spy.log` (where to) say of which and where. Each line is a list of `code: how many`.
const { appendFileSync } = require('node:fs');
const vscode = require('vscode');

exports.activate = ({ subscriptions }) => {
  const { file, log } = vscode.workspace.getConfiguration('spy');
  const write = (uri) => {
    const counts = {};
    for (const { code } of vscode.languages.getDiagnostics(uri)) {
      const rule = typeof code === 'object' ? code.value : code;
      counts[rule] = (counts[rule] ?? 0) + 1;
    }
    appendFileSync(log, `${JSON.stringify(counts)}\n`);
  };
  const told = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) if (uri.path.endsWith(file)) write(uri);
  });
  subscriptions.push(told);
};
