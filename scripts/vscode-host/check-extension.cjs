// A test module that only asks whether the extension loads and activates; SEAWORTHY_EXTENSION_ID names it.
const vscode = require('vscode');

exports.run = async () => {
  const id = process.env.SEAWORTHY_EXTENSION_ID;
  const extension = vscode.extensions.getExtension(id);
  if (!extension) throw new Error(`VS Code ${vscode.version} did not load the extension ${id}.`);
  await extension.activate();
  console.log(`${id} ${extension.packageJSON.version} is active in VS Code ${vscode.version}.`);
};
