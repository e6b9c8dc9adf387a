import { valueOf } from '../../core/value.ts';
import { mountsRuntimeSocket } from '../../knowledge/runtime-sockets.ts';
import { removeVolume } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';
import { ANY_HOST_PATH, SENSITIVE_HOST_PATH } from '../shared/shared-equivalents.ts';

const KINDS = 'also sockets of other runtimes, and directories that hold one';

export default kubernetesRule({
  id: 'kubernetes/container-runtime-socket',
  title: 'Container runtime socket mounted',
  severity: 'critical',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: ANY_HOST_PATH.pss,
    polaris: ANY_HOST_PATH.polaris,
    'kube-linter': [...SENSITIVE_HOST_PATH['kube-linter'], { id: 'docker-sock', relation: 'wider', note: KINDS }],
    trivy: [
      ...ANY_HOST_PATH.trivy,
      ...SENSITIVE_HOST_PATH.trivy,
      { id: 'KSV-0006', relation: 'wider', note: KINDS, aliases: ['AVD-KSV-0006', 'KSV006', 'no-docker-sock-mount'] },
    ],
    checkov: [{ id: 'CKV_K8S_27', relation: 'wider', note: KINDS, aliases: ['DockerSocketVolume'] }],
    kubescape: [
      ...ANY_HOST_PATH.kubescape,
      { id: 'C-0074', relation: 'wider', note: KINDS, aliases: ['containers-mounting-docker-socket'] },
    ],
    kubesec: [{ id: 'DockerSock', relation: 'wider', note: KINDS }],
    kics: [
      ...ANY_HOST_PATH.kics,
      ...SENSITIVE_HOST_PATH.kics,
      {
        id: 'Docker daemon socket is exposed to containers',
        relation: 'wider',
        note: KINDS,
        aliases: ['a6f34658-fdfb-4154-9536-56d516f65828'],
      },
    ],
    semgrep: [{ id: 'exposing-docker-socket-hostpath', relation: 'wider', note: KINDS }],
  },
  references: [
    { title: 'Protect the Docker daemon socket', url: 'https://docs.docker.com/engine/security/protect-access/' },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'MITRE T1610', url: 'https://attack.mitre.org/techniques/T1610/' },
    { title: 'OWASP Kubernetes K01', url: 'https://owasp.org/www-project-kubernetes-top-ten/' },
  ],
  messages: {
    socket:
      'Volume `{volume}` hands out `{path}`, the socket of {service}: whoever reaches it starts containers as root on the node.',
    directory: 'Volume `{volume}` hands out `{path}`, which holds `{socket}`, the socket of {service}.',
  },
  visit: {
    workload(context, workload) {
      for (const volume of workload.volumes.items) {
        const path = volume.hostPath.string('path');
        const found = path.kind === 'known' ? mountsRuntimeSocket(path.value) : undefined;
        if (!found || path.kind !== 'known') continue;
        const name = valueOf(volume.name) ?? '';
        context.report({
          at: path.at,
          message: found.through,
          severity: found.through === 'socket' ? 'critical' : 'high',
          data: { volume: name, path: path.value, service: found.service, socket: found.socket },
          fixes: () => [
            removeVolume(workload, volume, {
              title: `Remove the volume \`${name}\` and its mounts`,
              safety: 'hardening',
              caution: 'A program that talks to the container runtime of the node stops working.',
            }),
          ],
        });
      }
    },
  },
});
