import type { FixOffer } from '../../core/finding.ts';
import type { ImageReference } from '../../core/image-reference.ts';
import { nameOfCycle } from '../../knowledge/end-of-life.ts';
import { endOfLife } from '../../knowledge/end-of-life-images.ts';
import { newerTag } from '../../knowledge/newer-image.ts';
import type { Container } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';
import { knownImage, placeInImage, setImage } from '../shared/container-image.ts';

const SEVERITIES = { ended: 'medium', extended: 'low', ending: 'info' } as const;

export default kubernetesRule({
  id: 'kubernetes/end-of-life-image',
  title: 'Image past its support',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-1104', url: 'https://cwe.mitre.org/data/definitions/1104.html' },
    { title: 'endoflife.date', url: 'https://endoflife.date/' },
    { title: 'OWASP Kubernetes Top 10 K10', url: 'https://owasp.org/www-project-kubernetes-top-ten/' },
  ],
  messages: {
    ended: '{release} has had no security fixes since {until}.',
    endedOnce: '{release} no longer gets security fixes.',
    extended: '{release} is past its regular support since {end}: only long-term or paid support goes on, until {until}.',
    ending: '{release} gets security fixes until {end} only.',
  },
  visit: {
    container(context, container) {
      const { today } = context.environment;
      const image = knownImage(container);
      if (!image) return;
      for (const found of endOfLife(image.reference, today)) {
        const { end, extendedEnd } = found.release;
        const until = extendedEnd ?? end;
        context.report({
          at: placeInImage(container, image, found.span),
          message: found.support === 'ended' && until === undefined ? 'endedOnce' : found.support,
          data: { release: nameOfCycle(found.release), end: end ?? '', until: until ?? '' },
          severity: SEVERITIES[found.support],
          confidence: found.certain ? 'high' : 'medium',
          identity: nameOfCycle(found.release),
          fixes: () => [newer(container, image.reference, today)],
        });
      }
    },
  },
});

function newer(container: Container, image: ImageReference, today: string): FixOffer {
  const tag = newerTag(image, today);
  const title = 'refused' in tag ? 'Use a supported release' : `Use \`${image.familiarName}:${tag.tag}\``;
  if ('refused' in tag) return { title, refused: tag.refused };
  if (image.digest !== undefined) return { title, refused: 'the digest has to be looked up for the new tag' };
  const offer = setImage(container, `${image.text.slice(0, image.spans.name.end)}:${tag.tag}`, {
    title,
    safety: 'placeholder',
    caution: 'Look the tag up in the registry, and test: data of the old release may need a migration.',
  });
  return 'refused' in offer ? offer : { ...offer, select: tag.tag };
}
