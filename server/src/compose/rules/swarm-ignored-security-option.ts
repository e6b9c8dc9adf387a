import { composeRule } from '../rule.ts';

/** Options that take protection away: that a swarm ignores those is no loss. */
const WEAKENS = /^(?:no-new-privileges[=:]false|.*[=:]unconfined|label[=:]disable|writable-cgroups.*)$/;

export default composeRule({
  id: 'compose/swarm-ignored-security-option',
  title: 'Security options that a swarm ignores',
  severity: 'info',
  confidence: 'medium',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'CWE-693', url: 'https://cwe.mitre.org/data/definitions/693.html' },
    { title: 'docker stack deploy', url: 'https://docs.docker.com/reference/cli/docker/stack/deploy/' },
  ],
  messages: {
    ignored: '`docker stack deploy` ignores `security_opt`: service `{service}` runs without {options}.',
  },
  visit: {
    service(context, service, file) {
      const [sign] = file.swarm;
      if (!sign) return;
      const options = service.securityOpt.items
        .filter(({ text }) => text.kind === 'known' && !WEAKENS.test(text.value.trim()))
        .map(({ text }) => (text.kind === 'known' ? `\`${text.value}\`` : ''));
      if (options.length === 0) return;
      context.report({
        at: service.field('security_opt').keyAt,
        message: 'ignored',
        data: { service: service.name, options: options.join(', ') },
        related: [{ at: sign.at, message: `\`${sign.what}\` is for a swarm` }],
      });
    },
  },
});
