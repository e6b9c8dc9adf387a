import { serverPackage } from '../../knowledge/server-packages.ts';
import { installationOf, SYSTEM_INSTALLERS } from '../commands/installs.ts';
import { dropCommand, removeShellWords } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';
import { whereShipped } from '../stages/shipped-severity.ts';

export default dockerfileRule({
  id: 'dockerfile/plaintext-server-installed',
  title: 'Server of another age',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
    {
      title: 'CIS Distribution Independent Linux 2.2',
      url: 'https://www.cisecurity.org/benchmark/distribution_independent_linux',
    },
    { title: 'MITRE T1040', url: 'https://attack.mitre.org/techniques/T1040/' },
  ],
  messages: {
    server: '`{name}` is a server for {service}, which sends what it is told in plain text.',
  },
  visit: {
    commands: { programs: SYSTEM_INSTALLERS },
    command(context, command, run, file) {
      const installation = installationOf(command);
      for (const word of installation?.of === 'system' ? installation.packages : []) {
        const found = serverPackage(installation?.tool ?? '', word.value ?? '');
        if (found?.kind !== 'plain-text') continue;
        const edit = () =>
          installation?.packages.length === 1
            ? dropCommand(file.syntax, run, command)
            : removeShellWords(file.syntax, run, [word]);
        context.report({
          at: { span: word.span, route: run.at.route },
          message: 'server',
          data: { name: word.text, service: found.service },
          severity: whereShipped(run, 'medium'),
          fixes: () => [
            offer(
              { title: `Leave \`${word.text}\` out`, safety: 'hardening', caution: 'What starts the server fails.' },
              [edit()],
              [run],
            ),
          ],
        });
      }
    },
  },
});
