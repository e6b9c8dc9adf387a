import type { RuleContext } from '../../core/rule.ts';
import { dropCommand } from '../edit.ts';
import { textsOfCopy, textsWrittenBy, type WrittenText } from '../files/written-text.ts';
import { offer } from '../fixes/words.ts';
import type { CopyAddInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { whereShipped } from '../stages/shipped-severity.ts';

const TITLE = 'Remove the rule for sudo';

/** Where a text gives the right to become root without a password. */
function rightIn({ text, locate }: WrittenText) {
  const match = /NOPASSWD/.exec(text);
  return match ? [locate({ start: match.index, end: match.index + match[0].length }).span] : [];
}

function visitCopy(context: RuleContext<'nopasswd'>, copy: CopyAddInstruction): void {
  for (const span of textsOfCopy(copy).flatMap(rightIn)) {
    const refused = 'the file has to be changed by hand';
    context.report({
      at: { span, route: copy.at.route },
      message: 'nopasswd',
      severity: whereShipped(copy, 'high'),
      fixes: () => [{ title: TITLE, refused }],
    });
  }
}

export default dockerfileRule({
  id: 'dockerfile/sudoers-nopasswd',
  title: 'Root for everybody who asks',
  severity: 'high',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'sudoers(5)', url: 'https://www.sudo.ws/docs/man/sudoers.man/' },
    { title: 'MITRE T1548.003', url: 'https://attack.mitre.org/techniques/T1548/003/' },
  ],
  messages: {
    nopasswd: '`NOPASSWD` lets a user of the image become root without a password.',
  },
  visit: {
    command(context, command, run, file) {
      for (const span of textsWrittenBy(command).flatMap(rightIn)) {
        context.report({
          at: { span, route: run.at.route },
          message: 'nopasswd',
          severity: whereShipped(run, 'high'),
          fixes: () => [
            offer(
              { title: TITLE, safety: 'hardening', caution: 'Calls of `sudo` in the image ask for a password and fail.' },
              [dropCommand(file.syntax, run, command)],
              [run],
            ),
          ],
        });
      }
    },
    instruction: { COPY: visitCopy, ADD: visitCopy },
  },
});
