import { type MergeableGroup, mergeableGroups } from '../commands/mergeable.ts';
import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/consecutive-run',
  title: 'Instructions that could be one',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    hadolint: [{ id: 'DL3059', relation: 'narrower', note: 'from three on, without those that create accounts' }],
    kics: [
      {
        id: 'Multiple RUN, ADD, COPY, Instructions Listed',
        relation: 'narrower',
        note: 'only without another instruction in between, from three on',
        aliases: ['0008c003-79aa-42d8-95b8-1c2fe37dbfe6', 'multiple_run_add_copy_instructions_listed'],
      },
    ],
  },
  references: [
    { title: 'Docker: Building best practices, RUN', url: 'https://docs.docker.com/build/building/best-practices/#run' },
    { title: 'Docker: Optimize cache usage', url: 'https://docs.docker.com/build/cache/optimize/' },
  ],
  messages: {
    RUN: 'These `{count}` RUN instructions of one command each make a layer each; what a later one deletes stays in the image.',
    COPY: 'These `{count}` {keyword} instructions to `{destination}` could be one.',
  },
  visit: {
    stage(context, stage) {
      for (const group of mergeableGroups(stage)) {
        context.report({
          at: group.first.at,
          message: group.destination === undefined ? 'RUN' : 'COPY',
          data: dataOf(group),
        });
      }
    },
  },
});

function dataOf({ count, first, destination }: MergeableGroup) {
  return { count, keyword: first.keyword, destination: destination ?? '' };
}
