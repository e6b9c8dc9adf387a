import { isBuildImage, isBuildPackage } from '../../knowledge/build-tools.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { installationOf } from '../commands/installs.ts';
import { baseImageOf } from '../images/base-image.ts';
import type { RunInstruction } from '../model/model.ts';
import { dockerfileRule, stageAt } from '../rule.ts';

const REMOVES = /^(?:del|remove|purge|autoremove|erase|rm|-Rs?n?s?)$/;

/** Whether a command behind it in the same RUN, and so in the same layer, uninstalls something. */
function isRemoved(run: RunInstruction, command: ShellCommand): boolean {
  const behind = run.script.commands.slice(run.script.commands.indexOf(command) + 1);
  return behind.some(({ name, args }) => name === command.name && args.some(({ text }) => REMOVES.test(text)));
}

export default dockerfileRule({
  id: 'dockerfile/build-tools-in-image',
  title: 'Compilers in the image that ships',
  severity: 'low',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'Docker: Multi-stage builds', url: 'https://docs.docker.com/build/building/multi-stage/' },
    { title: 'CIS Docker 4.3', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'MITRE T1027.004', url: 'https://attack.mitre.org/techniques/T1027/004/' },
  ],
  messages: {
    base: '`{image}` is there to build programs: the image that ships has its compilers too.',
    packages: '`{package}` stays in the image that ships.',
  },
  visit: {
    stage(context, stage, file) {
      const { image } = baseImageOf(stage);
      if (!file.shippedStages.includes(stage) || image.kind !== 'known' || !isBuildImage(image.value.canonicalName)) return;
      context.report({ at: stageAt(stage), message: 'base', data: { image: image.value.familiarName } });
    },
    command(context, command, run) {
      if (!run.stage?.ships) return;
      const installation = installationOf(command);
      const word = installation?.of === 'system' ? installation.packages.find(({ text }) => isBuildPackage(text)) : undefined;
      if (!word || isRemoved(run, command)) return;
      context.report({ at: { span: word.span, route: run.at.route }, message: 'packages', data: { package: word.text } });
    },
  },
});
