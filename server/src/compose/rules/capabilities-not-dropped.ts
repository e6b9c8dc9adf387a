import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { lookupCapability, normaliseCapability } from '../../knowledge/capabilities.ts';
import { addServiceItems } from '../edit.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

const CAUTION =
  'A program that changes owners, users or firewall rules fails until the capability it needs is added back: test before use.';

/** Capabilities that the service's image loses when all are dropped, and needs. */
function neededBack(service: EffectiveService): readonly string[] {
  const facts = service.imageFacts;
  if (!facts) return [];
  const user = valueOf(service.user)?.split(':')[0];
  const root = user === undefined || user === 'root' || Number(user) === 0;
  const added = service.capAdd.items.map((item) => normaliseCapability(valueOf(item) ?? ''));
  const needed = (root ? facts.capabilitiesBack : facts.capabilitiesAlways) ?? [];
  return needed.filter((name) => lookupCapability(name)?.dockerDefault && !added.includes(normaliseCapability(name)));
}

function fixes(service: EffectiveService): readonly FixOffer[] {
  const back = neededBack(service);
  const drop = addServiceItems(
    service,
    { cap_drop: ['ALL'] },
    { title: 'Drop all capabilities', safety: 'hardening', caution: CAUTION },
  );
  if (back.length === 0) return [drop];
  const both = addServiceItems(
    service,
    { cap_drop: ['ALL'], cap_add: back },
    {
      title: `Drop all capabilities and add back ${back.join(', ')}`,
      safety: 'hardening',
      caution:
        'What is added back is what the start of the stock image needs; your configuration of it may need more: test before use.',
    },
  );
  return [both, drop];
}

export default composeRule({
  id: 'compose/capabilities-not-dropped',
  title: 'Capabilities not dropped',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      {
        id: 'CL-0006',
        relation: 'narrower',
        note: 'silent for a privileged service, where Docker ignores `cap_drop`, and for a part of a service that another file completes',
      },
    ],
    kics: [
      {
        id: 'Container Capabilities Unrestricted',
        aliases: ['ce76b7d0-9e77-464d-b86f-c5c48e03e22d', 'container_capabilities_unrestricted'],
        relation: 'wider',
        note: 'also a `cap_drop` without `ALL`',
      },
    ],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 5.4', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Docker: Linux kernel capabilities', url: 'https://docs.docker.com/engine/security/#linux-kernel-capabilities' },
  ],
  messages: {
    missing: 'Service `{service}` keeps the capabilities that Docker gives by default: drop `ALL` and add back what it needs.',
  },
  visit: {
    service(context, service) {
      const { capDrop, privileged } = service;
      if (capDrop.open || service.open || service.runsWindows) return;
      // A privileged container holds every capability whatever it drops: that is the finding to act on.
      if (privileged.kind === 'dynamic' || valueOf(privileged) === true) return;
      // `CAP_ALL` stops the container from starting; adding `ALL` beside it would not help.
      if (capDrop.items.some((item) => normaliseCapability(valueOf(item) ?? '') === 'ALL')) return;
      context.report({ at: service.nameAt, message: 'missing', data: { service: service.name }, fixes: () => fixes(service) });
    },
  },
});
