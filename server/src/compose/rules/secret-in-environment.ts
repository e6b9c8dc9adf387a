import { valueOf } from '../../core/value.ts';
import { fileVariableFor } from '../../knowledge/official-images.ts';
import { looksLikeSecretName } from '../../knowledge/secrets.ts';
import { moveVariableToSecret } from '../edit/secrets.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/secret-in-environment',
  title: 'Secret in the environment although the image reads files',
  severity: 'info',
  confidence: 'high',
  category: 'secrets',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: secrets', url: 'https://docs.docker.com/compose/how-tos/use-secrets/' },
    {
      title: 'OWASP Docker Security Cheat Sheet, rule 12',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
    { title: 'CWE-526', url: 'https://cwe.mitre.org/data/definitions/526.html' },
  ],
  messages: {
    variable: 'Service `{service}` gets `{name}` by its environment; its image reads it from a file, by `{fileVariable}`.',
  },
  visit: {
    service(context, service, file) {
      const facts = service.imageFacts;
      // A swarm knows no secret that is made of a variable.
      if (!facts || file.swarm.length > 0) return;
      for (const entry of service.environment.items) {
        const name = valueOf(entry.name);
        if (name === undefined || !looksLikeSecretName(name)) continue;
        const fileVariable = fileVariableFor(facts, name);
        const isPassed = entry.value.kind === 'dynamic' || entry.value.kind === 'absent';
        if (fileVariable === undefined || !isPassed || service.environment.get(fileVariable)) continue;
        context.report({
          at: entry.value.kind === 'absent' ? entry.name.at : entry.value.at,
          message: 'variable',
          data: { service: service.name, name, fileVariable },
          fixes: () => [moveVariableToSecret(file, service, entry, name, fileVariable)],
        });
      }
    },
  },
});
