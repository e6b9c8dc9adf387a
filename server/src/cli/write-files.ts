import { open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeText } from '../host/decode.ts';
import { isProblem } from '../workspace/host.ts';

/** A file to write, with the text that it had when it was read; a byte order mark is none of the text, and stays. */
export interface ChangedFile {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/** A new text that is on the disk beside the file which it is for. */
interface Staged {
  readonly path: string;
  readonly temporary: string;
  readonly file: ChangedFile;
}

/**
 * Writes files that belong together, all of them or none: each new text is put beside its file and renamed over it, so that a file holds
 * the old text or the new one whatever happens between. Nothing is written when one of them is no longer what it was when it was read.
 * @returns why nothing was written; undefined when all were
 */
export async function writeTogether(files: readonly ChangedFile[]): Promise<string | undefined> {
  const staged: Staged[] = [];
  const written: Staged[] = [];
  try {
    for (const file of files) staged.push(await stage(file, file.after));
    for (const { path, file } of staged) {
      const { text } = await read(path);
      // Another name of the same file has brought the change already.
      if (text === file.before || text === file.after) continue;
      return await undo(
        staged,
        `is left as it is: ${files.length > 1 ? 'a file that is to change with it' : 'it'} has changed since it was read`,
      );
    }
    for (const one of staged) {
      await rename(one.temporary, one.path);
      written.push(one);
    }
    return undefined;
  } catch (error) {
    for (const { file, path } of written) await rename((await stage(file, file.before)).temporary, path).catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    return await undo(staged, `can't be written, and is as it was (${reason})`);
  }
}

async function undo(staged: readonly Staged[], problem: string): Promise<string> {
  for (const { temporary } of staged) await unlink(temporary).catch(() => undefined);
  return problem;
}

async function read(path: string): Promise<{ readonly text?: string; readonly bom: boolean }> {
  const now = decodeText(await readFile(path));
  return isProblem(now) ? { bom: false } : now;
}

async function stage(file: ChangedFile, text: string): Promise<Staged> {
  const path = await realpath(fileURLToPath(file.uri));
  const temporary = join(dirname(path), `.${basename(path)}.seaworthy-${process.pid}`);
  const { mode, uid, gid } = await stat(path);
  const handle = await open(temporary, 'wx', mode & 0o7777);
  try {
    await handle.writeFile((await read(path)).bom ? `\uFEFF${text}` : text);
    await handle.chmod(mode & 0o7777);
    if (process.getuid?.() === 0) await handle.chown(uid, gid);
    await handle.sync();
    await handle.close();
    return { path, temporary, file };
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}
