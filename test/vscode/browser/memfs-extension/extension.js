// A `memfs:` file system that starts with the files of fixtures.json, which the server that serves this extension makes up.
const vscode = require('vscode');

const { FileType, FileChangeType, FileSystemError } = vscode;

class MemoryFileSystem {
  constructor() {
    // Absolute path → the file's bytes, or null for a folder.
    this.entries = new Map([['/', null]]);
    this.times = new Map();
    this.changed = new vscode.EventEmitter();
    this.onDidChangeFile = this.changed.event;
  }

  watch() {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri) {
    const bytes = this.find(uri);
    const mtime = this.times.get(uri.path) ?? 0;
    return { type: bytes === null ? FileType.Directory : FileType.File, ctime: 0, mtime, size: bytes?.length ?? 0 };
  }

  readDirectory(uri) {
    if (this.find(uri) !== null) throw FileSystemError.FileNotADirectory(uri);
    const inside = uri.path === '/' ? '/' : `${uri.path}/`;
    return [...this.entries]
      .filter(([path]) => path !== '/' && path.startsWith(inside) && !path.slice(inside.length).includes('/'))
      .map(([path, bytes]) => [path.slice(inside.length), bytes === null ? FileType.Directory : FileType.File]);
  }

  createDirectory(uri) {
    this.set(uri, null, FileChangeType.Created);
  }

  readFile(uri) {
    const bytes = this.find(uri);
    if (bytes === null) throw FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  writeFile(uri, bytes, { create, overwrite }) {
    const exists = this.entries.has(uri.path);
    if (!exists && !create) throw FileSystemError.FileNotFound(uri);
    if (exists && create && !overwrite) throw FileSystemError.FileExists(uri);
    this.set(uri, bytes, exists ? FileChangeType.Changed : FileChangeType.Created);
  }

  delete(uri) {
    this.find(uri);
    for (const path of [...this.entries.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path);
    }
    this.changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from, to, { overwrite }) {
    this.find(from);
    if (this.entries.has(to.path) && !overwrite) throw FileSystemError.FileExists(to);
    for (const [path, bytes] of [...this.entries]) {
      if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
      this.entries.delete(path);
      this.entries.set(to.path + path.slice(from.path.length), bytes);
    }
    this.changed.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: FileChangeType.Created, uri: to },
    ]);
  }

  // What quick open and `workspace.findFiles` ask; the caller filters by pattern again, so giving too many is allowed.
  provideFileSearchResults(query, { folder }) {
    const wanted = [...query.pattern.toLowerCase()];
    return [...this.entries]
      .filter(
        ([path, bytes]) => bytes !== null && path.startsWith(`${folder.path}/`) && isSubsequence(wanted, path.toLowerCase()),
      )
      .map(([path]) => folder.with({ path }));
  }

  find(uri) {
    const bytes = this.entries.get(uri.path);
    if (bytes === undefined) throw FileSystemError.FileNotFound(uri);
    return bytes;
  }

  set(uri, bytes, type) {
    const parts = uri.path.split('/').slice(1, -1);
    parts.forEach((_, index) => {
      const parent = `/${parts.slice(0, index + 1).join('/')}`;
      if (!this.entries.has(parent)) this.entries.set(parent, null);
    });
    this.entries.set(uri.path, bytes);
    this.times.set(uri.path, Date.now());
    this.changed.fire([{ type, uri }]);
  }
}

function isSubsequence(characters, text) {
  let at = 0;
  return characters.every((character) => {
    at = text.indexOf(character, at) + 1;
    return at > 0;
  });
}

exports.activate = async (context) => {
  const answer = await fetch(vscode.Uri.joinPath(context.extensionUri, 'fixtures.json').toString(true));
  const fixtures = await answer.json();
  const files = new MemoryFileSystem();
  files.createDirectory(vscode.Uri.from({ scheme: 'memfs', path: fixtures.root }));
  for (const [name, text] of Object.entries(fixtures.files)) {
    const uri = vscode.Uri.from({ scheme: 'memfs', path: `${fixtures.root}/${name}` });
    files.writeFile(uri, new TextEncoder().encode(text), { create: true, overwrite: true });
  }
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }));
  // A proposed API, there only when the product enables it for this extension; without it only file search is missing.
  if (vscode.workspace.registerFileSearchProvider) {
    context.subscriptions.push(vscode.workspace.registerFileSearchProvider('memfs', files));
  }
};
