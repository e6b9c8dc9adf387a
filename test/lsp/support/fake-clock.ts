import type { Clock, Timer } from '../../../server/src/workspace/host.ts';

/** A clock that only moves when told; what is due at once runs on the real next turn of the event loop. */
export class FakeClock implements Clock {
  #now = 0;
  #timers: { due: number; callback: () => void }[] = [];
  day = '2026-11-21';

  now(): number {
    return this.#now;
  }

  today(): string {
    return this.day;
  }

  after(milliseconds: number, callback: () => void): Timer {
    if (milliseconds <= 0) {
      const immediate = setImmediate(callback);
      return { cancel: () => clearImmediate(immediate) };
    }
    const timer = { due: this.#now + milliseconds, callback };
    this.#timers.push(timer);
    return { cancel: () => (this.#timers = this.#timers.filter((t) => t !== timer)) };
  }

  yieldNow(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets time pass; timers run in the order in which they are due. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#timers.filter((t) => t.due <= end).sort((a, b) => a.due - b.due);
      if (!next) break;
      this.#timers = this.#timers.filter((t) => t !== next);
      this.#now = next.due;
      next.callback();
    }
    this.#now = end;
  }
}
