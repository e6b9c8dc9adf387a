import { valueOf } from '../../core/value.ts';
import { removeAt } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

/** What an entitlement of BuildKit gives to the build (buildx reference, "--allow"). */
const ENTITLEMENTS: ReadonlyMap<string, string> = new Map([
  ['security.insecure', 'every capability and no filter of system calls'],
  ['network.host', 'the network of the host'],
  ['device', 'devices of the host'],
]);

const CAUTION = 'Steps of the build that rely on it fail.';

export default composeRule({
  id: 'compose/privileged-build',
  title: 'Privileged build',
  severity: 'high',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'Compose: build', url: 'https://docs.docker.com/reference/compose-file/build/#privileged' },
    { title: 'Buildx: --allow', url: 'https://docs.docker.com/reference/cli/docker/buildx/build/#allow' },
  ],
  messages: {
    privileged: 'Service `{service}` is built privileged: every step of the build can take over the host.',
    entitlement: 'Service `{service}` is built with `{entitlement}`, which gives its steps {what}.',
  },
  visit: {
    service(context, service) {
      const { build } = service;
      if (!build) return;
      const { privileged } = build;
      if (privileged.kind === 'known' && privileged.value) {
        context.report({
          at: privileged.at,
          message: 'privileged',
          data: { service: service.name },
          fixes: () => [
            removeAt(service, privileged.at, { title: 'Remove `privileged`', safety: 'hardening', caution: CAUTION }),
          ],
        });
      }
      for (const item of build.entitlements.items) {
        const entitlement = valueOf(item) ?? '';
        const what = ENTITLEMENTS.get(entitlement.split('=')[0] ?? '');
        if (what === undefined) continue;
        context.report({
          at: item.at,
          message: 'entitlement',
          data: { service: service.name, entitlement, what },
          severity: entitlement === 'security.insecure' ? 'high' : 'medium',
          fixes: () => [
            removeAt(service, item.at, { title: `Remove \`${entitlement}\``, safety: 'hardening', caution: CAUTION }),
          ],
        });
      }
    },
  },
});
