import { expect, test } from 'vitest';
import { type Binding, expandWord } from '../../../server/src/dockerfile/model/expand.ts';

const VALUES: Readonly<Record<string, string>> = { V: 'v1.2.3', E: '', P: '/usr/local/lib', S: 'a b' };

function bind(name: string): Binding {
  if (name === 'RUNTIME') return { kind: 'unknown' };
  const value = VALUES[name];
  if (value === undefined) return { kind: 'unset', via: { kind: 'default', name } };
  return { kind: 'set', value, via: { kind: 'env', name } };
}

function expand(text: string, escapeChar = '\\'): string {
  const value = expandWord(text, escapeChar, bind, { span: { start: 0, end: text.length }, route: [] });
  return value.kind === 'known' ? `=${value.value}` : value.kind;
}

test.each([
  ['plain', '=plain'],
  ['$V', '=v1.2.3'],
  ['${V}', '=v1.2.3'],
  ['x-$V-y', '=x-v1.2.3-y'],
  ['$Vx', 'dynamic'],
  ['${V}x', '=v1.2.3x'],
  ['\\$V', '=$V'],
  ["'$V'", '=$V'],
  ['"$V"', '=v1.2.3'],
  ['"\\$V"', '=$V'],
  ['"a\\b"', '=a\\b'],
  ['a\\ b', '=a b'],
  [`"it's"`, "=it's"],
  ['$', '=$'],
  ['a$ b', '=a$ b'],
  ['$NONE', 'dynamic'],
  ['${NONE:-d}', '=d'],
  ['${NONE-d}', '=d'],
  ['${E:-d}', '=d'],
  ['${E-d}', '='],
  ['${V:-d}', '=v1.2.3'],
  ['${NONE:+a}', '='],
  ['${E:+a}', '='],
  ['${E+a}', '=a'],
  ['${V:+a}', '=a'],
  ['${V:?needed}', '=v1.2.3'],
  ['${NONE:?needed}', 'dynamic'],
  ['${NONE:-${V}}', '=v1.2.3'],
  ['${NONE:-$OTHER}', 'dynamic'],
  ['${V:-$OTHER}', '=v1.2.3'],
  ['${NONE:-"a}b"}', '=a}b'],
  ['$RUNTIME', 'dynamic'],
  ['${RUNTIME:-d}', 'dynamic'],
  ['${V#v}', '=1.2.3'],
  ['${V#*.}', '=2.3'],
  ['${V##*.}', '=3'],
  ['${V%.*}', '=v1.2'],
  ['${V%%.*}', '=v1'],
  ['${V#x}', '=v1.2.3'],
  ['${P##*/}', '=lib'],
  ['${V/./_}', '=v1_2.3'],
  ['${V//./_}', '=v1_2_3'],
  ['${P//\\//-}', '=-usr-local-lib'],
  ['${V/[/x}', '=v1.2.3'],
  ['${V^^}', 'invalid'],
  ['${}', 'invalid'],
  ['${V', 'invalid'],
  ["'open", 'invalid'],
  ['"open', 'invalid'],
  ['$S', '=a b'],
])('%s gives %s', (text, expected) => {
  expect(expand(text)).toBe(expected);
});

test('the escape character follows the directive', () => {
  expect(expand('`$V', '`')).toBe('=$V');
  expect(expand('c:\\$V', '`')).toBe('=c:\\v1.2.3');
});

test('deep nesting is refused, not followed', () => {
  expect(expand('${N:-'.repeat(100_000))).toBe('invalid');
});

test('a value says what it came through', () => {
  const value = expandWord('x${NONE:-d}', '\\', bind, { span: { start: 3, end: 9 }, route: [] });
  expect(value.at).toEqual({ span: { start: 3, end: 9 }, route: [], via: { kind: 'default', name: 'NONE' } });
});
