import { setsRoot } from '../accounts/root-user.ts';
import { runAsNonRoot } from '../fixes/non-root-user.ts';
import { dockerfileRule, stageAt, stageInWords } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/run-as-root',
  title: 'Root set as the user',
  severity: 'medium',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [
      {
        id: 'DL3002',
        relation: 'narrower',
        note: 'only the stages that ship, not those that build; but also root through variables',
      },
    ],
    trivy: [
      {
        id: 'DS-0002',
        relation: 'equal',
        aliases: ['AVD-DS-0002', 'DS002', 'least-privilege-user', 'docker-least-privilege-user'],
      },
    ],
    checkov: [
      {
        id: 'CKV_DOCKER_8',
        relation: 'wider',
        note: 'also `0`, `root:group`, and root through variables or an earlier stage',
        aliases: ['RootUser'],
      },
    ],
    kics: [
      {
        id: "Last User Is 'root'",
        relation: 'wider',
        note: 'also `0`, `root:group`, and root through variables or an earlier stage',
        aliases: ['67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae', 'last_user_is_root'],
      },
    ],
    semgrep: [
      {
        id: 'last-user-is-root',
        relation: 'wider',
        note: 'also `0`, `root:group`, and root through variables or an earlier stage',
      },
    ],
    dockle: [{ id: 'CIS-DI-0001', relation: 'narrower', note: 'the Dockerfile is read, not the built image' }],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 4.1', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Dockerfile reference: USER', url: 'https://docs.docker.com/reference/dockerfile/#user' },
    {
      title: 'OWASP Docker Security Cheat Sheet, rule 2',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    root: 'Containers of this image run as `{user}`.',
  },
  visit: {
    stage(context, stage, file) {
      if (!file.shippedStages.includes(stage)) return;
      const last = stage.last('USER');
      if (!last || !setsRoot(last)) return;
      const { at } = last.value;
      const giver = last.stage === stage ? undefined : last.stage;
      const related = giver
        ? [{ at: stageAt(stage), message: `its user comes from ${stageInWords(giver)}` }]
        : at.via?.at
          ? [{ at: at.via.at, message: `\`${at.via.name}\` has its value here` }]
          : [];
      context.report({
        at,
        message: 'root',
        data: { user: last.user.kind === 'known' ? last.user.value : '' },
        confidence: at.via ? 'medium' : 'high',
        related,
        fixes: () => runAsNonRoot(file, stage),
      });
    },
  },
});
