import type { RuleContext } from '../../core/rule.ts';
import { brokenJsonForm } from '../commands/broken-json-form.ts';
import { wordsOfOneProgram } from '../commands/exec-form.ts';
import { setJsonForm } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { CommandInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { shellAt } from '../stages/stage-so-far.ts';

function visitCommand(context: RuleContext<'shell'>, instruction: CommandInstruction): void {
  const { form, syntax, keyword } = instruction;
  if (form !== 'shell' || syntax.args.text === '' || brokenJsonForm(instruction) || shellAt(instruction).instruction) return;
  context.report({
    at: instruction.at,
    message: 'shell',
    data: { keyword },
    fixes: () => {
      const words = wordsOfOneProgram(instruction);
      const title = 'Write it in JSON form';
      if (typeof words === 'string') return [{ title, refused: words }];
      const caution = 'The program becomes process 1, which gets the signals and must end on SIGTERM itself.';
      return [offer({ title, safety: 'hardening', caution }, [setJsonForm(syntax, words)], [instruction])];
    },
  });
}

export default dockerfileRule({
  id: 'dockerfile/exec-form-recommended',
  title: 'CMD or ENTRYPOINT through a shell',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    buildkit: [
      {
        id: 'JSONArgsRecommended',
        relation: 'narrower',
        note: 'a JSON form with a mistake is reported as that, by `dockerfile/json-form-mistake`',
      },
    ],
    hadolint: [{ id: 'DL3025', relation: 'narrower', note: 'not HEALTHCHECK, and not behind a SHELL of your own' }],
    kics: [
      {
        id: 'Not Using JSON In CMD And ENTRYPOINT Arguments',
        relation: 'narrower',
        note: 'not behind a SHELL of your own',
        aliases: ['b86987e1-6397-4619-81d5-8807f2387c79', 'not_using_json_in_cmd_and_entrypoint_arguments'],
      },
    ],
    semgrep: [{ id: 'prefer-json-notation', relation: 'narrower', note: 'not behind a SHELL of your own' }],
  },
  references: [
    { title: 'BuildKit: JSONArgsRecommended', url: 'https://docs.docker.com/reference/build-checks/json-args-recommended/' },
    {
      title: 'Dockerfile reference: shell and exec form',
      url: 'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',
    },
  ],
  messages: {
    shell: '{keyword} runs its program in a shell, which does not hand on signals such as that of `docker stop`.',
  },
  visit: { instruction: { CMD: visitCommand, ENTRYPOINT: visitCommand } },
});
