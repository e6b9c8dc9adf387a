import { buildComposeFile } from '../../../server/src/compose/model/build.ts';
import type { ComposeFile } from '../../../server/src/compose/model/model.ts';
import type { EffectiveService } from '../../../server/src/compose/model/service.ts';
import type { Value } from '../../../server/src/core/value.ts';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';

/** A Compose file from its text, with the variables of its `.env`. */
export function compose(text: string, variables: Readonly<Record<string, string>> = {}): ComposeFile {
  return buildComposeFile(parseYamlSlice(text), new Map(Object.entries(variables)));
}

/** The service `web` of a file, or of the properties of one service when the text has no `services:`. */
export function web(text: string, variables?: Readonly<Record<string, string>>): EffectiveService {
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
