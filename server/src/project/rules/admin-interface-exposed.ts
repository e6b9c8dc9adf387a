import { adminInterface } from '../../knowledge/admin-interfaces.ts';
import { doorsTo } from '../exposure.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  id: 'project/admin-interface-exposed',
  title: 'Control interface that can be reached from outside',
  severity: 'high',
  confidence: 'medium',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    kubescape: [
      {
        id: 'C-0021',
        relation: 'wider',
        note: 'more programs, and Ingresses and routes beside Services',
        aliases: ['exposed-sensitive-interfaces-v1'],
      },
    ],
  },
  references: [
    {
      title: 'Threat matrix for Kubernetes, exposed sensitive interfaces',
      url: 'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Exposed%20sensitive%20interfaces/',
    },
    { title: 'MITRE T1133', url: 'https://attack.mitre.org/techniques/T1133/' },
  ],
  messages: {
    exposed: '`{workload}` runs {what}, and can be reached from outside of the cluster by {how}.',
  },
  visit: {
    workload(context, workload, object, unit) {
      const what = workload.images.map(adminInterface).find((found) => found !== undefined);
      if (what === undefined) return;
      const doors = doorsTo(unit, object, workload);
      const [first] = doors;
      if (!first) return;
      context.report({
        at: object.place(workload.at),
        message: 'exposed',
        data: { workload: workload.displayName, what, how: first.how },
        related: doors.slice(0, 5).map((door) => ({ at: door.at, message: `\`${door.object.facts.displayName}\` leads there.` })),
      });
    },
  },
});
