import type { RuleContext } from '../../core/rule.ts';
import { executedDownloads } from '../executed-downloads.ts';
import { installationOf } from '../installs.ts';
import type { CommandInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

function visit(context: RuleContext<'installs' | 'downloads'>, start: CommandInstruction): void {
  if (!start.stage?.ships) return;
  const { route } = start.at;
  for (const command of start.script.commands) {
    const installation = installationOf(command);
    if (!installation || !command.word) continue;
    context.report({ at: { span: command.word.span, route }, message: 'installs', data: { tool: installation.tool } });
  }
  for (const { runner } of executedDownloads(start.script)) {
    context.report({ at: { span: runner.span, route }, message: 'downloads', data: { runner: runner.text } });
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
  fix: 'none',
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
