import type { Severity } from '../../core/severity.ts';
import { lowered } from '../../core/severity.ts';
import { cleanPath } from '../../knowledge/paths.ts';
import { removeVolume } from '../edit.ts';
import { hostPathVolumes, mountsOf } from '../model/host-path.ts';
import { kubernetesRule } from '../rule.ts';
import { ANY_HOST_PATH, SENSITIVE_HOST_PATH } from '../shared/shared-equivalents.ts';

interface Concern {
  readonly worst: Severity;
  /** The end of a sentence. */
  readonly what: string;
}

const OTHER: Concern = { worst: 'high', what: 'which the system of the node runs on' };
const CONCERNS: Readonly<Record<string, Concern>> = {
  root: { worst: 'high', what: 'the whole disk' },
  'runtime-data': { worst: 'high', what: 'where the node keeps the state of all its containers' },
  disclosure: { worst: 'medium', what: 'which tells much about the node and what runs on it' },
};

export default kubernetesRule({
  id: 'kubernetes/sensitive-host-path',
  title: 'System directory of the host mounted',
  severity: 'high',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    ...ANY_HOST_PATH,
    ...SENSITIVE_HOST_PATH,
    trivy: [...ANY_HOST_PATH.trivy, ...SENSITIVE_HOST_PATH.trivy],
    kics: [...ANY_HOST_PATH.kics, ...SENSITIVE_HOST_PATH.kics],
    kubesec: [{ id: 'ProcMount', relation: 'wider', note: 'also other directories than `/proc`' }],
  },
  references: [
    { title: 'Volumes: hostPath', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath' },
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
    { title: 'CIS Kubernetes 5.2.12' },
  ],
  messages: {
    exact: 'Volume `{volume}` hands `{path}` of the node to the pod, {what}.',
    below: 'Volume `{volume}` hands `{path}` of the node to the pod, a part of `{entry}`, {what}.',
  },
  visit: {
    workload(context, workload) {
      for (const found of hostPathVolumes(workload)) {
        const { kind, volume, name, path, entry, at, group } = found;
        if (kind !== 'sensitive' || path.kind !== 'known') continue;
        const { worst, what } = CONCERNS[group ?? 'root-equivalent'] ?? OTHER;
        const mounts = mountsOf(workload, volume);
        // Read-only mounts only let an attacker look.
        const isReadOnly = mounts.length > 0 && mounts.every(({ readOnly }) => readOnly);
        context.report({
          at,
          message: cleanPath(path.value) === entry ? 'exact' : 'below',
          severity: isReadOnly ? lowered(worst) : worst,
          data: { volume: name, path: path.value, entry, what },
          fixes: () => [
            removeVolume(workload, volume, {
              title: `Remove the volume \`${name}\` and its mounts`,
              safety: 'hardening',
              caution: 'A program that reads or manages the node itself stops working.',
            }),
          ],
        });
      }
    },
  },
});
