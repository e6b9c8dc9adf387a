import type { FixOffer } from '../../core/finding.ts';
import { stringsOption } from '../../core/options.ts';
import { matchesGlob } from '../../knowledge/glob.ts';
import { offer } from '../fixes/words.ts';
import { type ImageSource, imageSourcesOf, partOfImage } from '../images/image-sources.ts';
import type { Dockerfile } from '../model/model.ts';
import { type DockerfileVisitors, dockerfileRule } from '../rule.ts';

const DOCKER_HUB = ['docker.io', 'index.docker.io', 'hub.docker.com', 'registry-1.docker.io'];
const options = {
  registries: stringsOption('Registries that images may come from; `*` stands for anything. The rule is off when it is empty.'),
};

function isTrusted(registry: string, trusted: readonly string[]): boolean {
  const names = DOCKER_HUB.includes(registry) ? DOCKER_HUB : [registry];
  return trusted.some((pattern) => names.some((name) => matchesGlob(name.toLowerCase(), pattern.toLowerCase())));
}

/** Takes the image of the same name from the first registry that is allowed by its whole name. */
function move(file: Dockerfile, source: ImageSource, allowed: readonly string[]): FixOffer {
  const registry = allowed.find((name) => /^[\w.-]+(?::\d+)?$/.test(name));
  const { image, value, instruction } = source;
  const { start, end } = value.at.span;
  if (registry === undefined) return { title: 'Take it from an allowed registry', refused: 'the list has patterns only' };
  const title = `Take it from \`${registry}\``;
  if (file.syntax.text.slice(start, end) !== value.value)
    return { title, refused: 'the reference is quoted or comes from variables' };
  const path = image.canonicalName.slice(image.canonicalName.indexOf('/') + 1);
  const name = { start: start + image.spans.name.start, end: start + image.spans.name.end };
  const caution = `Put in the path under which \`${registry}\` has a copy of the image.`;
  return offer(
    { title, safety: 'placeholder', caution, select: path },
    [[{ span: name, text: `${registry}/${path}` }]],
    [instruction],
  );
}

type Visitor = NonNullable<NonNullable<DockerfileVisitors<'untrusted', typeof options>['instruction']>['FROM' | 'COPY' | 'RUN']>;

const visit: (...args: Parameters<Visitor>) => void = (context, instruction, file) => {
  const { registries } = context.options;
  if (registries.length === 0) return;
  for (const source of imageSourcesOf(instruction)) {
    const { image, value } = source;
    const registry = image.canonicalName.slice(0, image.canonicalName.indexOf('/'));
    if (isTrusted(registry, registries)) continue;
    const { start, end } = image.spans.name;
    context.report({
      at: partOfImage(file, source, { start, end: image.registry === undefined ? end : start + image.registry.length }),
      message: 'untrusted',
      data: { image: image.text, registry },
      fixes: () => [move(file, source, registries)],
      related: value.at.via?.at ? [{ at: value.at.via.at, message: `\`${value.at.via.name}\` has its value here` }] : [],
    });
  }
};

export default dockerfileRule({
  id: 'dockerfile/untrusted-registry',
  title: 'Image from a registry that is not allowed',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3026', relation: 'equal', note: 'its `trustedRegistries` is the option `registries`' }],
  },
  options,
  references: [
    { title: 'CIS Docker 4.2', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'MITRE T1525', url: 'https://attack.mitre.org/techniques/T1525/' },
    { title: 'CWE-829', url: 'https://cwe.mitre.org/data/definitions/829.html' },
  ],
  messages: {
    untrusted: 'Image `{image}` comes from `{registry}`, which is not among the allowed registries.',
  },
  visit: { instruction: { FROM: visit, COPY: visit, RUN: visit } },
});
