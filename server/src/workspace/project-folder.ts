import type { FileSystem } from './host.ts';
import { childOf, parentOf } from './uris.ts';

/** What stands in the outermost folder that belongs to a project. */
const MARKS = ['.git', '.seaworthy.yaml', '.seaworthy.yml'] as const;

/**
 * The folder whose files may be read while a file or folder is judged: the nearest one at or above it that holds `.git` or a
 * config, else the folder itself, or that of the file.
 */
export async function projectFolder(files: FileSystem, uri: string): Promise<string> {
  const own = (await files.stat(uri)) === 'folder' ? uri : (parentOf(uri) ?? uri);
  for (let folder: string | undefined = own; folder !== undefined; folder = parentOf(folder)) {
    for (const mark of MARKS) if ((await files.stat(childOf(folder, mark))) !== undefined) return folder;
  }
  return own;
}
