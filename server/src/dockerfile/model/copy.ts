import { type ImageReference, parseImageReference } from '../../core/image-reference.ts';
import { absent, invalid, known, type Value } from '../../core/value.ts';
import type { Word } from '../syntax/syntax.ts';
import { InstructionModel } from './instruction.ts';
import type { CopyAddInstruction, CopyFrom, CopySource } from './model.ts';
import { atPart, findFlag, flagIsOn, flagValue, pathValue, type Setting, valueOfFlag } from './parts.ts';

export class CopyModel extends InstructionModel<'COPY' | 'ADD'> implements CopyAddInstruction {
  #sources: readonly CopySource[] | undefined;
  #destination: Value<string> | undefined;
  #from: { readonly value: CopyFrom | undefined } | undefined;

  get json(): boolean {
    return this.syntax.json !== undefined;
  }

  get link(): boolean {
    return flagIsOn(this.syntax, 'link');
  }

  get parents(): boolean {
    return flagIsOn(this.syntax, 'parents');
  }

  get sources(): readonly CopySource[] {
    this.#sources ??= this.syntax.words.slice(0, -1).map((word, n) => sourceOf(this.keyword, this.setting, word, n));
    return this.#sources;
  }

  get destination(): Value<string> {
    this.#destination ??= destinationOf(this.setting);
    return this.#destination;
  }

  get from(): CopyFrom | undefined {
    this.#from ??= { value: fromOf(this.setting) };
    return this.#from.value;
  }

  get chmod(): Value<string> {
    return flagValue(this.setting, 'chmod');
  }

  get chown(): Value<string> {
    return flagValue(this.setting, 'chown');
  }

  get checksum(): Value<string> {
    return flagValue(this.setting, 'checksum');
  }

  get exclude(): readonly Value<string>[] {
    return this.syntax.flags.filter((f) => f.name === 'exclude').map((f) => valueOfFlag(this.setting, f));
  }
}

function destinationOf(setting: Setting): Value<string> {
  const { words, keywordSpan } = setting.syntax;
  const last = words.length - 1;
  const word = words[last];
  return word && last > 0 ? pathValue(setting, word, last) : absent(atPart(setting, keywordSpan, 'destination'));
}

function sourceOf(keyword: 'COPY' | 'ADD', setting: Setting, word: Word, n: number): CopySource {
  const heredoc = setting.syntax.heredocs.find((h) => word.span.start >= h.operator.start && word.span.end <= h.operator.end);
  const text = setting.syntax.json?.[n]?.text ?? word.text;
  const value = pathValue(setting, word, n);
  const shown = value.kind === 'known' ? value.value : text.text.replace(/^["']/, '');
  return { kind: heredoc ? 'heredoc' : keyword === 'ADD' ? remoteKind(shown) : 'path', value, text, heredoc };
}

/** What ADD fetches, https://docs.docker.com/reference/dockerfile/#add: a Git repository, a file by HTTP, else a path. */
function remoteKind(source: string): 'path' | 'url' | 'git' {
  if (/^(?:git|ssh):\/\//i.test(source) || /^[\w.-]+@[\w.-]+:/.test(source) || /^github\.com\//.test(source)) return 'git';
  if (!/^https?:\/\//i.test(source)) return 'path';
  return /\.git(?:[#?].*)?$/i.test(source) ? 'git' : 'url';
}

function fromOf(setting: Setting): CopyFrom | undefined {
  const flag = findFlag(setting.syntax, 'from');
  if (!flag) return undefined;
  const value = valueOfFlag(setting, flag);
  const stage = value.kind === 'known' ? setting.findStage(value.value, setting.stage) : undefined;
  return { flag, value, stage, image: stage ? absent(value.at) : imageValue(value) };
}

/** An image reference from a text: invalid when it is none. */
export function imageValue(value: Value<string>): Value<ImageReference> {
  if (value.kind !== 'known') return value;
  const reference = parseImageReference(value.value);
  return reference ? known(reference, value.at) : invalid(`\`${value.value}\` is not an image reference`, value.at);
}
