import { hasFlag } from '../../shell/query.ts';
import { dropCommand } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';
import { whereShipped } from '../stages/shipped-severity.ts';

export default dockerfileRule({
  id: 'dockerfile/chpasswd-used',
  title: 'Password set in the image',
  severity: 'medium',
  confidence: 'high',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    checkov: [{ id: 'CKV2_DOCKER_17', relation: 'equal', aliases: ['RunChpasswd'] }],
  },
  references: [
    { title: 'CWE-259', url: 'https://cwe.mitre.org/data/definitions/259.html' },
    { title: 'chpasswd(8)', url: 'https://man7.org/linux/man-pages/man8/chpasswd.8.html' },
    { title: 'MITRE T1078.001', url: 'https://attack.mitre.org/techniques/T1078/001/' },
  ],
  messages: {
    set: '`{program}` sets a password that everybody who has the image knows or can guess at.',
  },
  visit: {
    command(context, command, run, file) {
      const { name, word } = command;
      const sets =
        name === 'chpasswd' || (name === 'passwd' && hasFlag(command, ['--stdin'])) || (name === 'passwd' && command.pipedFrom);
      if (!sets || !word || name === undefined) return;
      context.report({
        at: { span: word.span, route: run.at.route },
        message: 'set',
        severity: whereShipped(run, 'medium'),
        data: { program: name },
        fixes: () => [
          offer(
            {
              title: 'Leave the account without a password',
              safety: 'hardening',
              caution: 'Nobody can log in with the password any more.',
            },
            [dropCommand(file.syntax, run, command)],
            [run],
          ),
        ],
      });
    },
  },
});
