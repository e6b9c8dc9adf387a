import type { FixOffer } from '../../core/finding.ts';
import { contains } from '../../core/span.ts';
import { findCredentials } from '../../knowledge/secrets.ts';
import { renameKey, setKey, setScalar } from '../../yaml/edit.ts';
import type { Change } from '../edit.ts';
import { addItems, change, offer, refusalOf, refusedChange } from '../edit.ts';
import { parseTemplate } from '../model/interpolation.ts';
import type { KeyValue } from '../model/key-values.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';
import { pathTo } from './alternatives.ts';

const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

function required(variable: string): string {
  return `\${${variable}:?set ${variable}}`;
}

/** The variable's own text with the secret in it replaced; undefined when it can't be told what the secret is. */
function withVariable(text: string, name: string): { readonly text: string; readonly variable: string } | undefined {
  const { pieces } = parseTemplate(text);
  const [only, ...others] = pieces;
  if (only?.kind === 'variable' && others.length === 0) return { text: required(only.name), variable: only.name };
  const inUrl = findCredentials(text).find((found) => found.label === 'password in a URL');
  if (inUrl) {
    const variable = `${name.replace(/_?(?:URL|URI|DSN)$/i, '') || 'URL'}_PASSWORD`;
    return { text: text.slice(0, inUrl.span.start) + required(variable) + text.slice(inUrl.span.end), variable };
  }
  return pieces.every((piece) => piece.kind === 'literal') ? { text: required(name), variable: name } : undefined;
}

/** `DB_PASSWORD: s3cret` → `DB_PASSWORD: ${DB_PASSWORD:?set DB_PASSWORD}`, in a list as well; a default goes: `${X:-s3cret}` → `${X:?set X}`. */
export function requireVariable(service: EffectiveService, entry: KeyValue, name: string): FixOffer {
  const { source, at } = entry;
  const raw = source?.text.raw ?? '';
  const replaced =
    source && VARIABLE_NAME.test(name) ? withVariable(raw.slice(source.part.start, source.part.end), name) : undefined;
  const title = `Require \`${replaced?.variable ?? name}\` from the environment`;
  const refused = refusalOf(at.via, `\`${name}\``);
  if (!source || !replaced) return { title, refused: refused ?? 'the value mixes the secret with variables' };
  const text = raw.slice(0, source.part.start) + replaced.text + raw.slice(source.part.end);
  return offer(
    {
      title,
      safety: 'placeholder',
      select: required(replaced.variable),
      caution: `Compose does not start until \`${replaced.variable}\` is set, in the shell or in \`.env\`. The old value stays in the history of the repository: change it.`,
    },
    refused === undefined
      ? change(service.document, setScalar(service.document, source.text.node, text), at.route)
      : refusedChange(service, refused, pathTo(service, at.span), { kind: 'set', value: text }),
  );
}

/** `X: s3cret` → `X_FILE: /run/secrets/x`, in place. */
function pointToFile(service: EffectiveService, entry: KeyValue, name: string, fileVariable: string, path: string): Change {
  const { source, at } = entry;
  const { document } = service;
  if (service.environment.get(fileVariable)) return { refused: `\`${fileVariable}\` is set already` };
  const own = service.node.get('environment')?.value;
  if (entry.syntax === 'list') {
    const item = own?.kind === 'seq' && !own.via ? own.items.find(({ span }) => contains(span, at.span)) : undefined;
    if (item?.kind !== 'scalar') return { refused: '`environment` is not a list of this service' };
    return change(document, setScalar(document, item, `${fileVariable}=${path}`), at.route);
  }
  if (!source) return { refused: 'there is no value' };
  const map = own;
  if (map?.kind !== 'map') return { refused: '`environment` is not a mapping of this service' };
  const renamed = change(document, renameKey(document, map, name, fileVariable), at.route, [...map.route, fileVariable]);
  const set = change(document, setScalar(document, source.text.node, path), at.route);
  return 'refused' in renamed ? renamed : 'refused' in set ? set : { ...renamed, edits: [...renamed.edits, ...set.edits] };
}

/**
 * Moves the value of a variable to a secret of the project, for images that read it from a file: `X: s3cret` → `X_FILE: /run/secrets/x`,
 * `secrets: [x]` on the service, and `secrets: {x: {file: ./secrets/x}}` at the top.
 */
export function moveToSecret(
  file: ComposeFile,
  service: EffectiveService,
  entry: KeyValue,
  name: string,
  fileVariable: string,
): FixOffer {
  return move(file, service, entry, { name, fileVariable, variable: undefined });
}

/**
 * The same for a value that a variable of the shell or of `.env` gives: `X: ${Y}` → `X_FILE: /run/secrets/x`, and
 * `secrets: {x: {environment: Y}}` at the top (Compose spec, "secrets"). Refused where more than one variable takes part.
 */
export function moveVariableToSecret(
  file: ComposeFile,
  service: EffectiveService,
  entry: KeyValue,
  name: string,
  fileVariable: string,
): FixOffer {
  const { source } = entry;
  const pieces = source ? parseTemplate(source.text.raw.slice(source.part.start, source.part.end)).pieces : [];
  const [only, ...others] = pieces;
  const isAlone = only?.kind === 'variable' && others.length === 0;
  const variable = isAlone ? only.name : source ? undefined : name;
  if (variable === undefined)
    return { title: `Read \`${name}\` from a secret`, refused: 'the value is not that of one variable' };
  return move(file, service, entry, { name, fileVariable, variable });
}

interface Moved {
  readonly name: string;
  readonly fileVariable: string;
  /** The variable that the secret is made of; undefined: a file that the user has to write. */
  readonly variable: string | undefined;
}

function move(file: ComposeFile, service: EffectiveService, entry: KeyValue, { name, fileVariable, variable }: Moved): FixOffer {
  const plain = name.toLowerCase();
  const key = file.secrets.has(plain) ? `${service.name}_${plain}` : plain;
  const title = `Read \`${name}\` from the secret \`${key}\``;
  const { root, document } = file;
  const definitions = root?.get('secrets');
  const refused =
    refusalOf(entry.at.via ?? service.node.via, `\`${name}\``) ??
    refusalOf(definitions?.via ?? definitions?.value.via, '`secrets`') ??
    (file.secrets.has(key) ? `the secret \`${key}\` is there already` : undefined);
  if (!root || refused !== undefined) return { title, refused: refused ?? 'the file is not a mapping' };
  const path = `./secrets/${key}`;
  const definition = variable === undefined ? { file: path } : { environment: variable };
  const defined =
    definitions && definitions.value.kind !== 'seq'
      ? change(document, setKey(document, definitions.value, key, definition), ['secrets', key])
      : change(document, setKey(document, root, 'secrets', { [key]: definition }), ['secrets']);
  const caution =
    variable === undefined
      ? `Put the value into \`${path}\` and keep that file out of the repository. The old value stays in its history: change it.`
      : `Programs of the container other than the image's own no longer find \`${name}\`.`;
  return offer(
    { title, caution, ...(variable === undefined ? { safety: 'placeholder', select: path } : { safety: 'hardening' }) },
    pointToFile(service, entry, name, fileVariable, `/run/secrets/${key}`),
    addItems(service, 'secrets', [key]),
    defined,
  );
}
