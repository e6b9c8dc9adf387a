import { atWord, commandLine } from '../model/command-line.ts';
import { kubernetesRule } from '../rule.ts';

const SUDO = /\b(?:sudo|doas)\b/;

export default kubernetesRule({
  id: 'kubernetes/sudo-in-command',
  title: 'Program started with sudo',
  severity: 'medium',
  confidence: 'high',
  category: 'privilege',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    kubescape: [
      {
        id: 'C-0062',
        relation: 'wider',
        note: 'also in `args` and in scripts, and `doas`',
        aliases: ['sudo-in-container-entrypoint'],
      },
    ],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'MITRE T1548.003', url: 'https://attack.mitre.org/techniques/T1548/003/' },
  ],
  messages: {
    program: 'Container `{container}` starts its program with `{sudo}`, so it has to be allowed to become root.',
    script: 'The script of container `{container}` uses `{sudo}`, so it has to be allowed to become root.',
  },
  visit: {
    container(context, container) {
      const { words, script } = commandLine(container);
      const [first] = words;
      const program = first && /^(?:\S*\/)?(sudo|doas)(?=\s|$)/.exec(first.text)?.[1];
      if (first && program) {
        const data = { container: container.label, sudo: program };
        context.report({ at: atWord(container, first, SUDO), message: 'program', data });
      }
      if (!script) return;
      const { commands } = script.parsed;
      const names = commands.flatMap(({ name, wrappers }) => [...wrappers.map((w) => w.name), name ?? '']);
      const used = names.find((name) => name === 'sudo' || name === 'doas');
      if (!used) return;
      const data = { container: container.label, sudo: used };
      context.report({ at: atWord(container, script.argument, SUDO), message: 'script', data });
    },
  },
});
