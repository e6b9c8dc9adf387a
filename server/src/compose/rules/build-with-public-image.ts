import { parseImageReference } from '../../core/image-reference.ts';
import { valueOf } from '../../core/value.ts';
import { lookupImage } from '../../knowledge/official-images.ts';
import { setServicePath } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/build-with-public-image',
  title: 'Built image under a name of Docker Hub',
  severity: 'low',
  confidence: 'medium',
  category: 'supply-chain',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    dclint: [
      {
        id: 'no-build-and-image',
        relation: 'narrower',
        note: 'only for names that something can be pulled by: those of official images, and of users of Docker Hub',
      },
    ],
  },
  references: [
    { title: 'Compose: pull_policy', url: 'https://docs.docker.com/reference/compose-file/services/#pull_policy' },
    { title: 'Compose: build and image', url: 'https://docs.docker.com/reference/compose-file/build/#using-build-and-image' },
    { title: 'CWE-427', url: 'https://cwe.mitre.org/data/definitions/427.html' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    pulled: 'Compose asks Docker Hub for `{image}` before it builds service `{service}`: whoever has that name there is run.',
  },
  visit: {
    service(context, service, file) {
      const image = valueOf(service.image);
      const reference = service.build && image !== undefined ? parseImageReference(image) : undefined;
      if (!reference || service.pullPolicy.kind !== 'absent' || file.swarm.length > 0) return;
      if (!reference.canonicalName.startsWith('docker.io/') || reference.digest !== undefined) return;
      // Names without a user are Docker's own to give: there is something to pull only where it has given one.
      if (reference.canonicalName.startsWith('docker.io/library/') && !lookupImage(reference)) return;
      context.report({
        at: service.image.at,
        message: 'pulled',
        data: { service: service.name, image: reference.familiarName },
        fixes: () => [
          setServicePath(service, ['pull_policy'], 'build', {
            title: 'Always build it: `pull_policy: build`',
            safety: 'hardening',
            caution: '`docker compose up` builds the image each time, and no longer uses one that was pushed.',
          }),
        ],
      });
    },
  },
});
