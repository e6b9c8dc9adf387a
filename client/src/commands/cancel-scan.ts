import type { Command } from './command.ts';
import { CANCEL_SCAN } from './ids.ts';

/** Stops the scan; what it found stays. */
export const cancelScan: Command = {
  id: CANCEL_SCAN,
  run: ({ scanner }) => scanner.cancel(),
};
