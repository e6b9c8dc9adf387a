import { doorsTo } from '../exposure.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  id: 'project/workload-exposed',
  title: 'Pods that can be reached from outside',
  severity: 'info',
  confidence: 'high',
  category: 'network',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    kubescape: [
      { id: 'C-0256', relation: 'equal', aliases: ['exposure-to-internet'] },
      {
        id: 'C-0266',
        relation: 'narrower',
        note: 'routes of the Gateway API, not those of Istio',
        aliases: ['exposure-to-internet-via-gateway-api', 'exposure-to-internet-via-istio-ingress'],
      },
    ],
  },
  references: [
    {
      title: 'Publishing Services',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
    },
    { title: 'MITRE T1190', url: 'https://attack.mitre.org/techniques/T1190/' },
  ],
  messages: {
    exposed: 'The pods of `{workload}` can be reached from outside of the cluster by {how}.',
  },
  visit: {
    workload(context, workload, object, unit) {
      const doors = doorsTo(unit, object, workload);
      const [first] = doors;
      if (!first) return;
      context.report({
        at: object.place(workload.at),
        message: 'exposed',
        data: { workload: workload.displayName, how: first.how },
        related: doors.slice(0, 5).map((door) => ({ at: door.at, message: `\`${door.object.facts.displayName}\` leads there.` })),
      });
    },
  },
});
