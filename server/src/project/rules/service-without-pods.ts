import { selectedPods } from '../pods.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  id: 'project/service-without-pods',
  title: 'Service that selects no pods',
  severity: 'info',
  confidence: 'medium',
  category: 'correctness',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'dangling-service', relation: 'equal' }],
    'kube-score': [{ id: 'service-targets-pod', relation: 'equal' }],
    kubescape: [{ id: 'C-0293', relation: 'equal', aliases: ['service-with-no-workload'] }],
    kics: [
      {
        id: 'Service does not target a Pod',
        relation: 'equal',
        note: 'together with `service-target-port-missing`',
        aliases: ['3ca03a61-3249-4c16-8427-6f8e47dda729', 'service_does_not_target_pod'],
      },
    ],
  },
  references: [{ title: 'Service', url: 'https://kubernetes.io/docs/concepts/services-networking/service/' }],
  messages: {
    none: '`{service}` selects pods by labels that no manifest beside this one gives to any.',
  },
  visit: {
    object(context, object, unit) {
      const { service, namespace, displayName } = object.facts;
      if (!service?.selector || service.type === 'ExternalName') return;
      const { selector } = service;
      if (selector.requirements.length === 0) return;
      const { certain, isOpen } = selectedPods(unit, selector, namespace);
      if (certain.length === 0 && !isOpen)
        context.report({ at: object.place(selector.at), message: 'none', data: { service: displayName } });
    },
  },
});
