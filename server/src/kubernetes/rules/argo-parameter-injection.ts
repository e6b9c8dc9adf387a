import { scriptParameters } from '../model/argo-script.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/argo-parameter-injection',
  title: 'Workflow parameter pasted into a script',
  severity: 'high',
  confidence: 'medium',
  category: 'privilege',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    semgrep: [
      {
        id: 'argo-workflow-parameter-command-injection',
        relation: 'wider',
        note: 'every interpreter, and all parameters that come from outside',
      },
    ],
  },
  references: [
    {
      title: 'Argo Workflows: security',
      url: 'https://argo-workflows.readthedocs.io/en/latest/security/',
    },
    { title: 'CWE-78', url: 'https://cwe.mitre.org/data/definitions/78.html' },
  ],
  messages: {
    pasted: '`{expression}` is pasted into the script that container `{container}` runs: its value is run as code.',
  },
  visit: {
    container(context, container) {
      for (const { expression, at } of scriptParameters(container))
        context.report({ at, message: 'pasted', data: { expression, container: container.label } });
    },
  },
});
