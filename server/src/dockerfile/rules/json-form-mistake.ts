import type { RuleContext } from '../../core/rule.ts';
import { brokenJsonForm } from '../commands/broken-json-form.ts';
import { setJsonForm } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { Instruction } from '../model/model.ts';
import { wholeSpan } from '../model/parts.ts';
import { dockerfileRule } from '../rule.ts';

/** Whether a text holds control characters, which JSON has to escape. */
function hasControl(text: string): boolean {
  return [...text].some((c) => c < ' ');
}

function judge(context: RuleContext<'json' | 'shell'>, instruction: Instruction): void {
  const { syntax, keyword } = instruction;
  const broken = brokenJsonForm(instruction);
  const plain = keyword === 'SHELL' && !syntax.json && !broken && syntax.args.text !== '';
  if (!broken && !plain) return;
  context.report({
    at: { ...instruction.at, span: wholeSpan(syntax.args) },
    message: plain ? 'shell' : 'json',
    data: { keyword },
    identity: keyword,
    fixes: () => {
      const title = 'Write it as JSON';
      const words = broken ?? (/^[\w./ -]+$/.test(syntax.args.text) ? syntax.args.text.split(/ +/) : undefined);
      if (!words) return [{ title, refused: 'what its words are meant to be is not clear' }];
      if (words.some((word) => word === '-c' || hasControl(word)) && broken)
        return [{ title, refused: 'look first at the script that it then runs' }];
      const caution = 'Docker reads these as words now; before, it took the brackets for text.';
      return [offer({ title, safety: 'hardening', caution }, [setJsonForm(syntax, words)], [instruction])];
    },
  });
}

export default dockerfileRule({
  id: 'dockerfile/json-form-mistake',
  title: 'JSON form with a mistake in it',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3025', relation: 'related' }],
    buildkit: [{ id: 'JSONArgsRecommended', relation: 'related' }],
  },
  references: [{ title: 'Dockerfile reference: exec form', url: 'https://docs.docker.com/reference/dockerfile/#exec-form' }],
  messages: {
    json: 'This is no valid JSON, so {keyword} takes the brackets and quotes for text.',
    shell: 'SHELL takes its words as JSON only.',
  },
  visit: {
    instruction: { RUN: judge, CMD: judge, ENTRYPOINT: judge, COPY: judge, ADD: judge, VOLUME: judge, SHELL: judge },
  },
});
