import type { FixOffer } from '../../core/finding.ts';
import { nameOfCycle } from '../../knowledge/end-of-life.ts';
import { endOfLife } from '../../knowledge/end-of-life-images.ts';
import { newerTag } from '../../knowledge/newer-image.ts';
import { setAt } from '../edit/paths.ts';
import type { ServiceImage } from '../facts/service-image.ts';
import { serviceImage } from '../facts/service-image.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

const SEVERITIES = { ended: 'medium', extended: 'low', ending: 'info' } as const;

function newer(service: EffectiveService, { reference, at }: ServiceImage, today: string): FixOffer {
  const tag = newerTag(reference, today);
  const title = 'refused' in tag ? 'Use a supported release' : `Use \`${reference.familiarName}:${tag.tag}\``;
  if ('refused' in tag) return { title, refused: tag.refused };
  if (reference.digest !== undefined) return { title, refused: 'the digest has to be looked up for the new tag' };
  return setAt(service, at, `${reference.text.slice(0, reference.spans.name.end)}:${tag.tag}`, {
    title,
    safety: 'placeholder',
    select: tag.tag,
    caution: 'Look the tag up in the registry, and test: the volumes of a database have to be migrated to the new release.',
  });
}

export default composeRule({
  id: 'compose/end-of-life-image',
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
  ],
  messages: {
    ended: '{release} has had no security fixes since {until}.',
    endedOnce: '{release} no longer gets security fixes.',
    extended: '{release} is past its regular support since {end}: only long-term or paid support goes on, until {until}.',
    ending: '{release} gets security fixes until {end} only.',
  },
  visit: {
    service(context, service) {
      const { today } = context.environment;
      const image = serviceImage(service);
      if (!image) return;
      for (const found of endOfLife(image.reference, today)) {
        const { end, extendedEnd } = found.release;
        const until = extendedEnd ?? end;
        context.report({
          at: image.part(found.span),
          message: found.support === 'ended' && until === undefined ? 'endedOnce' : found.support,
          data: { release: nameOfCycle(found.release), end: end ?? '', until: until ?? '' },
          severity: SEVERITIES[found.support],
          confidence: found.certain && !image.at.via ? 'high' : 'medium',
          identity: nameOfCycle(found.release),
          fixes: () => [newer(service, image, today)],
        });
      }
    },
  },
});
