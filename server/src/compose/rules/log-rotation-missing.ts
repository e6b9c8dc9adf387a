import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { setServicePath } from '../edit/paths.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

const TEXT = {
  title: 'Rotate the log at 10 MB',
  safety: 'hardening',
  caution: 'Older lines are lost: send logs that must be kept to a server.',
} as const;

function rotate(service: EffectiveService): FixOffer {
  const { logging } = service;
  if (logging.options.items.length > 0) return setServicePath(service, ['logging', 'options', 'max-size'], '10m', TEXT);
  const options = { 'max-size': '10m', 'max-file': '3' };
  if (logging.present) return setServicePath(service, ['logging', 'options'], options, TEXT);
  return setServicePath(service, ['logging'], { driver: 'local', options }, TEXT);
}

export default composeRule({
  id: 'compose/log-rotation-missing',
  title: 'Log grows without end',
  severity: 'info',
  confidence: 'medium',
  category: 'resources',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-770', url: 'https://cwe.mitre.org/data/definitions/770.html' },
    { title: 'Docker: JSON file logging driver', url: 'https://docs.docker.com/engine/logging/drivers/json-file/' },
    { title: 'Docker: local file logging driver', url: 'https://docs.docker.com/engine/logging/drivers/local/' },
  ],
  messages: {
    missing: "Service `{service}` does not say how its log is rotated: Docker's default log grows without end.",
    jsonFile: 'Service `{service}` has a `json-file` log without `max-size`: it grows without end.',
  },
  visit: {
    service(context, service) {
      const { driver, options } = service.logging;
      const isJson = valueOf(driver) === 'json-file';
      if ((!isJson && driver.kind !== 'absent') || options.open || options.get('max-size')) return;
      context.report({
        at: isJson ? driver.at : service.nameAt,
        message: isJson ? 'jsonFile' : 'missing',
        data: { service: service.name },
        confidence: isJson ? 'high' : 'low',
        fixes: () => [rotate(service)],
      });
    },
  },
});
