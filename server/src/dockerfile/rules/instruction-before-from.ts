import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/instruction-before-from',
  title: 'Instruction in front of the first FROM',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: { hadolint: [{ id: 'DL3061', relation: 'equal' }] },
  references: [{ title: 'Dockerfile reference: format', url: 'https://docs.docker.com/reference/dockerfile/#format' }],
  messages: {
    before: '`{keyword}` stands in front of the first FROM, where only ARG may be.',
  },
  visit: {
    file(context, file) {
      for (const instruction of file.instructions) {
        if (instruction.stage || instruction.keyword === 'FROM') break;
        if (instruction.keyword === 'ARG' || instruction.keyword === 'UNKNOWN') continue;
        context.report({ at: instruction.at, message: 'before', data: { keyword: instruction.keyword } });
      }
    },
  },
});
