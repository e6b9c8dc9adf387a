import { projectRule } from '../rule.ts';
import { selects, selectsAll } from '../selectors.ts';
import { mayShareNamespace } from '../unit.ts';

export default projectRule({
  id: 'project/service-monitor-without-services',
  title: 'ServiceMonitor that selects no Service',
  severity: 'info',
  confidence: 'medium',
  category: 'correctness',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: { 'kube-linter': [{ id: 'dangling-servicemonitor', relation: 'equal' }] },
  references: [
    {
      title: 'ServiceMonitor',
      url: 'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor',
    },
  ],
  messages: {
    none: '`{monitor}` selects Services by labels that no manifest beside this one gives to any: nothing is measured.',
  },
  visit: {
    object(context, object, unit) {
      const { kind, selectors, watches, namespace, displayName } = object.facts;
      const [selector] = selectors ?? [];
      if (kind !== 'ServiceMonitor' || !selector || (selectsAll(selector) && watches === undefined)) return;
      const isWatched = (place: string | undefined): boolean =>
        watches === 'any' || (watches ? !place || watches.includes(place) : mayShareNamespace(place, namespace));
      const some = unit
        .ofKind('Service')
        .some(({ facts }) => isWatched(facts.namespace) && selects(selector, facts.labels) !== 'no');
      if (!some) context.report({ at: object.place(selector.at), message: 'none', data: { monitor: displayName } });
    },
  },
});
