import { baseImageOf } from '../images/base-image.ts';
import { dockerfileRule, stageAt } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/missing-healthcheck',
  title: 'No health check',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    hadolint: [{ id: 'DL3057', relation: 'narrower', note: 'only stages that ship and can be started' }],
    trivy: [
      {
        id: 'DS-0026',
        relation: 'wider',
        note: 'a HEALTHCHECK of a stage that does not ship does not count',
        aliases: ['AVD-DS-0026', 'DS026', 'no-healthcheck', 'docker-no-healthcheck'],
      },
    ],
    checkov: [
      {
        id: 'CKV_DOCKER_2',
        relation: 'wider',
        note: 'a HEALTHCHECK of a stage that does not ship does not count',
        aliases: ['HealthcheckExists'],
      },
    ],
    kics: [
      {
        id: 'Healthcheck Instruction Missing',
        relation: 'wider',
        note: 'a HEALTHCHECK of a stage that does not ship does not count',
        aliases: ['b03a748a-542d-44f4-bb86-9199ab4fd2d5', 'healthcheck_instruction_missing'],
      },
    ],
    dockle: [{ id: 'CIS-DI-0006', relation: 'narrower', note: 'the Dockerfile is read, not the built image' }],
  },
  references: [
    { title: 'Dockerfile reference: HEALTHCHECK', url: 'https://docs.docker.com/reference/dockerfile/#healthcheck' },
    { title: 'CIS Docker 4.6', url: 'https://www.cisecurity.org/benchmark/docker' },
  ],
  messages: {
    missing: 'No HEALTHCHECK is set: Docker does not notice a program that hangs.',
  },
  visit: {
    stage(context, stage, file) {
      if (!file.shippedStages.includes(stage) || !stage.from.imageText || stage.last('HEALTHCHECK')) return;
      // Nothing can be started in it.
      if (baseImageOf(stage).scratch && !stage.last('CMD') && !stage.last('ENTRYPOINT')) return;
      context.report({ at: stageAt(stage), message: 'missing' });
    },
  },
});
