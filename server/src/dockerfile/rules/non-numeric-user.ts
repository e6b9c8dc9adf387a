import type { FixOffer } from '../../core/finding.ts';
import { isOnlyNamed, uidOf } from '../accounts/account-uid.ts';
import { isRootUser } from '../accounts/root-user.ts';
import { replacePart } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Stage, UserInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

function fix(stage: Stage, instruction: UserInstruction, user: string): FixOffer {
  const uid = uidOf(stage, user);
  const title = uid === undefined ? 'Write the number of the user' : `Write \`${uid}\` in place of \`${user}\``;
  const word = instruction.syntax.words[0];
  if (uid === undefined || !word) return { title, refused: `the number of \`${user}\` is not known here` };
  if (!word.raw.startsWith(user)) return { title, refused: 'the name comes from a variable' };
  return offer({ title, safety: 'safe' }, [replacePart(word.text, { start: 0, end: user.length }, uid)], [instruction]);
}

export default dockerfileRule({
  id: 'dockerfile/non-numeric-user',
  title: 'User by name',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3066', relation: 'equal' }],
  },
  references: [
    {
      title: 'Kubernetes: configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    { title: 'Dockerfile reference: USER', url: 'https://docs.docker.com/reference/dockerfile/#user' },
  ],
  messages: {
    name: '`{user}` is a name: Kubernetes cannot tell that it is not root, and refuses it with `runAsNonRoot`.',
  },
  visit: {
    stage(context, stage, file) {
      const instruction = stage.last('USER');
      if (!instruction || !file.shippedStages.includes(stage) || stage.windows) return;
      const { user } = instruction;
      if (user.kind !== 'known' || user.value === '' || /^\d+$/.test(user.value) || isRootUser(user.value)) return;
      if (isOnlyNamed(stage, user.value)) return;
      context.report({
        at: user.at,
        message: 'name',
        data: { user: user.value },
        fixes: () => [fix(stage, instruction, user.value)],
      });
    },
  },
});
