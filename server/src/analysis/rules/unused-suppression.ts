import type { Rule } from '../../core/rule.ts';

/** Judged by the analysis itself, which alone knows what a comment silenced: it has no visitors. */
const unusedSuppression: Rule<Record<string, never>, 'unused' | 'unusedAnnotation' | 'unknown' | 'reasonless' | 'forbidden'> = {
  id: 'seaworthy/unused-suppression',
  title: 'Ignore comment that silences nothing',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'recommended',
  reports: 'presence',
  fix: 'always',
  equivalents: {},
  references: [],
  messages: {
    unused: 'This comment ignores `{rule}`, which finds nothing here.',
    unusedAnnotation: 'This annotation ignores `{rule}`, which finds nothing in its object.',
    reasonless: 'This comment ignores nothing without a reason: the config asks for one (`allowInlineIgnore: with-reason`).',
    forbidden: 'This comment ignores nothing: the config does not allow it (`allowInlineIgnore: never`).',
    unknown: 'There is no rule `{rule}` to ignore.',
  },
  visit: {},
};
export default unusedSuppression;
