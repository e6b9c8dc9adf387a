import type { Clock, FileSystem, Host, Logger } from '../workspace/host.ts';
import { NodeFiles } from './node-files.ts';

/** The machine's clock. */
export const nodeClock: Clock = {
  now: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
  after(milliseconds, callback) {
    if (milliseconds <= 0) {
      const immediate = setImmediate(callback);
      return { cancel: () => clearImmediate(immediate) };
    }
    const timer = setTimeout(callback, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  },
  yieldNow: () => new Promise((resolve) => setImmediate(resolve)),
};

/** Local files from the disk; other schemes (`vscode-vfs:`) through `elsewhere`, where someone can read them. */
export function nodeHost(log: Logger, elsewhere?: FileSystem): Host {
  const disk = new NodeFiles();
  const filesOf = (uri: string): FileSystem => (uri.startsWith('file:') || elsewhere === undefined ? disk : elsewhere);
  return {
    clock: nodeClock,
    log,
    files: {
      readText: (uri, options) => filesOf(uri).readText(uri, options),
      readTextNow: (uri, options) => filesOf(uri).readTextNow?.(uri, options),
      list: (folder, options) => filesOf(folder).list(folder, options),
      stat: (uri) => filesOf(uri).stat(uri),
    },
  };
}
