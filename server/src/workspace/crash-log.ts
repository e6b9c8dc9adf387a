import type { FileAnalysis } from '../analysis/types.ts';
import type { Logger } from './host.ts';

/** Tells of each rule that crashed once, with the file it crashed on: in the log, never in the user's face. */
export class CrashLog {
  readonly #log: Logger;
  readonly #told = new Set<string>();

  constructor(log: Logger) {
    this.#log = log;
  }

  tell(analysis: FileAnalysis): void {
    for (const { rule, error } of analysis.crashes) {
      if (this.#told.has(rule)) continue;
      this.#told.add(rule);
      this.#log.error(
        `${rule} crashed on ${analysis.file.uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
}
