import { setPath } from '../edit.ts';
import { admissionChecks } from '../model/admission.ts';
import { kubernetesRule } from '../rule.ts';

const OFFER = {
  title: 'Set `failurePolicy: Fail`',
  safety: 'hardening',
  caution: 'While what checks is down, the objects it checks can not be made or changed.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/admission-fail-open',
  title: 'Admission check that can be passed by its failure',
  severity: 'medium',
  confidence: 'medium',
  category: 'access-control',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    {
      title: 'Admission webhooks: failure policy',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy',
    },
    { title: 'CWE-636', url: 'https://cwe.mitre.org/data/definitions/636.html' },
  ],
  messages: {
    ignored: 'When `{check}` fails or does not answer, what it should check is admitted.',
    reported: 'What fails `{check}` is only logged or warned about, not denied.',
  },
  visit: {
    object(context, object) {
      for (const { name, failurePolicy, actions, node } of admissionChecks(object)) {
        if (failurePolicy.kind === 'known' && failurePolicy.value === 'Ignore') {
          const fixes = () => [setPath(object.document, node, ['failurePolicy'], 'Fail', OFFER)];
          context.report({ at: failurePolicy.at, message: 'ignored', data: { check: name }, fixes });
        }
        if (actions) {
          const fixes = () => [{ title: 'Deny what fails', refused: 'Whether the policy is ready to deny is yours to decide.' }];
          context.report({ at: actions, message: 'reported', severity: 'low', data: { check: name }, fixes });
        }
      }
    },
  },
});
