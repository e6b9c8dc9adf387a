import type { Value } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import { replaceItem, setContainerSecurity } from '../edit.ts';
import type { Container } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';
import { ANY_SECURITY_CONTEXT, RESTRICTED_CAPABILITY } from '../shared/shared-equivalents.ts';
import { isSince } from '../version.ts';

const LOOSE_ALL = /^(?:cap_)?all$/i;

export default kubernetesRule({
  id: 'kubernetes/capabilities-drop-all',
  title: 'Capabilities not dropped',
  severity: 'low',
  confidence: 'high',
  category: 'privilege',
  profile: 'recommended',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    pss: [RESTRICTED_CAPABILITY],
    'kube-linter': [{ id: 'drop-net-raw-capability', relation: 'wider', note: 'also where `NET_RAW` alone is dropped' }],
    trivy: [
      ...ANY_SECURITY_CONTEXT.trivy,
      {
        id: 'KSV-0003',
        relation: 'wider',
        note: 'also `all` and `CAP_ALL`, which admission refuses',
        aliases: ['AVD-KSV-0003', 'KSV003', 'drop-default-capabilities'],
      },
      {
        id: 'KSV-0106',
        relation: 'narrower',
        note: 'added capabilities are not looked at',
        aliases: ['AVD-KSV-0106', 'KSV106', 'drop-caps-add-bind-svc'],
      },
    ],
    checkov: [
      { id: 'CKV_K8S_37', relation: 'wider', note: 'also `all`, which admission refuses' },
      ...ANY_SECURITY_CONTEXT.checkov,
    ],
    kubescape: [
      { id: 'drop-capability-netraw', relation: 'wider', note: 'also where `NET_RAW` alone is dropped' },
      { id: 'C-0055', relation: 'wider', note: 'also where another means of hardening is set', aliases: ['linux-hardening'] },
    ],
    kubesec: [
      { id: 'CapDropAll', relation: 'wider', note: 'each container, not one for all' },
      { id: 'CapDropAny', relation: 'wider', note: 'also where single capabilities are dropped' },
    ],
    polaris: [
      { id: 'insecureCapabilities', relation: 'wider', note: 'also a list of single capabilities, and other spellings of `ALL`' },
    ],
    kics: [
      ...ANY_SECURITY_CONTEXT.kics,
      {
        id: 'Containers missing drop capabilities',
        relation: 'wider',
        note: 'also where other capabilities are dropped',
        aliases: ['268ca686-7fb7-4ae9-b129-955a2a89064e'],
      },
    ],
  },
  references: [
    {
      title: 'PSS restricted: capabilities',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    },
    { title: 'capabilities(7)', url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html' },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Kubernetes 5.2.8, 5.2.9, 5.2.10' },
  ],
  messages: {
    unset: 'Container `{container}` keeps the default capabilities: `capabilities.drop` has no `ALL`.',
    spelling: 'Container `{container}` drops `{spelling}`, which Pod Security admission does not take for `ALL`.',
  },
  visit: {
    container(context, container, workload) {
      if (!isSince(context.environment, 22) || (isSince(context.environment, 25) && workload.isWindows)) return;
      const { drop } = container.securityContext.capabilities;
      if (drop.open || drop.items.some((name) => valueOf(name) === 'ALL')) return;
      const loose = drop.items.find(
        (name): name is Extract<Value<string>, { kind: 'known' }> => name.kind === 'known' && LOOSE_ALL.test(name.value),
      );
      context.report({
        at: loose?.at ?? container.at,
        message: loose ? 'spelling' : 'unset',
        data: { container: container.label, spelling: loose?.value ?? '' },
        fixes: () => (loose ? [spellAll(container, loose)] : dropAll(container)),
      });
    },
  },
});

function spellAll(container: Container, { value, at }: { readonly value: string; readonly at: Value<string>['at'] }) {
  return replaceItem(container, container.securityContext.capabilities.drop, at, 'ALL', {
    title: `Replace \`${value}\` by \`ALL\``,
    safety: 'safe',
  });
}

/** A port below 1024 needs one capability back, so that the pod still starts. */
function dropAll(container: Container) {
  const caution =
    'A start script that changes owners or switches user, or a port below 1024, needs the one capability for it in `add`.';
  const drop = setContainerSecurity(container, ['capabilities', 'drop'], ['ALL'], {
    title: 'Drop `ALL` capabilities',
    safety: 'hardening',
    caution,
  });
  const lowPort = container.ports.items.some(({ containerPort }) => (valueOf(containerPort) ?? 1024) < 1024);
  const added = container.securityContext.capabilities.fields;
  if (!lowPort || added.value.kind !== 'absent') return [drop];
  const bind = setContainerSecurity(
    container,
    ['capabilities'],
    { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
    { title: 'Drop `ALL` capabilities but `NET_BIND_SERVICE`', safety: 'hardening', caution },
  );
  return [bind, drop];
}
