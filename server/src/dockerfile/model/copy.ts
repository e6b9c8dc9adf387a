import { type ImageReference, parseImageReference } from '../../core/image-reference.ts';
import { absent, invalid, known, type Value } from '../../core/value.ts';
import type { Word } from '../syntax/syntax.ts';
import { lazy } from './lazy.ts';
import type { CopyAddInstruction, CopyFrom, CopySource } from './model.ts';
import { atPart, baseOf, findFlag, flagIsOn, flagValue, pathValue, type Setting, valueOfFlag } from './parts.ts';

export function copyInstruction(keyword: 'COPY' | 'ADD', setting: Setting): CopyAddInstruction {
  const { syntax } = setting;
  const last = syntax.words.length - 1;
  const sources = lazy(() => syntax.words.slice(0, Math.max(0, last)).map((word, n) => sourceOf(keyword, setting, word, n)));
  const destination = lazy(() => {
    const word = syntax.words[last];
    return word && last > 0 ? pathValue(setting, word, last) : absent<string>(atPart(setting, syntax.keywordSpan, 'destination'));
  });
  const from = lazy(() => fromOf(setting));
  const flags = lazy(() => ({
    chmod: flagValue(setting, 'chmod'),
    chown: flagValue(setting, 'chown'),
    checksum: flagValue(setting, 'checksum'),
    exclude: syntax.flags.filter((f) => f.name === 'exclude').map((f) => valueOfFlag(setting, f)),
  }));
  return {
    ...baseOf(keyword, setting),
    json: syntax.json !== undefined,
    link: flagIsOn(syntax, 'link'),
    parents: flagIsOn(syntax, 'parents'),
    get sources() {
      return sources();
    },
    get destination() {
      return destination();
    },
    get from() {
      return from();
    },
    get chmod() {
      return flags().chmod;
    },
    get chown() {
      return flags().chown;
    },
    get checksum() {
      return flags().checksum;
    },
    get exclude() {
      return flags().exclude;
    },
  };
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
