import type { MappedText } from '../../core/mapped-text.ts';
import { type Span, span } from '../../core/span.ts';
import { type At, absent, type Route, type Value } from '../../core/value.ts';
import type { ScriptStore } from '../../shell/store.ts';
import type { Flag, InstructionSyntax, Word } from '../syntax/syntax.ts';
import type { EffectiveShell, OnbuildInstruction, Pair, Scope, Stage } from './model.ts';

/** What every instruction is made from. */
export interface Setting {
  readonly syntax: InstructionSyntax;
  readonly route: Route;
  readonly stage: Stage | undefined;
  readonly scope: Scope;
  readonly shell: EffectiveShell;
  readonly onbuild: OnbuildInstruction | undefined;
  readonly scripts: ScriptStore;
  findStage(nameOrIndex: string, before: Stage | undefined): Stage | undefined;
}

/** The fields that all instructions share. */
export function baseOf<K extends string>(keyword: K, setting: Setting) {
  const { syntax, stage, scope, onbuild } = setting;
  const at: At = { span: syntax.keywordSpan, route: setting.route };
  return { keyword, syntax, at, stage, scope, onbuild };
}

/** The place of a part of an instruction. */
export function atPart(setting: Setting, where: Span, ...parts: (string | number)[]): At {
  return { span: where, route: [...setting.route, ...parts] };
}

/** The span that a whole mapped text has in the source. */
export function wholeSpan(text: MappedText): Span {
  return text.spanToSource(span(0, text.text.length));
}

/** A word with its variables put in. */
export function wordValue(setting: Setting, word: Word, ...parts: (string | number)[]): Value<string> {
  return setting.scope.expand(word.text, atPart(setting, word.span, ...parts));
}

/** A path in shell form or JSON form; only the form's own quotes are taken off before variables are put in. */
export function pathValue(setting: Setting, word: Word, n: number): Value<string> {
  const json = setting.syntax.json?.[n];
  return json ? setting.scope.expand(json.text, atPart(setting, json.span, n)) : wordValue(setting, word, n);
}

/** All arguments as one value, as USER, WORKDIR and STOPSIGNAL take them. Absent when there are none. */
export function argsValue(setting: Setting): Value<string> {
  const word = setting.syntax.words[0];
  return word ? wordValue(setting, word, 0) : absent(atPart(setting, setting.syntax.keywordSpan));
}

/** The last flag of a name: Docker takes most of them once. */
export function findFlag(syntax: InstructionSyntax, name: string): Flag | undefined {
  return syntax.flags.findLast((flag) => flag.name === name);
}

/** A flag's value, variables put in; absent at the keyword when the flag is not there. */
export function flagValue(setting: Setting, name: string): Value<string> {
  const flag = findFlag(setting.syntax, name);
  return flag ? valueOfFlag(setting, flag) : absent(atPart(setting, setting.syntax.keywordSpan, '--', name));
}

/** The value of this flag; absent at the flag for one without `=`. */
export function valueOfFlag(setting: Setting, flag: Flag): Value<string> {
  const at: At = { ...atPart(setting, flag.valueSpan ?? flag.span, '--', flag.name), key: flag.span };
  return flag.valueText ? setting.scope.expand(flag.valueText, at) : absent(at);
}

/** Whether a boolean flag is on: `--link`, `--link=true`. */
export function flagIsOn(syntax: InstructionSyntax, name: string): boolean {
  const flag = findFlag(syntax, name);
  return flag !== undefined && (flag.value ?? 'true').toLowerCase() !== 'false';
}

/**
 * The pairs of ENV, LABEL and ARG. `scopeAt` gives what pair `n` sees; the default is what the instruction sees.
 * (https://docs.docker.com/reference/dockerfile/#env: `ENV NAME value` is one pair up to the end of the line.)
 */
export function readPairs(setting: Setting, scopeAt: (n: number) => Scope = () => setting.scope): readonly Pair[] {
  const { syntax } = setting;
  const [first, second] = syntax.words;
  if (syntax.keyword !== 'ARG' && first && !first.raw.includes('=')) {
    return second ? [pair(setting, scopeAt(0), first, undefined, second.text, 0)] : [];
  }
  return syntax.words.map((word, n) => {
    const equals = word.raw.indexOf('=');
    if (equals < 0) return pair(setting, scopeAt(n), word, undefined, undefined, n);
    return pair(setting, scopeAt(n), word, equals, word.text.slice({ start: equals + 1, end: word.raw.length }), n);
  });
}

function pair(
  setting: Setting,
  scope: Scope,
  word: Word,
  equals: number | undefined,
  valueText: MappedText | undefined,
  n: number,
): Pair {
  const nameText = equals === undefined ? word.text : word.text.slice({ start: 0, end: equals });
  const nameSpan = wholeSpan(nameText);
  const named = scope.expand(nameText, atPart(setting, nameSpan));
  const name = named.kind === 'known' ? named.value : nameText.text;
  const at: At = { ...atPart(setting, valueText ? wholeSpan(valueText) : nameSpan, n, name), key: nameSpan };
  const value: Value<string> = valueText ? scope.expand(valueText, at) : absent(at);
  const end = valueText ? wholeSpan(valueText).end : word.span.end;
  const legacy = valueText !== undefined && equals === undefined;
  return { name, nameSpan, value, valueText, span: span(word.span.start, end), at, legacy };
}
