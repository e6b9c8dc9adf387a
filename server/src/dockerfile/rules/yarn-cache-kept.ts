import { PACKAGE_CACHES } from '../../knowledge/package-caches.ts';
import { cleanAfter, keptCaches } from '../files/kept-caches.ts';
import { dockerfileRule } from '../rule.ts';

/** Where the sub-command alone does not say it. */
const SHOWN: Readonly<Record<string, string>> = { yarn: 'yarn', global: 'yarn global add' };

export default dockerfileRule({
  id: 'dockerfile/yarn-cache-kept',
  title: 'Yarn leaves its cache in the image',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3060', relation: 'wider', note: 'plain `yarn`, `yarn add` and `yarn global add`, too' }],
  },
  references: [
    { title: 'Yarn: yarn cache', url: 'https://classic.yarnpkg.com/en/docs/cli/cache' },
    { title: 'Docker: Optimize cache usage', url: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts' },
  ],
  messages: {
    kept: '`{command}` leaves every downloaded package in the layer a second time: no `yarn cache clean` follows in this RUN.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        const last = keptCaches(run, PACKAGE_CACHES.yarn).at(-1);
        if (!last) return;
        context.report({
          at: { span: last.word.span, route: run.at.route },
          message: 'kept',
          data: { command: SHOWN[last.word.text] ?? `yarn ${last.word.text}` },
          fixes: () => [cleanAfter(file, run, last, 'yarn cache clean', { safety: 'safe' })],
        });
      },
    },
  },
});
