import { valueOf } from '../../core/value.ts';
import { CLIENT_VERIFICATION } from '../../knowledge/client-verification.ts';
import { DOWNLOAD_VERIFICATION } from '../../knowledge/download-verification.ts';
import { PACKAGE_VERIFICATION } from '../../knowledge/package-verification.ts';
import type { VerificationSwitches, VerificationVariable } from '../../knowledge/verification-switch.ts';
import { removeEntry } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

const SWITCHES: readonly VerificationSwitches[] = [CLIENT_VERIFICATION, DOWNLOAD_VERIFICATION, PACKAGE_VERIFICATION].flatMap(
  (group): readonly VerificationSwitches[] => Object.values(group),
);
const VARIABLES: readonly VerificationVariable[] = SWITCHES.flatMap(({ variables }) => variables ?? []);

export default composeRule({
  id: 'compose/tls-verification-disabled',
  title: 'Verification of servers switched off',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-295', url: 'https://cwe.mitre.org/data/definitions/295.html' },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: { off: '`{setting}` makes service `{service}` trust any server that answers.' },
  visit: {
    service(context, service) {
      for (const entry of service.environment.items) {
        const [name, value] = [valueOf(entry.name), valueOf(entry.value)];
        if (name === undefined || value === undefined) continue;
        if (!VARIABLES.some((variable) => variable.name.test(name) && variable.off.test(value))) continue;
        context.report({
          at: entry.value.at,
          message: 'off',
          data: { service: service.name, setting: `${name}=${value}` },
          fixes: () => [
            removeEntry(service, 'environment', entry, name, {
              title: `Remove \`${name}\``,
              safety: 'hardening',
              caution: 'A server with a certificate of its own is refused: give the service the certificate of its authority.',
            }),
          ],
        });
      }
    },
  },
});
