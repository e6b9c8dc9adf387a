import { parseImageReference } from '../../core/image-reference.ts';
import type { Span } from '../../core/span.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

/** Docker's own images of the frontend. (https://docs.docker.com/build/buildkit/frontend/) */
const OFFICIAL: ReadonlySet<string> = new Set(['docker/dockerfile', 'docker/dockerfile-upstream']);
const STABLE = 'docker/dockerfile:1';

export default dockerfileRule({
  id: 'dockerfile/untrusted-frontend',
  title: 'Dockerfile read by a program of someone else',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'strict',
  reports: 'presence',
  fix: 'always',
  equivalents: {},
  references: [
    { title: 'Docker: Custom Dockerfile syntax', url: 'https://docs.docker.com/build/buildkit/frontend/' },
    { title: 'CWE-829', url: 'https://cwe.mitre.org/data/definitions/829.html' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    other: 'The program `{image}` decides what this Dockerfile means, and sees all that the build sees.',
    floating: '`{image}` is whatever version of the frontend is the newest on the day of the build.',
  },
  visit: {
    file(context, file) {
      const directive = file.syntax.directives.find(({ name }) => name === 'syntax');
      // A reason may stand behind the image.
      const written = /^\S*/.exec(directive?.value ?? '')?.[0] ?? '';
      const image = parseImageReference(written);
      if (!directive || !image || image.digest !== undefined) return;
      const isOfficial = OFFICIAL.has(image.familiarName);
      if (isOfficial && image.tag !== undefined && !/^(?:latest|master|labs)$/.test(image.tag)) return;
      const { start } = directive.valueSpan;
      const span: Span = { start, end: start + written.length };
      context.report({
        at: { span, route: ['global', 'syntax'] },
        message: isOfficial ? 'floating' : 'other',
        data: { image: image.familiarName },
        severity: isOfficial ? 'low' : 'medium',
        fixes: () => [
          offer(
            {
              title: `Use \`${STABLE}\``,
              safety: 'hardening',
              caution: isOfficial
                ? 'Experimental features of the newest frontend go.'
                : 'What only the other frontend knows goes.',
            },
            [[{ span, text: STABLE }]],
            [],
          ),
        ],
      });
    },
  },
});
