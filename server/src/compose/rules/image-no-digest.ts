import { valueOf } from '../../core/value.ts';
import { setAt } from '../edit/paths.ts';
import { serviceImage } from '../facts/service-image.ts';
import { composeRule } from '../rule.ts';

/** An algorithm that registries use; what follows it is no digest when the reference is invalid. */
const DIGEST = /@sha(?:256|384|512):\w*$/;

/** A digest that no image has: the place for the real one. */
const PLACEHOLDER = `sha256:${'0'.repeat(64)}`;

export default composeRule({
  id: 'compose/image-no-digest',
  title: 'Image not pinned by digest',
  severity: 'info',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0019', relation: 'wider', note: 'also images without a tag, and digests that are none' }],
  },
  references: [
    { title: 'CWE-494', url: 'https://cwe.mitre.org/data/definitions/494.html' },
    { title: 'Compose: image', url: 'https://docs.docker.com/reference/compose-file/services/#image' },
    {
      title: 'Docker: pull by digest',
      url: 'https://docs.docker.com/reference/cli/docker/image/pull/#pull-an-image-by-digest-immutable-identifier',
    },
  ],
  messages: {
    unpinned: 'Image `{image}` of service `{service}` is what its tag points to when it is pulled, not always what was tested.',
    malformed: 'Image `{image}` of service `{service}` ends in no valid digest and can not be pulled.',
  },
  visit: {
    service(context, service) {
      const image = serviceImage(service);
      const data = { service: service.name, image: valueOf(service.image) ?? '' };
      if (image && image.reference.digest === undefined) {
        context.report({
          at: image.at,
          message: 'unpinned',
          data,
          fixes: () => [
            setAt(service, image.at, `${data.image}@${PLACEHOLDER}`, {
              title: 'Pin the image by its digest',
              safety: 'placeholder',
              select: PLACEHOLDER,
              caution: `Put in the digest that \`docker buildx imagetools inspect ${data.image}\` prints; the service does not start until then.`,
            }),
          ],
        });
      } else if (!image && !service.build && DIGEST.test(data.image))
        context.report({
          at: service.image.at,
          message: 'malformed',
          data,
          fixes: () => [
            setAt(service, service.image.at, `${data.image.slice(0, data.image.indexOf('@'))}@${PLACEHOLDER}`, {
              title: 'Give the image a whole digest',
              safety: 'placeholder',
              select: PLACEHOLDER,
              caution: 'Put in the digest that the registry shows; the service does not start until then.',
            }),
          ],
        });
    },
  },
});
