import { removeInstruction } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

const ONCE = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'] as const;

export default dockerfileRule({
  id: 'dockerfile/multiple-instructions',
  title: 'Instruction that a later one replaces',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'always',
  tags: ['unnecessary'],
  equivalents: {
    buildkit: [{ id: 'MultipleInstructionsDisallowed', relation: 'equal' }],
    hadolint: [
      { id: 'DL4003', relation: 'equal' },
      { id: 'DL4004', relation: 'equal' },
      { id: 'DL3012', relation: 'equal' },
    ],
    trivy: [
      { id: 'DS-0016', relation: 'equal', aliases: ['AVD-DS-0016', 'DS016', 'only-one-cmd', 'docker-only-one-cmd'] },
      {
        id: 'DS-0007',
        relation: 'equal',
        aliases: ['AVD-DS-0007', 'DS007', 'only-one-entrypoint', 'docker-only-one-entrypoint'],
      },
      {
        id: 'DS-0023',
        relation: 'equal',
        aliases: ['AVD-DS-0023', 'DS023', 'only-one-healthcheck', 'docker-only-one-healthcheck'],
      },
    ],
    kics: [
      {
        id: 'Multiple CMD Instructions Listed',
        relation: 'wider',
        note: 'in every stage, not only the last',
        aliases: ['41c195f4-fc31-4a5c-8a1b-90605538d49f', 'multiple_cmd_instructions_listed'],
      },
      {
        id: 'Multiple ENTRYPOINT Instructions Listed',
        relation: 'wider',
        note: 'in every stage, not only the last',
        aliases: ['6938958b-3f1a-451c-909b-baeee14bdc97', 'multiple_entrypoint_instructions_listed'],
      },
    ],
    semgrep: [
      { id: 'multiple-cmd-instructions', relation: 'equal' },
      { id: 'multiple-entrypoint-instructions', relation: 'equal' },
    ],
  },
  references: [
    {
      title: 'BuildKit: MultipleInstructionsDisallowed',
      url: 'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
    },
    { title: 'Dockerfile reference: CMD', url: 'https://docs.docker.com/reference/dockerfile/#cmd' },
  ],
  messages: {
    replaced: 'This {keyword} has no effect: another one follows in the same stage.',
  },
  visit: {
    stage(context, stage, file) {
      for (const keyword of ONCE) {
        const all = stage.all(keyword);
        const last = all.at(-1);
        for (const instruction of all.slice(0, -1)) {
          context.report({
            at: instruction.at,
            message: 'replaced',
            data: { keyword },
            related: last ? [{ at: last.at, message: 'This one counts.' }] : [],
            fixes: () => [
              offer(
                { title: `Remove this ${keyword}`, safety: 'safe' },
                [removeInstruction(file.syntax, instruction.syntax)],
                [instruction],
              ),
            ],
          });
        }
      }
    },
  },
});
