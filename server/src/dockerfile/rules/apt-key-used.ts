import { dockerfileRule } from '../rule.ts';

export default dockerfileRule({
  id: 'dockerfile/apt-key-used',
  title: 'Key trusted for all package sources',
  severity: 'low',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'strict',
  reports: 'presence',
  fix: 'none',
  tags: ['deprecated'],
  equivalents: {},
  references: [
    { title: 'apt-key(8)', url: 'https://manpages.debian.org/bookworm/apt/apt-key.8.en.html' },
    { title: 'Debian wiki: Connect to a third-party repository', url: 'https://wiki.debian.org/DebianRepository/UseThirdParty' },
    { title: 'CWE-347', url: 'https://cwe.mitre.org/data/definitions/347.html' },
  ],
  messages: {
    used: '`apt-key {action}` lets the key sign packages of every source, and newer releases of Debian and Ubuntu do not have it.',
  },
  visit: {
    command(context, command, run) {
      if (command.name !== 'apt-key' || !command.word) return;
      const action = command.args.find(({ text }) => /^(?:add|adv|update|net-update)$/.test(text));
      if (!action) return;
      context.report({
        at: { span: command.word.span, route: run.at.route },
        message: 'used',
        data: { action: action.text },
      });
    },
  },
});
