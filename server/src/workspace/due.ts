import type { ServerSettings } from './server-settings.ts';

/** Which open documents are to be judged although the setting `run` makes them wait. By key. */
export class Due {
  readonly #saved = new Set<string>();
  readonly #wanted = new Set<string>();

  /** Opened, saved, or governed by something that changed. */
  saved(key: string): void {
    this.#saved.add(key);
  }

  /** Someone asked for just this one. */
  wanted(key: string): void {
    this.#wanted.add(key);
  }

  /** Whether a document is to be judged now; what was asked for is forgotten. */
  take(run: ServerSettings['run'], key: string): boolean {
    const isWanted = this.#wanted.delete(key);
    if (run === 'manual') return isWanted;
    const isDue = run === 'onType' || isWanted || this.#saved.has(key);
    if (isDue) this.#saved.delete(key);
    return isDue;
  }

  forget(key: string): void {
    this.#saved.delete(key);
    this.#wanted.delete(key);
  }
}
