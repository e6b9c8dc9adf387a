import { parseArgs } from 'node:util';
import { parseKubernetesVersion } from '../analysis/kubernetes-version.ts';
import type { Profile } from '../core/rule.ts';
import { PROFILES } from '../core/rule.ts';
import { UsageError } from './exit.ts';

type Specs = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Options of the commands that judge files. */
export const JUDGING = {
  profile: { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  'no-suppressions': { type: 'boolean' },
  baseline: { type: 'string' },
  'no-baseline': { type: 'boolean' },
  'kubernetes-version': { type: 'string' },
  'stdin-filename': { type: 'string' },
} as const satisfies Specs;

/** What of them was said. */
export interface JudgingOptions {
  readonly profile: Profile | undefined;
  readonly configFile: string | undefined;
  readonly useConfig: boolean;
  readonly suppressions: boolean;
  /** This file instead of the nearest baseline; null for none at all. */
  readonly baseline: string | null | undefined;
  /** Whether the baseline is about to be written, and so need not be there. */
  readonly updatesBaseline: boolean;
  readonly kubernetesVersion: readonly [number, number] | undefined;
  /** The name that standard input is judged by. */
  readonly stdinName: string | undefined;
}

/** Reads a command's arguments; an unknown option or a missing value is a usage error with the command's own help. */
export function readArgs<S extends Specs>(args: readonly string[], options: S) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const text = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new UsageError(`${text}. Try \`seaworthy --help\`.`);
  }
}

export function judgingOptions(values: Readonly<Record<string, unknown>>): JudgingOptions {
  const version = text(values['kubernetes-version']);
  const kubernetesVersion = version === undefined ? undefined : parseKubernetesVersion(version);
  if (version !== undefined && !kubernetesVersion) {
    throw new UsageError(`\`--kubernetes-version ${version}\` is no version: give one such as 1.34.`);
  }
  if (values.config !== undefined && values['no-config'])
    throw new UsageError('`--config` and `--no-config` exclude each other: give one.');
  if (values.baseline !== undefined && values['no-baseline'])
    throw new UsageError('`--baseline` and `--no-baseline` exclude each other: give one.');
  return {
    profile: oneOf('profile', text(values.profile), PROFILES),
    configFile: text(values.config),
    useConfig: values['no-config'] !== true,
    suppressions: values['no-suppressions'] !== true,
    baseline: values['no-baseline'] ? null : text(values.baseline),
    updatesBaseline: values['update-baseline'] === true,
    kubernetesVersion,
    stdinName: text(values['stdin-filename']),
  };
}

/** The value of an option that takes one of a few words. */
export function oneOf<T extends string>(name: string, value: string | undefined, words: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (!found) throw new UsageError(`\`--${name} ${value}\` is not known: give one of ${words.join(', ')}.`);
  return found;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
