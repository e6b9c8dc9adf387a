import type { At } from '../../core/value.ts';
import { secretInEntry } from '../../knowledge/secret-assignments.ts';
import { requireInContent } from '../edit/config-content.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/secret-in-config',
  title: 'Secret written into a config',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    { title: 'Compose: configs', url: 'https://docs.docker.com/reference/compose-file/configs/' },
    { title: 'Compose: secrets', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' },
  ],
  messages: {
    named: 'The content of config `{config}` has the value of `{name}` written into it.',
    credential: 'The content of config `{config}` has a {label} written into it.',
    whole: 'Config `{config}` is named after a secret and has its value written into the file.',
  },
  visit: {
    file(context, file) {
      for (const [key, { content }] of file.configs) {
        // What `.env` gives is not written here.
        if (content.kind === 'absent' || content.kind === 'invalid' || content.at.via?.kind === 'interpolation') continue;
        const text = content.kind === 'known' ? content.value : content.text;
        const found = secretInEntry(key, text);
        if (!found) continue;
        const at: At = text.trim().includes('\n') && content.at.key ? { ...content.at, span: content.at.key } : content.at;
        const message = found.label !== undefined ? 'credential' : found.name !== undefined ? 'named' : 'whole';
        context.report({
          at,
          message,
          data: { config: key, name: found.name ?? '', label: found.label ?? '' },
          fixes: () => [requireInContent(file, key, text, found.name)],
        });
      }
    },
  },
});
