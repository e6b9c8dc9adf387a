import type { Command } from './command.ts';
import { SHOW_OUTPUT } from './ids.ts';

/** Shows what the extension and its server logged. */
export const showOutput: Command = {
  id: SHOW_OUTPUT,
  run: ({ log }) => log.show(),
};
