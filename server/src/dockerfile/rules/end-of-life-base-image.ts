import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import type { Severity } from '../../core/severity.ts';
import { nameOfCycle } from '../../knowledge/end-of-life.ts';
import { endOfLife, type OutdatedRelease } from '../../knowledge/end-of-life-images.ts';
import { newerTag } from '../../knowledge/newer-image.ts';
import { offer } from '../fixes/words.ts';
import { type ImageSource, imageSourcesOf, partOfImage } from '../images/image-sources.ts';
import { tagSourceOf } from '../images/image-tags.ts';
import type { Dockerfile, Instruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

type Message = 'ended' | 'endedOnce' | 'extended' | 'ending';

/** What comes from the image into nothing that ships is less of a danger, and so are the few files of a COPY. */
function severityOf({ support }: OutdatedRelease, { instruction, use }: ImageSource): Severity {
  const ships = use === 'base' && instruction.stage?.ships === true;
  if (support === 'ending') return 'info';
  if (support === 'extended') return ships ? 'low' : 'info';
  return ships ? 'medium' : 'low';
}

function fix(file: Dockerfile, source: ImageSource, today: string): FixOffer {
  const { image, value, instruction } = source;
  const newer = newerTag(image, today);
  const title = 'refused' in newer ? 'Use a supported release' : `Use \`${image.familiarName}:${newer.tag}\``;
  if ('refused' in newer) return { title, refused: newer.refused };
  if (image.digest !== undefined) return { title, refused: 'the digest has to be looked up for the new tag' };
  const place = tagSourceOf(file, value, instruction.stage);
  const tag = image.tag ?? '';
  if (!place || !(place.text === tag || place.text.endsWith(`:${tag}`)))
    return { title, refused: 'the tag is put together from variables' };
  const { end } = place.at.span;
  const owner = file.instructions.find(({ syntax: { span } }) => end > span.start && end <= span.end);
  return offer(
    {
      title,
      safety: 'placeholder',
      caution: 'Look the tag up in the registry, and test: what changed between the releases may break the build or the program.',
      select: newer.tag,
    },
    [[{ span: { start: end - tag.length, end }, text: newer.tag }]],
    [owner ?? instruction],
  );
}

function visit(context: RuleContext<Message>, instruction: Instruction, file: Dockerfile): void {
  const { today } = context.environment;
  for (const source of imageSourcesOf(instruction)) {
    const via = source.value.at.via;
    for (const found of endOfLife(source.image, today)) {
      const { end, extendedEnd } = found.release;
      const until = extendedEnd ?? end;
      context.report({
        at: partOfImage(file, source, found.span),
        message: found.support === 'ended' && until === undefined ? 'endedOnce' : found.support,
        data: { release: nameOfCycle(found.release), end: end ?? '', until: until ?? '' },
        severity: severityOf(found, source),
        confidence: found.certain && !via ? 'high' : 'medium',
        identity: nameOfCycle(found.release),
        related: via?.at ? [{ at: via.at, message: `\`${via.name}\` has its value here` }] : [],
        fixes: () => [fix(file, source, today)],
      });
    }
  }
}

export default dockerfileRule({
  id: 'dockerfile/end-of-life-base-image',
  title: 'Base image past its support',
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
    { title: 'CIS Docker 4.2', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'OWASP Top 10 2021 A06', url: 'https://owasp.org/Top10/A06_2021-Vulnerable_and_Outdated_Components/' },
  ],
  messages: {
    ended: '{release} has had no security fixes since {until}.',
    endedOnce: '{release} no longer gets security fixes.',
    extended: '{release} is past its regular support since {end}: only long-term or paid support goes on, until {until}.',
    ending: '{release} gets security fixes until {end} only.',
  },
  visit: {
    instruction: { FROM: visit, COPY: visit, RUN: visit },
  },
});
