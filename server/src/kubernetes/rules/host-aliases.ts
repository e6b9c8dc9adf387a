import { atKey } from '../model/at-key.ts';
import { kubernetesRule } from '../rule.ts';

const NOTE = 'also kinds it does not know';

export default kubernetesRule({
  id: 'kubernetes/host-aliases',
  title: 'Entries added to /etc/hosts',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    trivy: [{ id: 'KSV-0007', relation: 'wider', note: NOTE, aliases: ['AVD-KSV-0007', 'KSV007', 'no-hostaliases'] }],
    kubesec: [{ id: 'HostAliases', relation: 'wider', note: NOTE }],
  },
  references: [
    {
      title: 'Adding entries to Pod /etc/hosts with HostAliases',
      url: 'https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/',
    },
    { title: 'CWE-350', url: 'https://cwe.mitre.org/data/definitions/350.html' },
  ],
  messages: {
    aliases: 'Pods of `{workload}` take addresses from `hostAliases` that no DNS server can correct.',
  },
  visit: {
    workload(context, workload) {
      const { value, items } = workload.hostAliases;
      if (value.kind !== 'known' || items.length === 0) return;
      context.report({ at: atKey(value.at), message: 'aliases', data: { workload: workload.displayName } });
    },
  },
});
