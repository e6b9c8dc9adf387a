import { baseImageOf, lineage } from '../images/base-image.ts';
import type { Stage } from '../model/model.ts';
import { dockerfileRule, stageAt } from '../rule.ts';

/** Whether a RUN of the stage, or of one it is built on, deletes the package manager. */
function isRemoved(stage: Stage, manager: string): boolean {
  const name = manager === 'apt' ? '(?:apt|apt-get|dpkg)' : manager;
  const program = new RegExp(`(?:^|/)${name}(?:-tools|\\*)?$`);
  return lineage(stage)
    .flatMap((one) => one.all('RUN'))
    .flatMap(({ script }) => script.commands)
    .some(({ args }) => {
      const removes = args.some(({ text }) => /^(?:del|remove|purge|erase|-\w*r\w*|--purge)$/.test(text));
      return removes && args.some(({ text }) => program.test(text));
    });
}

export default dockerfileRule({
  id: 'dockerfile/package-manager-in-image',
  title: 'Shell and package manager in the image that ships',
  severity: 'info',
  confidence: 'high',
  category: 'isolation',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'CIS Docker 4.3', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Distroless images', url: 'https://github.com/GoogleContainerTools/distroless' },
    { title: 'MITRE T1059.004', url: 'https://attack.mitre.org/techniques/T1059/004/' },
  ],
  messages: {
    both: '`{image}` brings a shell and `{manager}`, which the program hardly needs.',
  },
  visit: {
    stage(context, stage, file) {
      const { facts, image } = baseImageOf(stage);
      if (!file.shippedStages.includes(stage) || image.kind !== 'known' || !facts?.shell || facts.packageManager === null) return;
      const { packageManager: manager } = facts;
      if (isRemoved(stage, manager)) return;
      context.report({ at: stageAt(stage), message: 'both', data: { image: image.value.familiarName, manager } });
    },
  },
});
