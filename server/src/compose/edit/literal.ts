import type { FixOffer } from '../../core/finding.ts';
import type { At } from '../../core/value.ts';
import type { EffectiveService } from '../model/service.ts';
import { setAt } from './paths.ts';

/** A name for a service's secret, as a variable: `cache` → `CACHE_PASSWORD`. */
export function passwordVariable(service: EffectiveService): string {
  const plain = service.name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return `${/^\d/.test(plain) ? '_' : ''}${plain}_PASSWORD`;
}

/**
 * A secret inside a single value → `${VARIABLE:?set VARIABLE}`: `--password=x` → `--password=${DB_PASSWORD:?set DB_PASSWORD}`. `text` is the
 * whole value as written. Refused where the secret can't be told from the rest.
 */
export function requireInText(service: EffectiveService, at: At, text: string, secret: string, variable: string): FixOffer {
  const title = `Require \`${variable}\` from the environment`;
  if (text.includes('$')) return { title, refused: 'there is a `$` in the text' };
  if (secret === '' || text.split(secret).length !== 2) return { title, refused: 'the secret is not there just once' };
  const required = `\${${variable}:?set ${variable}}`;
  return setAt(
    service,
    at,
    text.replace(secret, () => required),
    {
      title,
      safety: 'placeholder',
      select: required,
      caution: `Compose does not start until \`${variable}\` is set, in the shell or in \`.env\`. The old value stays in the history of the repository: change it.`,
    },
  );
}
