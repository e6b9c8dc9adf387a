import { valueOf } from '../../core/value.ts';
import { setServicePath } from '../edit/paths.ts';
import { isMovingTag, serviceImage } from '../facts/service-image.ts';
import { composeRule } from '../rule.ts';

/** Policies that keep what is there once it was pulled. */
const KEEPING: ReadonlySet<string> = new Set(['never', 'missing', 'if_not_present']);

export default composeRule({
  id: 'compose/pull-policy-stale',
  title: 'Moving tag that is never pulled again',
  severity: 'info',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: pull_policy', url: 'https://docs.docker.com/reference/compose-file/services/#pull_policy' },
    { title: 'CWE-1104', url: 'https://cwe.mitre.org/data/definitions/1104.html' },
  ],
  messages: {
    stale: 'Service `{service}` keeps the first `{image}` that it got: `pull_policy: {policy}` never asks for a newer one.',
  },
  visit: {
    service(context, service) {
      const policy = valueOf(service.pullPolicy);
      const image = serviceImage(service);
      if (policy === undefined || !KEEPING.has(policy) || !image || image.reference.digest !== undefined) return;
      if (!isMovingTag(image.reference.tag ?? 'latest')) return;
      context.report({
        at: service.pullPolicy.at,
        message: 'stale',
        data: { service: service.name, image: image.reference.text, policy },
        related: [{ at: image.tagAt, message: 'The tag moves' }],
        fixes: () => [
          setServicePath(service, ['pull_policy'], 'always', {
            title: 'Pull it at each start: `pull_policy: always`',
            safety: 'hardening',
            caution: 'The service starts only when the registry answers, and with whatever the tag points to then.',
          }),
        ],
      });
    },
  },
});
