import { removeFlag } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

/** The flags, the value that opens the build to the host, and what may fail without it. */
const FLAGS = [
  {
    name: 'security',
    value: 'insecure',
    severity: 'high',
    caution: 'What needs mounts, devices or other rights in the build fails.',
  },
  {
    name: 'network',
    value: 'host',
    severity: 'medium',
    caution: 'Services on `localhost` of the build machine are not reached any more.',
  },
] as const;

export default dockerfileRule({
  id: 'dockerfile/insecure-run-flag',
  title: 'RUN with the rights or the network of the host',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'always',
  equivalents: {},
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'Dockerfile reference: RUN --security', url: 'https://docs.docker.com/reference/dockerfile/#run---security' },
    { title: 'Dockerfile reference: RUN --network', url: 'https://docs.docker.com/reference/dockerfile/#run---network' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    security: '`--security=insecure` runs this step privileged, with all rights on the build machine.',
    network: '`--network=host` runs this step in the network of the build machine.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        for (const { name, value, severity, caution } of FLAGS) {
          const found = run[name];
          const flag = run.syntax.flags.findLast((f) => f.name === name);
          if (found.kind !== 'known' || found.value !== value || !flag) continue;
          context.report({
            at: { ...found.at, span: flag.span },
            message: name,
            severity,
            fixes: () => [
              offer(
                { title: `Remove \`--${name}=${value}\``, safety: 'hardening', caution },
                [removeFlag(file.syntax, run.syntax, flag)],
                [run],
              ),
            ],
          });
        }
      },
    },
  },
});
