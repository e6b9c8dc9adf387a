import { spawnSync } from 'node:child_process';

/** The value below which the share `p` (0 … 1) of the values lies. */
export function percentile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))];
}

export const median = (values) => percentile(values, 0.5);

/** Milliseconds of processor time that a call takes, collections and compilation on other threads included: a busy machine changes it little. */
export async function worked(call) {
  const start = process.cpuUsage();
  await call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** What a program prints. */
export function outputOf(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Milliseconds that a program takes from start to end. */
export function timedProgram(args) {
  const start = performance.now();
  outputOf(args);
  return performance.now() - start;
}

export const ms = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const times = (value) => `${value.toFixed(2)}×`;

/** Prints rows in columns as wide as their widest cell. */
export function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => String(row[column] ?? '').length)));
  for (const row of all) console.log(`  ${row.map((cell, i) => String(cell ?? '').padEnd(widths[i])).join('  ')}`.trimEnd());
}
