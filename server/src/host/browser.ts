import type { Clock, Host, Logger } from '../workspace/host.ts';
import { ClientFiles, type ClientRequests } from './client-fs.ts';

/** The clock of a worker. A message to itself is the shortest way to let others run: timers are clamped to 4 ms. */
export function browserClock(): Clock {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
    after(milliseconds, callback) {
      const timer = setTimeout(callback, Math.max(0, milliseconds));
      return { cancel: () => clearTimeout(timer) };
    },
    yieldNow: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      }),
  };
}

/** A worker has no disk: every file comes through the client. */
export function browserHost(log: Logger, client: ClientRequests): Host {
  return { clock: browserClock(), log, files: new ClientFiles(client) };
}
