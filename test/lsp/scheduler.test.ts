import { describe, expect, it } from 'vitest';
import { Scheduler } from '../../server/src/workspace/scheduler.ts';
import { FakeClock } from './support/fake-clock.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

function scheduler(work: (key: string, signal: AbortSignal) => Promise<void> = async () => undefined) {
  const clock = new FakeClock();
  const ran: string[] = [];
  const failed: string[] = [];
  const made = new Scheduler(
    clock,
    async (key, signal) => {
      ran.push(key);
      await work(key, signal);
    },
    (key) => failed.push(key),
  );
  return { clock, ran, failed, made };
}

describe('scheduler', () => {
  it('runs cheap files on the next turn, and waits twice the cost of others, at most 300 ms', () => {
    const { made } = scheduler();
    const delays = [0, 15.9, 16, 40, 150, 4_000].map((cost) => {
      made.took('a', cost);
      return made.delayOf('a');
    });
    expect(delays).toEqual([0, 0, 32, 80, 300, 300]);
  });

  it('waits from the last touch, and runs once', async () => {
    const { made, clock, ran } = scheduler();
    made.took('a', 50);
    made.touch('a');
    clock.advance(99);
    made.touch('a');
    clock.advance(99);
    expect(ran).toEqual([]);
    clock.advance(1);
    expect(ran).toEqual(['a']);
    clock.advance(1_000);
    await turn();
    expect(ran).toEqual(['a']);
  });

  it('cancels what runs when the file changes again', async () => {
    const signals: AbortSignal[] = [];
    const { made } = scheduler(async (_key, signal) => {
      signals.push(signal);
      await turn();
    });
    made.touch('a');
    await turn();
    made.touch('a');
    await turn();
    expect(signals.map((s) => s.aborted)).toEqual([true, false]);
  });

  it('runs background work only while nothing else waits or runs, one at a time, each once', async () => {
    const { made, clock, ran } = scheduler();
    made.took('open', 20);
    made.touch('open');
    made.later('b1');
    made.later('b2');
    made.later('b1');
    await turn();
    expect(ran).toEqual([]);
    clock.advance(40);
    await turn();
    await turn();
    expect(ran).toEqual(['open', 'b2', 'b1']);
  });

  it('resolves whenQuiet only after foreground work is done', async () => {
    let finish = (): void => undefined;
    const { made } = scheduler(() => new Promise((resolve) => (finish = resolve)));
    let quiet = false;
    made.touch('a');
    void made.whenQuiet().then(() => (quiet = true));
    await turn();
    expect(quiet).toBe(false);
    finish();
    await turn();
    expect(quiet).toBe(true);
    await made.whenQuiet();
  });

  it('tells a failure and goes on', async () => {
    const { made, failed, ran } = scheduler(async (key) => {
      if (key === 'bad') throw new Error('no');
    });
    made.touch('bad');
    made.later('good');
    await turn();
    await turn();
    expect(failed).toEqual(['bad']);
    expect(ran).toEqual(['bad', 'good']);
  });

  it('forgets what is dropped', async () => {
    const { made, clock, ran } = scheduler();
    made.took('a', 20);
    made.touch('a');
    made.drop('a');
    clock.advance(1_000);
    await turn();
    expect(ran).toEqual([]);
    await made.whenQuiet();
  });
});
