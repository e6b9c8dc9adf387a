import { valueOf } from '../../core/value.ts';
import { isDiskMajor } from '../../knowledge/devices.ts';
import { removeServiceItem } from '../edit.ts';
import { composeRule } from '../rule.ts';

const RULE = /^\s*([abc])\s+(\d+|\*):(\d+|\*)\s+[rwm]+\s*$/;

/** What a rule opens, when that is too much (cgroup v1 devices controller, whose notation Docker takes). */
function tooWide(text: string): string | undefined {
  const [, type, major] = RULE.exec(text) ?? [];
  if (type === undefined || major === undefined) return undefined;
  if (type === 'a') return 'all devices of the host';
  if (major === '*') return type === 'b' ? 'all disks of the host' : 'all character devices of the host';
  return type === 'b' && isDiskMajor(Number(major)) ? 'disks of the host' : undefined;
}

export default composeRule({
  id: 'compose/device-cgroup-rule-wildcard',
  title: 'Device rule for disks or all devices',
  severity: 'high',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 5.18', url: 'https://www.cisecurity.org/benchmark/docker' },
    {
      title: 'Compose: device_cgroup_rules',
      url: 'https://docs.docker.com/reference/compose-file/services/#device_cgroup_rules',
    },
    { title: 'Linux: device allowlist controller', url: 'https://docs.kernel.org/admin-guide/cgroup-v1/devices.html' },
  ],
  messages: {
    wide: 'Service `{service}` may use {what} by the rule `{rule}`.',
  },
  visit: {
    service(context, service) {
      for (const item of service.deviceCgroupRules.items) {
        const rule = valueOf(item) ?? '';
        const what = tooWide(rule);
        if (what === undefined) continue;
        context.report({
          at: item.at,
          message: 'wide',
          data: { service: service.name, rule, what },
          fixes: () => [
            removeServiceItem(service, item.at, {
              title: `Remove the rule \`${rule}\``,
              safety: 'hardening',
              caution: 'A program that opens such a device fails: allow the one major and minor number that it needs.',
            }),
          ],
        });
      }
    },
  },
});
