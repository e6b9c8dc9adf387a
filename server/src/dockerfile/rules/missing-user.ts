import { runAsNonRoot } from '../fixes/non-root-user.ts';
import { baseImageOf } from '../images/base-image.ts';
import { dockerfileRule, stageAt } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/missing-user',
  title: 'No user set',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'DS-0002',
        relation: 'equal',
        aliases: ['AVD-DS-0002', 'DS002', 'least-privilege-user', 'docker-least-privilege-user'],
      },
    ],
    checkov: [
      {
        id: 'CKV_DOCKER_3',
        relation: 'wider',
        note: 'a USER of a stage that only builds does not count',
        aliases: ['UserExists'],
      },
    ],
    kics: [
      {
        id: 'Missing User Instruction',
        relation: 'wider',
        note: '`FROM scratch` with a program too; but not images that are known to run as another user',
        aliases: ['fd54f200-402c-4333-a5a4-36ef6709af2f', 'missing_user_instruction'],
      },
    ],
    semgrep: [
      { id: 'missing-user', relation: 'wider', note: 'without CMD too, and a USER of a stage that only builds does not count' },
      {
        id: 'missing-user-entrypoint',
        relation: 'wider',
        note: 'without ENTRYPOINT too, and a USER of a stage that only builds does not count',
      },
    ],
    dockle: [{ id: 'CIS-DI-0001', relation: 'narrower', note: 'the Dockerfile is read, not the built image' }],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 4.1', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Dockerfile reference: USER', url: 'https://docs.docker.com/reference/dockerfile/#user' },
    { title: 'Docker: Building best practices, USER', url: 'https://docs.docker.com/build/building/best-practices/#user' },
    {
      title: 'OWASP Docker Security Cheat Sheet, rule 2',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
  ],
  messages: {
    root: 'No USER is set: containers run as root, as those of `{image}` do.',
    drops: 'No USER is set: `{image}` starts as root and only its own entrypoint becomes `{user}`.',
    unknown: 'No USER is set: containers may run as root, since `{image}` decides.',
  },
  visit: {
    stage(context, stage, file) {
      if (!file.shippedStages.includes(stage) || stage.user.kind !== 'absent' || !stage.from.imageText) return;
      const base = baseImageOf(stage);
      const isRoot = base.scratch ? true : (base.facts?.defaultUserIsRoot ?? undefined);
      if (isRoot === false) return;
      // Nothing can be started in it: a stage that only hands files on, for `--output` or another build.
      if (base.scratch && !stage.last('CMD') && !stage.last('ENTRYPOINT')) return;
      const drops = stage.last('ENTRYPOINT') ? null : (base.facts?.entrypointDropsTo ?? null);
      const message = drops !== null ? 'drops' : isRoot ? 'root' : 'unknown';
      context.report({
        at: stageAt(stage),
        message,
        data: { image: base.shown, user: drops ?? '' },
        ...(message !== 'root' && { severity: 'info' as const }),
        confidence: base.image.kind === 'dynamic' ? 'low' : isRoot ? 'high' : 'medium',
        identity: message,
        fixes: () => runAsNonRoot(file, stage),
      });
    },
  },
});
