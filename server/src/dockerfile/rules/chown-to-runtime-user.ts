import type { RuleContext } from '../../core/rule.ts';
import { isRootUser } from '../accounts/root-user.ts';
import { removeFlag } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { CopyAddInstruction, Dockerfile } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const CAUTION = 'The program can still read the files, but not change them: keep the flag for what it has to write.';

function visit(context: RuleContext<'owned'>, copy: CopyAddInstruction, file: Dockerfile): void {
  const { chown, stage } = copy;
  const flag = copy.syntax.flags.findLast(({ name }) => name === 'chown');
  if (chown.kind !== 'known' || !flag || !stage?.ships || stage.user.kind !== 'known') return;
  const owner = chown.value.replace(/:.*$/, '');
  const user = stage.user.value.replace(/:.*$/, '');
  if (owner !== user || isRootUser(owner) || owner === '') return;
  context.report({
    at: chown.at,
    message: 'owned',
    data: { user },
    fixes: () => [
      offer(
        { title: 'Leave the files to root', safety: 'hardening', caution: CAUTION },
        [removeFlag(file.syntax, copy.syntax, flag)],
        [copy],
      ),
    ],
  });
}

export default dockerfileRule({
  id: 'dockerfile/chown-to-runtime-user',
  title: 'Program that owns its own files',
  severity: 'info',
  confidence: 'medium',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'always',
  equivalents: {
    kics: [
      {
        id: 'Chown Flag Exists',
        relation: 'narrower',
        note: 'only when the owner is the user that the program runs as',
        aliases: ['aa93e17f-b6db-4162-9334-c70334e7ac28', 'chown_flag_exists'],
      },
    ],
  },
  references: [
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'Dockerfile reference: COPY --chown', url: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod' },
  ],
  messages: {
    owned: 'The program runs as `{user}` and can overwrite these files.',
  },
  visit: { instruction: { COPY: visit, ADD: visit } },
});
