import { removeInstruction, removeWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';
import { whereShipped } from '../stages/shipped-severity.ts';

const SSH = 22;

export default dockerfileRule({
  id: 'dockerfile/ssh-port-exposed',
  title: 'SSH port exposed',
  severity: 'medium',
  confidence: 'medium',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [{ id: 'DS-0004', relation: 'equal', aliases: ['AVD-DS-0004', 'DS004', 'no-ssh-port', 'docker-no-ssh-port'] }],
    checkov: [{ id: 'CKV_DOCKER_1', relation: 'equal', aliases: ['ExposePort22'] }],
    kics: [{ id: 'Exposing Port 22 (SSH)', relation: 'equal' }],
  },
  references: [
    { title: 'CIS Docker 5.7', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Dockerfile reference: EXPOSE', url: 'https://docs.docker.com/reference/dockerfile/#expose' },
    { title: 'MITRE T1021.004', url: 'https://attack.mitre.org/techniques/T1021/004/' },
  ],
  messages: {
    exposed: '`{port}` offers SSH: logins that bypass whoever watches the container.',
  },
  visit: {
    instruction: {
      EXPOSE(context, expose, file) {
        for (const port of expose.ports) {
          if (port.kind !== 'known' || port.value.start > SSH || port.value.end < SSH) continue;
          const { start, end } = port.at.span;
          const word = expose.syntax.words.find(({ span }) => span.start === start && span.end === end);
          const written = file.syntax.text.slice(start, end);
          const plain = word && port.value.start === port.value.end && !written.includes('$');
          const edit = () =>
            !word || expose.syntax.words.length === 1
              ? removeInstruction(file.syntax, expose.syntax)
              : removeWord(file.syntax, expose.syntax, word);
          const title = `Remove \`${written}\``;
          const caution = 'The port is no longer published with `docker run -P`.';
          context.report({
            at: port.at,
            message: 'exposed',
            severity: whereShipped(expose, 'medium'),
            data: { port: written },
            fixes: () => [
              plain
                ? offer({ title, safety: 'hardening', caution }, [edit()], [expose])
                : { title, refused: 'the word stands for other ports too' },
            ],
          });
        }
      },
    },
  },
});
