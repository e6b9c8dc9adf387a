import { runAsUser } from '../edit/user.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/missing-non-root-user',
  title: 'No user other than root set',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 4.1', url: 'https://www.cisecurity.org/benchmark/docker' },
    {
      title: 'OWASP Docker Security Cheat Sheet, rule 2',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
  ],
  messages: {
    root: 'Service `{service}` has no `user`, and its image `{image}` runs as root.',
    built: 'Service `{service}` has no `user`, and the image that its Dockerfile makes runs as root.',
  },
  visit: {
    service(context, service) {
      const { imageFacts: facts, builtImage: built, build } = service;
      if (service.user.kind !== 'absent' || service.runsWindows) return;
      // A Dockerfile in this file has a finding of its own.
      if (built?.user.isRoot === true && typeof built.dropsTo !== 'string' && build?.dockerfileInline.kind === 'absent') {
        context.report({
          at: service.nameAt,
          message: 'built',
          data: { service: service.name },
          confidence: built.dropsTo === null ? 'high' : 'medium',
          fixes: () => [runAsUser(service)],
        });
        return;
      }
      if (!facts?.defaultUserIsRoot) return;
      if (facts.entrypointDropsTo !== null) return;
      context.report({
        at: service.nameAt,
        message: 'root',
        data: { service: service.name, image: facts.image },
        confidence: facts.confidence === 'inferred' ? 'medium' : 'high',
        fixes: () => [runAsUser(service)],
      });
    },
  },
});
