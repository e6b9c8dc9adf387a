import type { FixOffer } from '../../core/finding.ts';
import { refusalOf } from '../edit.ts';
import type { KeyValue } from '../model/key-values.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';
import { offer } from './change.ts';
import { add, drop, inSequence, put } from './sequence.ts';

/**
 * A build argument as a secret of the build: `args: {NPM_TOKEN: x}` → `secrets: [npm_token]`, and at the top
 * `npm_token: {environment: NPM_TOKEN}` (Compose Build spec, "secrets"). The Dockerfile has to follow.
 */
export function moveToBuildSecret(file: ComposeFile, service: EffectiveService, entry: KeyValue, name: string): FixOffer {
  const key = name.toLowerCase();
  const title = `Pass \`${name}\` as the build secret \`${key}\``;
  const base = ['services', service.name, 'build'];
  const args = service.node.get('build')?.value;
  const refused =
    refusalOf(entry.at.via ?? service.node.via, `\`${name}\``) ??
    (/^[A-Za-z_]\w*$/.test(name) ? undefined : 'it has no name that a variable can have') ??
    (file.secrets.has(key) ? `the secret \`${key}\` is there already` : undefined) ??
    (args?.kind === 'map' && entry.at.route.length >= 5 ? undefined : 'the argument is not written in this service');
  if (refused !== undefined) return { title, refused };
  return offer(
    {
      title,
      safety: 'placeholder',
      select: `environment: ${name}`,
      caution: `In the Dockerfile, remove \`ARG ${name}\` and read it where it is needed: \`RUN --mount=type=secret,id=${key},env=${name} …\`. Set the variable \`${name}\` for the build, and change a value that was passed before.`,
    },
    inSequence(
      file.document,
      [drop(entry.at.route.slice(0, 5)), add([...base, 'secrets'], key), put(['secrets'], key, { environment: name })],
      [...base, 'args'],
      [...base, 'secrets'],
      ['secrets'],
    ),
  );
}
