import type { FixOffer } from '../../core/finding.ts';
import { findCredentials } from '../../knowledge/secrets.ts';
import type { ComposeFile } from '../model/model.ts';
import { change, offer } from './change.ts';
import { nodeAt } from './sequence.ts';

function escaped(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}

/** The secret in the content of a config: a credential by its form, the value behind a name, or all of a single line. */
function secretIn(text: string, name: string | undefined): string | undefined {
  const credential = findCredentials(text)[0];
  if (credential) return text.slice(credential.span.start, credential.span.end);
  if (name === undefined) return text.trim().includes('\n') ? undefined : text.trim();
  const line = new RegExp(
    `^[ \\t]*(?:export[ \\t]+|-[ \\t]+)?["']?${escaped(name)}["']?[ \\t]*[=:][ \\t]*["']?([^\\s"',;]+)`,
    'm',
  );
  return line.exec(text)?.[1];
}

/**
 * A secret in the content of a config → `${VARIABLE:?set VARIABLE}`, which Compose fills in (Compose spec, "configs": "content").
 * Refused where the secret is not in the file as it is, just once. `name` is what it is set under in the content.
 */
export function requireInContent(file: ComposeFile, key: string, text: string, name: string | undefined): FixOffer {
  const variable = (name ?? key)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(?=\d)/, '_');
  const title = `Require \`${variable}\` from the environment`;
  const node = nodeAt(file.document, ['configs', key, 'content']);
  if (node?.kind !== 'scalar') return { title, refused: 'the content comes from an anchor or another file' };
  const secret = secretIn(text, name);
  const source = file.document.text.slice(node.span.start, node.span.end);
  if (secret === undefined || secret === '' || secret.includes('$') || source.split(secret).length !== 2)
    return { title, refused: 'the secret is not there just once, as it is' };
  if (node.style === 'plain') return { title, refused: 'the content has no quotes: put it in quotes, or on lines of its own' };
  const required = `\${${variable}:?set ${variable}}`;
  const start = node.span.start + source.indexOf(secret);
  return offer(
    {
      title,
      safety: 'placeholder',
      select: required,
      caution: `Compose does not start until \`${variable}\` is set, in the shell or in \`.env\`. The old value stays in the history of the repository: change it.`,
    },
    change(file.document, [{ span: { start, end: start + secret.length }, text: required }], node.route),
  );
}
