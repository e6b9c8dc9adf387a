// What the tests in the extension host do with documents.
const vscode = require('vscode');

const EXTENSION = 'seaworthy.seaworthy';

const extension = () => vscode.extensions.getExtension(EXTENSION);

/** URI of a file of the workspace. */
function uriOf(name) {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, name);
}

/** Opens a file of the workspace in an editor. */
async function open(name) {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Our diagnostics of a document, when there are some that satisfy `wanted`. */
function diagnostics(document, wanted = (found) => found.length > 0) {
  return eventually(() => {
    const found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'seaworthy');
    if (!wanted(found)) throw new Error(`Not these diagnostics: ${JSON.stringify(found, null, 1)}`);
    return found;
  });
}

/** Id of the rule that a diagnostic is about. */
function ruleOf({ code }) {
  return typeof code === 'object' ? code.value : code;
}

/** The range of the n-th occurrence (from 0) of a piece of a document's text. */
function rangeOf(document, piece, nth = 0) {
  let at = -1;
  for (let i = 0; i <= nth; i += 1) at = document.getText().indexOf(piece, at + 1);
  if (at < 0) throw new Error(`There is no ${piece} in ${document.uri.path}.`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + piece.length));
}

/** The code actions at a range, resolved; `kind` restricts them. */
async function actionsAt(document, range, kind) {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind, 100);
}

/** Puts the text back that is on disk. */
async function revert(document) {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Tries until nothing is thrown, or 10 seconds are over. */
async function eventually(attempt) {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 30));
    }
  }
}

module.exports = { extension, uriOf, open, diagnostics, ruleOf, rangeOf, actionsAt, revert, eventually };
