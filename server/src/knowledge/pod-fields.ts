/**
 * Field names of the Pod API, v1 core in the API reference of Kubernetes 1.34, alpha fields included, and `workloadRef` of 1.35
 * (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/, read 2026-11-21).
 */
const FIELDS = {
  'pod spec':
    'activeDeadlineSeconds affinity automountServiceAccountToken containers dnsConfig dnsPolicy enableServiceLinks ephemeralContainers hostAliases hostIPC hostNetwork hostPID hostUsers hostname hostnameOverride imagePullSecrets initContainers nodeName nodeSelector os overhead preemptionPolicy priority priorityClassName readinessGates resourceClaims resources restartPolicy runtimeClassName schedulerName schedulingGates securityContext serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations topologySpreadConstraints volumes workloadRef',
  container:
    'args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports readinessProbe resizePolicy resources restartPolicy restartPolicyRules securityContext startupProbe stdin stdinOnce targetContainerName terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts workingDir',
  'securityContext of the pod':
    'appArmorProfile fsGroup fsGroupChangePolicy runAsGroup runAsNonRoot runAsUser seLinuxChangePolicy seLinuxOptions seccompProfile supplementalGroups supplementalGroupsPolicy sysctls windowsOptions',
  'securityContext of the container':
    'allowPrivilegeEscalation appArmorProfile capabilities privileged procMount readOnlyRootFilesystem runAsGroup runAsNonRoot runAsUser seLinuxOptions seccompProfile windowsOptions',
  capabilities: 'add drop',
  seccompProfile: 'localhostProfile type',
  resources: 'claims limits requests',
  port: 'containerPort hostIP hostPort name protocol',
  'volume mount': 'mountPath mountPropagation name readOnly recursiveReadOnly subPath subPathExpr',
  variable: 'name value valueFrom',
  probe:
    'exec failureThreshold grpc httpGet initialDelaySeconds periodSeconds successThreshold tcpSocket terminationGracePeriodSeconds timeoutSeconds',
} as const;

/** A mapping of the Pod API whose fields are known here. */
export type PodPart = keyof typeof FIELDS;

const SETS = new Map(Object.entries(FIELDS).map(([part, names]) => [part, new Set(names.split(' '))] as const));

/** Whether a part of a pod has a field of that name. */
export function isPodField(part: PodPart, name: string): boolean {
  return SETS.get(part)?.has(name) ?? false;
}

/** The field that a misspelt name may stand for: the same in another case, or at most two letters away. */
export function likelyField(part: PodPart, name: string): string | undefined {
  const names = [...(SETS.get(part) ?? [])];
  const lower = name.toLowerCase().replace(/[-_]/g, '');
  const same = names.find((field) => field.toLowerCase() === lower);
  if (same !== undefined || name.length < 5) return same;
  return names.find((field) => lettersBetween(field.toLowerCase(), lower) <= 2);
}

/** How many letters have to be put in, taken out or exchanged (Levenshtein, with neighbours swapped as one). */
function lettersBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwapped ? (before[j - 2] ?? 0) + 1 : change;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
