import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import { span } from '../../core/span.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { installationOf } from '../commands/installs.ts';
import { executedDownloads } from '../downloads/executed-downloads.ts';
import { insertInstruction, removeCommand } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { CommandInstruction, Dockerfile } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** Moves a command into a RUN in front, with the `update` of its package manager that stands before it. */
function moveToBuild(file: Dockerfile, start: CommandInstruction, command: ShellCommand): FixOffer {
  const title = 'Install it in the build';
  const { commands } = start.script;
  const before = commands[commands.indexOf(command) - 1];
  const isUpdate =
    command.joinedBy === '&&' && before?.name === command.name && before?.args.some(({ text }) => text === 'update');
  const whole = span((isUpdate && before ? before : command).span.start, command.span.end);
  const text = file.syntax.text.slice(whole.start, whole.end);
  if (start.onbuild || start.form !== 'shell') return { title, refused: `the ${start.keyword} is no plain shell form` };
  if (text.includes('\n')) return { title, refused: 'the command is written over several lines' };
  const caution = 'It then is what it was when the image was built, in a layer of the image.';
  const removed = removeCommand(file.syntax, start, { ...command, span: whole });
  const inserted = insertInstruction(file.syntax, { before: start.syntax }, `RUN ${text}`);
  return offer({ title, safety: 'hardening', caution }, [removed, inserted], [start]);
}

function visit(context: RuleContext<'installs' | 'downloads'>, start: CommandInstruction, file: Dockerfile): void {
  if (!start.stage?.ships) return;
  const { route } = start.at;
  for (const command of start.script.commands) {
    const installation = installationOf(command);
    if (!installation || !command.word) continue;
    const fixes = () => [moveToBuild(file, start, command)];
    context.report({ at: { span: command.word.span, route }, message: 'installs', data: { tool: installation.tool }, fixes });
  }
  for (const { runner } of executedDownloads(start.script)) {
    const fixes = () => [
      { title: 'Install it in the build', refused: 'what is downloaded has to be compared with a digest there' },
    ];
    context.report({ at: { span: runner.span, route }, message: 'downloads', data: { runner: runner.text }, fixes });
  }
}

export default dockerfileRule({
  id: 'dockerfile/installs-at-start',
  title: 'Software installed when the container starts',
  severity: 'medium',
  confidence: 'medium',
  category: 'supply-chain',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-494', url: 'https://cwe.mitre.org/data/definitions/494.html' },
    { title: 'NIST SP 800-190, 4.1.1', url: 'https://csrc.nist.gov/pubs/sp/800/190/final' },
    { title: 'MITRE T1195.002', url: 'https://attack.mitre.org/techniques/T1195/002/' },
  ],
  messages: {
    installs: '`{tool}` installs software at each start of the container, past every check of the image.',
    downloads: '`{runner}` runs a download at each start of the container, past every check of the image.',
  },
  visit: { instruction: { CMD: visit, ENTRYPOINT: visit } },
});
