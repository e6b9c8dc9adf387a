import { setAt } from '../edit/paths.ts';
import { isMovingTag, serviceImage } from '../facts/service-image.ts';
import { composeRule } from '../rule.ts';

const PLACEHOLDER = 'TAG';

export default composeRule({
  id: 'compose/image-latest-tag',
  title: 'Image without a version',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0004', relation: 'wider', note: 'also names of branches, such as `main` and `master`' }],
    dclint: [
      {
        id: 'service-image-require-explicit-tag',
        relation: 'narrower',
        note: 'an image that the service builds itself is only named by `image`, not pulled',
      },
    ],
  },
  references: [
    { title: 'CWE-1357', url: 'https://cwe.mitre.org/data/definitions/1357.html' },
    { title: 'CIS Docker 5.28', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
    { title: 'Compose: image', url: 'https://docs.docker.com/reference/compose-file/services/#image' },
  ],
  messages: {
    untagged: 'Image `{image}` of service `{service}` has no tag: it is whatever `latest` is when it is pulled.',
    moving: 'Image `{image}` of service `{service}` is another one each time that its publisher moves `{tag}`.',
  },
  visit: {
    service(context, service) {
      const image = serviceImage(service);
      if (!image || image.reference.digest !== undefined) return;
      const { tag, text, spans } = image.reference;
      const moving = isMovingTag(tag ?? 'latest');
      if (!moving) return;
      context.report({
        at: image.tagAt,
        message: tag === undefined ? 'untagged' : 'moving',
        data: { service: service.name, image: text, tag: tag ?? '' },
        severity: moving === 'release' ? 'low' : 'medium',
        fixes: () => [
          setAt(service, image.at, `${text.slice(0, spans.name.end)}:${PLACEHOLDER}`, {
            title: 'Give the image a tag',
            safety: 'placeholder',
            select: PLACEHOLDER,
            caution: 'Put in the version that was tested; the service does not start until then.',
          }),
        ],
      });
    },
  },
});
