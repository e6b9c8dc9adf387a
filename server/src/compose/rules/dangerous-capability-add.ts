import type { Severity } from '../../core/severity.ts';
import type { CapabilityTier } from '../../knowledge/capabilities.ts';
import { lookupCapability } from '../../knowledge/capabilities.ts';
import { removeServiceItem } from '../edit.ts';
import { composeRule } from '../rule.ts';

const SEVERITY: Readonly<Record<CapabilityTier, Severity>> = { critical: 'critical', high: 'high', medium: 'medium', low: 'low' };

/** A sentence as the end of another one. */
function clause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

export default composeRule({
  id: 'compose/dangerous-capability-add',
  title: 'Dangerous capability added',
  severity: 'high',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      ...['CL-0011', 'CL-0024', 'CL-0027', 'CL-0028', 'CL-0029', 'CL-0030'].map((id) => ({
        id,
        relation: 'wider' as const,
        note: 'one rule for all capabilities; the severity is that of the capability',
      })),
    ],
    kics: [
      {
        id: 'Container Capabilities Unrestricted',
        aliases: ['ce76b7d0-9e77-464d-b86f-c5c48e03e22d', 'container_capabilities_unrestricted'],
        relation: 'narrower',
        note: 'only dangerous capabilities, not every `cap_add`; what is not dropped is `compose/capabilities-not-dropped`',
      },
    ],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 5.4', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    added: 'Service `{service}` adds the capability `{capability}`, with which an attacker {attack}.',
  },
  visit: {
    service(context, service) {
      for (const item of service.capAdd.items) {
        // Docker knows `ALL`, but refuses `CAP_ALL`.
        if (item.kind !== 'known' || /^cap_all$/i.test(item.value.trim())) continue;
        const capability = lookupCapability(item.value);
        // What Docker grants anyway matters only after `cap_drop: [ALL]`, and there it is meant.
        if (!capability || capability.dockerDefault || capability.tier === 'low') continue;
        context.report({
          at: item.at,
          message: 'added',
          data: { service: service.name, capability: item.value, attack: clause(capability.attack) },
          severity: SEVERITY[capability.tier],
          identity: capability.name,
          fixes: () => [
            removeServiceItem(service, item.at, {
              title: `Remove \`${item.value}\` from \`cap_add\``,
              safety: 'hardening',
              caution: 'The calls that need it fail with "operation not permitted".',
            }),
          ],
        });
      }
    },
  },
});
