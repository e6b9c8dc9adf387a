import { type Binding, expandWord } from '../model/expand.ts';
import type { FromInstruction } from '../model/model.ts';
import { wholeSpan } from '../model/parts.ts';

/** ARGs that BuildKit sets in front of the first FROM. (https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope) */
const PLATFORM_ARGS: ReadonlySet<string> = new Set([
  ...['TARGETPLATFORM', 'TARGETOS', 'TARGETARCH', 'TARGETVARIANT', 'TARGETSTAGE'],
  ...['BUILDPLATFORM', 'BUILDOS', 'BUILDARCH', 'BUILDVARIANT'],
]);

/** A variable in a FROM, with offsets into its text. */
export interface UsedVariable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `${X:-d}`, `${X-d}`, `${X:+d}`: there is a value without it too. */
  readonly hasDefault: boolean;
}

/** The variables of a text, quotes and escapes aside: `$X`, `${X}`, `${X:-y}`. */
export function variablesIn(text: string): readonly UsedVariable[] {
  return [...text.matchAll(/(?<!\\)\$(?:\{([A-Za-z_]\w*)([:\-+?#%/]?[-+?]?)|([A-Za-z_]\w*))/g)].map((match) => {
    const name = match[1] ?? match[3] ?? '';
    const start = match.index + (match[1] === undefined ? 1 : 2);
    return { name, start, end: start + name.length, hasDefault: /[-+]$/.test(match[2] ?? '') };
  });
}

/** Whether a variable is one that BuildKit knows in every FROM. */
export function isPlatformArg(name: string): boolean {
  return PLATFORM_ARGS.has(name);
}

/**
 * The image of a FROM as a build without `--build-arg` gets it: an ARG without default is empty, as BuildKit has it. Undefined where
 * that depends on the platform, on a substitution that fails, or on a variable that is not declared.
 */
export function imageWithDefaults(from: FromInstruction, escapeChar: string): string | undefined {
  const { imageText, scope } = from;
  if (!imageText) return undefined;
  const isOpen = (name: string): boolean => scope.lookup(name)?.declared.value.kind === 'absent';
  if (variablesIn(imageText.text).some(({ name, hasDefault }) => hasDefault && isOpen(name))) return undefined;
  const bind = (name: string): Binding => {
    const variable = scope.lookup(name);
    if (!variable || isPlatformArg(name)) return { kind: 'unknown' };
    const via = { kind: 'arg' as const, name };
    if (isOpen(name)) return { kind: 'set', value: '', via };
    return variable.value.kind === 'known' ? { kind: 'set', value: variable.value.value, via } : { kind: 'unknown' };
  };
  const value = expandWord(imageText.text, escapeChar, bind, { span: wholeSpan(imageText), route: from.at.route });
  return value.kind === 'known' ? value.value : undefined;
}
