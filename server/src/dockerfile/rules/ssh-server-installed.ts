import type { RuleContext } from '../../core/rule.ts';
import { serverPackage } from '../../knowledge/server-packages.ts';
import { commandsNamed } from '../../shell/query.ts';
import { installationOf, SYSTEM_INSTALLERS } from '../commands/installs.ts';
import { dropCommand, removeShellWords, replaceShellWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { CommandInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { whereShipped } from '../stages/shipped-severity.ts';

/** A container that is started as an SSH server. */
function visitStart(context: RuleContext<'server' | 'both' | 'started'>, start: CommandInstruction): void {
  const word = commandsNamed(start.script, 'sshd', 'dropbear')[0]?.word;
  if (!word) return;
  context.report({
    at: { span: word.span, route: start.at.route },
    message: 'started',
    data: { name: word.text },
    severity: whereShipped(start, 'medium'),
    fixes: () => [{ title: 'Do without SSH', refused: `another ${start.keyword} has to be written` }],
  });
}

export default dockerfileRule({
  id: 'dockerfile/ssh-server-installed',
  title: 'SSH server in the image',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CIS Docker 5.7', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'docker container exec', url: 'https://docs.docker.com/reference/cli/docker/container/exec/' },
    { title: 'MITRE T1021.004', url: 'https://attack.mitre.org/techniques/T1021/004/' },
  ],
  messages: {
    server: '`{name}` brings an SSH server: a login that bypasses whoever watches the container.',
    both: '`{name}` brings an SSH server along with the client.',
    started: '`{name}` is an SSH server: a login that bypasses whoever watches the container.',
  },
  visit: {
    commands: { programs: SYSTEM_INSTALLERS },
    command(context, command, run, file) {
      const installation = installationOf(command);
      for (const word of installation?.of === 'system' ? installation.packages : []) {
        const found = serverPackage(installation?.tool ?? '', word.value ?? '');
        if (found?.kind !== 'ssh') continue;
        const { client } = found;
        const edit = () => {
          if (client !== undefined) return replaceShellWord(word, client);
          return installation?.packages.length === 1
            ? dropCommand(file.syntax, run, command)
            : removeShellWords(file.syntax, run, [word]);
        };
        const title = client === undefined ? `Leave \`${word.text}\` out` : `Install \`${client}\` in place of \`${word.text}\``;
        context.report({
          at: { span: word.span, route: run.at.route },
          message: client === undefined ? 'server' : 'both',
          data: { name: word.text },
          severity: whereShipped(run, client === undefined ? 'medium' : 'low'),
          fixes: () => [offer({ title, safety: 'hardening', caution: 'What starts the server fails.' }, [edit()], [run])],
        });
      }
    },
    instruction: { CMD: visitStart, ENTRYPOINT: visitStart },
  },
});
