import { type FixOffer, isRefusal } from '../../core/finding.ts';
import * as yaml from '../../yaml/edit.ts';
import { offerOf } from '../edit.ts';
import type { DataEntry } from '../model/config-objects.ts';
import type { KubernetesObject } from '../model/model.ts';

/**
 * Takes a secret value out of a ConfigMap or Secret. Before: `db-password: s3cr3t`; after: `db-password: ${DB_PASSWORD}`, which
 * envsubst, Flux and the like fill in. Values in base64 and files of several lines are refused: a part of them may be needed.
 */
export function takeOut(object: KubernetesObject, { key, node, at, isEncoded }: DataEntry): FixOffer {
  const variable = `\${${key
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(?=\d|$)/, '_')}}`;
  const title = `Take the value of \`${key}\` out of the file`;
  if (at.via) return { title, refused: 'It comes through an anchor; change it where it is written.' };
  if (isEncoded || node.style === 'literal' || node.style === 'folded')
    return {
      title,
      refused: 'It is encoded or a file of its own; let the Secret be made by a tool that reads it from elsewhere.',
    };
  const caution =
    'The value has been in the file and its history: change it where it is used, and let a tool fill the variable in.';
  const edit = yaml.setScalar(object.document, node, variable);
  const made = offerOf(object.document, { title, safety: 'placeholder', caution }, [node.route], [node.route], edit);
  return isRefusal(made) ? made : { ...made, select: variable };
}
