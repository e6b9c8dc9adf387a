import { kubernetesRule } from '../rule.ts';

/** Top-level domains that programs often ask for and that no team is named after (https://data.iana.org/TLD/tlds-alpha-by-domain.txt). */
const DOMAINS = new Set(['com', 'net', 'org', 'io', 'info', 'biz', 'edu', 'gov', 'mil', 'co', 'cloud']);

export default kubernetesRule({
  id: 'kubernetes/namespace-shadows-domain',
  title: 'Namespace named like a top-level domain',
  severity: 'medium',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    {
      title: 'Namespaces and DNS',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#namespaces-and-dns',
    },
    { title: 'CWE-350', url: 'https://cwe.mitre.org/data/definitions/350.html' },
  ],
  messages: {
    shadows: 'A Service `example` in namespace `{name}` answers for `example.{name}` to every pod of the cluster.',
  },
  visit: {
    object(context, object) {
      const { name, kind, group } = object;
      if (kind !== 'Namespace' || (group ?? '') !== '' || name.kind !== 'known' || !DOMAINS.has(name.value)) return;
      context.report({ at: name.at, message: 'shadows', data: { name: name.value } });
    },
  },
});
