import type { Clock, Timer } from './host.ts';

/** Longest wait after a keystroke, in milliseconds. */
const MAX_DELAY = 300;
/** An analysis shorter than a frame is not worth waiting for: it runs on the next turn of the event loop. In milliseconds. */
const CHEAP = 16;

/** Does the work for one key. It must stop, and publish nothing, once `signal` is aborted. */
export type Work = (key: string, signal: AbortSignal) => Promise<void>;

/**
 * Decides when each file is judged. Foreground keys (open documents) run after a trailing wait of twice their last cost, at
 * most 300 ms, and none when they are cheap; a new touch cancels what runs for the same key. Background keys run one at a
 * time, only while nothing of the foreground waits or runs.
 */
export class Scheduler {
  readonly #clock: Clock;
  readonly #work: Work;
  readonly #failed: (key: string, error: unknown) => void;
  readonly #timers = new Map<string, Timer>();
  readonly #running = new Map<string, AbortController>();
  readonly #costs = new Map<string, number>();
  readonly #later = new Set<string>();
  #background: { readonly key: string; readonly abort: AbortController } | undefined;
  #quiet: (() => void)[] = [];

  constructor(clock: Clock, work: Work, failed: (key: string, error: unknown) => void) {
    this.#clock = clock;
    this.#work = work;
    this.#failed = failed;
  }

  /** The wait after a touch of the key, in milliseconds. */
  delayOf(key: string): number {
    const cost = this.#costs.get(key) ?? 0;
    return cost < CHEAP ? 0 : Math.min(MAX_DELAY, 2 * cost);
  }

  /** Tells what the last analysis of a key took, in milliseconds. */
  took(key: string, milliseconds: number): void {
    this.#costs.set(key, milliseconds);
  }

  /** The key changed: its work runs once no further touch came for a while. */
  touch(key: string): void {
    this.drop(key);
    this.#timers.set(
      key,
      this.#clock.after(this.delayOf(key), () => {
        this.#timers.delete(key);
        void this.#run(key);
      }),
    );
  }

  /** The key's work, at once; what waits or runs for it is given up. */
  now(key: string): Promise<void> {
    this.drop(key);
    return this.#run(key);
  }

  /** Work that can wait; each key once, in the order of asking. */
  later(key: string): void {
    this.#later.delete(key);
    this.#later.add(key);
    this.#pump();
  }

  /** Forgets what waits for the key and aborts what runs. */
  drop(key: string): void {
    this.#timers.get(key)?.cancel();
    this.#timers.delete(key);
    this.#running.get(key)?.abort();
    this.#running.delete(key);
    this.#later.delete(key);
    if (this.#background?.key === key) this.#background.abort.abort();
  }

  /** Resolves as soon as no foreground work waits or runs. */
  whenQuiet(): Promise<void> {
    if (this.#isQuiet()) return Promise.resolve();
    return new Promise((resolve) => this.#quiet.push(resolve));
  }

  /** Cancels everything. */
  dispose(): void {
    for (const key of [...this.#timers.keys(), ...this.#running.keys()]) this.drop(key);
    this.#later.clear();
    this.#background?.abort.abort();
    this.#release();
  }

  #isQuiet(): boolean {
    return this.#timers.size === 0 && this.#running.size === 0;
  }

  async #run(key: string): Promise<void> {
    const abort = new AbortController();
    this.#running.set(key, abort);
    await this.#attempt(key, abort.signal);
    if (this.#running.get(key) === abort) this.#running.delete(key);
    if (this.#isQuiet()) this.#release();
  }

  #release(): void {
    const waiting = this.#quiet;
    this.#quiet = [];
    for (const resolve of waiting) resolve();
    this.#pump();
  }

  #pump(): void {
    if (this.#background || !this.#isQuiet()) return;
    const [key] = this.#later;
    if (key === undefined) return;
    this.#later.delete(key);
    const abort = new AbortController();
    this.#background = { key, abort };
    void this.#attempt(key, abort.signal)
      .then(() => this.#clock.yieldNow())
      .then(() => {
        this.#background = undefined;
        this.#pump();
      });
  }

  async #attempt(key: string, signal: AbortSignal): Promise<void> {
    try {
      await this.#work(key, signal);
    } catch (error) {
      if (!signal.aborted) this.#failed(key, error);
    }
  }
}
