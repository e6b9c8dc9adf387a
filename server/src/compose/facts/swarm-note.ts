import type { Related } from '../../core/finding.ts';
import type { Severity } from '../../core/severity.ts';
import { lowered } from '../../core/severity.ts';
import { swarmEffect } from '../../knowledge/swarm-keys.ts';
import type { ComposeFile } from '../model/model.ts';

/**
 * How bad a dangerous key is in this file: one step milder, with the reason as a related place, where the file is for a swarm, which
 * ignores the key. It still holds for `docker compose up`.
 */
export function swarmNote(
  file: ComposeFile,
  key: string,
  severity: Severity,
): { readonly severity: Severity; readonly related: readonly Related[] } {
  const [sign] = file.swarm;
  if (!sign || swarmEffect(key) !== 'ignored') return { severity, related: [] };
  const message = `\`${sign.what}\` is for a swarm, where \`docker stack deploy\` ignores \`${key}\``;
  return { severity: lowered(severity), related: [{ at: sign.at, message }] };
}
