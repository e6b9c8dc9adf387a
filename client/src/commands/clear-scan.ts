import type { Command } from './command.ts';
import { CLEAR_SCAN } from './ids.ts';

/** Takes back what scans found in files that are not open. */
export const clearScan: Command = {
  id: CLEAR_SCAN,
  run: ({ scanner }) => scanner.clear(),
};
