import type { ComposeContext } from '../../../server/src/compose/model/build.ts';
import { buildComposeFile } from '../../../server/src/compose/model/build.ts';
import type { ComposeFile } from '../../../server/src/compose/model/model.ts';
import type { EffectiveService } from '../../../server/src/compose/model/service.ts';
import type { Neighbours } from '../../../server/src/core/neighbours.ts';
import type { Value } from '../../../server/src/core/value.ts';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';

type Texts = Readonly<Record<string, string>>;

/** A Compose file from its text, with the variables of its `.env`. */
export function compose(text: string, variables: Texts = {}): ComposeFile {
  return buildComposeFile(parseYamlSlice(text), new Map(Object.entries(variables)));
}

/** Neighbours of which all is known; a text of `?` is one that is not. */
export function neighboursOf(files: Texts): Neighbours {
  return { read: (path) => (Object.hasOwn(files, path) ? (files[path] === '?' ? undefined : files[path]) : null) };
}

/** The first of some files, judged with the others around it. */
export function project(files: Texts, variables: Texts = {}, imageOf?: ComposeContext['imageOf']): ComposeFile {
  const [name, text] = Object.entries(files)[0] ?? ['', ''];
  const context = { name, ...(imageOf && { imageOf }) };
  return buildComposeFile(parseYamlSlice(text), new Map(Object.entries(variables)), neighboursOf(files), context);
}

/** The service `web` of a file, or of the properties of one service when the text has no `services:`. */
export function web(text: string, variables?: Texts): EffectiveService {
  const image = /^(?:image|build):/m.test(text) ? '' : '    image: app\n';
  const whole = /^services:/m.test(text) ? text : `services:\n  web:\n${image}${text.replace(/^(?=.)/gm, '    ')}\n`;
  const service = compose(whole, variables).service('web');
  if (!service) throw new Error(`no service web in\n${whole}`);
  return service;
}

/** A value in one word: what is known as it is, everything else by its kind. */
export function plain(value: Value<unknown> | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.kind === 'known') return value.value;
  return value.kind === 'dynamic' ? `<dynamic ${value.text}>` : `<${value.kind}>`;
}

/** The source text that a place stands on. */
export function marked(
  service: EffectiveService,
  value: { readonly at: { readonly span: { readonly start: number; readonly end: number } } },
): string {
  return service.document.text.slice(value.at.span.start, value.at.span.end);
}
