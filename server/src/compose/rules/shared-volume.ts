import { valueOf } from '../../core/value.ts';
import { makeReadOnly } from '../edit/mounts.ts';
import { publishedPorts } from '../facts/published-ports.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';
import type { ServiceVolume } from '../model/volumes.ts';
import { composeRule } from '../rule.ts';

/** The name of the volume that a service may write to by an entry. */
function writableVolume({ type, source, readOnly }: ServiceVolume): string | undefined {
  return valueOf(type) === 'volume' && valueOf(readOnly) !== true && readOnly.kind !== 'dynamic' ? valueOf(source) : undefined;
}

/** Another service that has the volume, when one of the two takes connections from outside. */
function sharer(file: ComposeFile, service: EffectiveService, volume: string): EffectiveService | undefined {
  const isExposed = publishedPorts(service).length > 0;
  return file.services.find(
    (other) =>
      other !== service &&
      (isExposed || publishedPorts(other).length > 0) &&
      other.volumes.items.some(({ type, source }) => valueOf(type) === 'volume' && valueOf(source) === volume),
  );
}

export default composeRule({
  id: 'compose/shared-volume',
  title: 'Writable volume of several services',
  severity: 'info',
  confidence: 'medium',
  category: 'isolation',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Shared Volumes Between Containers',
        aliases: ['8c978947-0ff6-485c-b0c2-0bfca6026466', 'shared_volumes_between_containers'],
        relation: 'narrower',
        note: 'only what a service may write to, where one of the services publishes a port',
      },
    ],
  },
  references: [
    { title: 'Compose: volumes', url: 'https://docs.docker.com/reference/compose-file/services/#volumes' },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
  ],
  messages: {
    shared: 'Service `{service}` may write to volume `{volume}`, which `{other}` uses too.',
  },
  visit: {
    service(context, service, file) {
      for (const entry of service.volumes.items) {
        const volume = writableVolume(entry);
        const other = volume === undefined ? undefined : sharer(file, service, volume);
        if (volume === undefined || !other) continue;
        context.report({
          at: entry.syntax === 'short' ? entry.at : entry.source.at,
          message: 'shared',
          data: { service: service.name, volume, other: other.name },
          related: [{ at: other.nameAt, message: `\`${other.name}\` uses \`${volume}\` too` }],
          fixes: () => [
            makeReadOnly(service, entry, {
              title: `Mount \`${volume}\` read-only`,
              safety: 'placeholder',
              caution: 'The service can no longer write to it: leave it writable where the data is made.',
            }),
          ],
        });
      }
    },
  },
});
