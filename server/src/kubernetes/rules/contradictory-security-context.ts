import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { removeField } from '../edit/fields.ts';
import { removeItem, replaceField } from '../edit.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Container, Workload } from '../model/model.ts';
import { FOREIGN_FIELDS } from '../model/security-fields.ts';
import { kubernetesRule } from '../rule.ts';

const USER = 10001;
const REFUSED = {
  safety: 'hardening',
  caution: 'Kubernetes refuses the pod as it is; the program gets less than it was meant to.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/contradictory-security-context',
  title: 'Contradictory security settings',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    { title: 'PodOS', url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec' },
  ],
  messages: {
    root: 'The kubelet does not start {who}: `runAsNonRoot` is `true`, but `runAsUser` is `0`.',
    privileged:
      'The API server refuses container `{container}`: it is privileged, so `allowPrivilegeEscalation` can’t be `false`.',
    sysAdmin: 'The API server refuses container `{container}`: with `{capability}`, `allowPrivilegeEscalation` can’t be `false`.',
    foreign: 'The API server refuses `{field}` in a pod whose `os.name` is `{os}`.',
  },
  visit: {
    workload(context, workload) {
      const { runAsNonRoot, runAsUser, fields } = workload.securityContext;
      const inherits = workload.containers.some(
        (c) => c.securityContext.runAsUser.kind === 'absent' && c.securityContext.runAsNonRoot.kind === 'absent',
      );
      if (valueOf(runAsNonRoot) === true && valueOf(runAsUser) === 0 && inherits) {
        const data = { who: `pods of \`${workload.displayName}\`` };
        context.report({ at: runAsNonRoot.at, message: 'root', data, fixes: () => [changeUser(workload, fields)] });
      }
      const foreign = foreignFields(workload);
      if (!foreign) return;
      for (const [from, keys] of [[workload.spec, foreign.spec] as const, [fields, foreign.pod] as const])
        for (const found of present(workload, from, keys, valueOf(workload.osName))) context.report(found);
    },
    container(context, container, workload) {
      const own = container.securityContext;
      const { runAsNonRoot, runAsUser } = container.effective;
      const isOwn = own.runAsNonRoot.kind === 'known' || own.runAsUser.kind === 'known';
      if (isOwn && valueOf(runAsNonRoot) === true && valueOf(runAsUser) === 0) {
        context.report({
          at: own.runAsNonRoot.kind === 'known' ? own.runAsNonRoot.at : container.at,
          message: 'root',
          data: { who: `container \`${container.label}\`` },
          fixes: () => [
            own.runAsUser.kind === 'known'
              ? changeUser(container, own.fields)
              : changeUser(workload, container.podSecurityContext.fields),
          ],
        });
      }
      if (valueOf(own.allowPrivilegeEscalation) === false) {
        const { at } = own.allowPrivilegeEscalation;
        if (valueOf(own.privileged) === true) {
          const offer = { title: 'Set `privileged` to `false`', ...REFUSED };
          const fixes = () => [replaceField(container, own.fields, 'privileged', false, offer)];
          context.report({ at, message: 'privileged', data: { container: container.label }, fixes });
        }
        const { add } = own.capabilities;
        const admin = add.items.find((c) => ['SYS_ADMIN', 'CAP_SYS_ADMIN'].includes(valueOf(c) ?? ''));
        if (admin) {
          const capability = valueOf(admin) ?? '';
          const offer = { title: `Remove the capability \`${capability}\``, ...REFUSED };
          const fixes = () => [removeItem(container, add, admin.at, offer)];
          context.report({ at, message: 'sysAdmin', data: { container: container.label, capability }, fixes });
        }
      }
      const foreign = foreignFields(workload);
      for (const found of present(container, own.fields, foreign?.container ?? [], valueOf(workload.osName)))
        context.report(found);
    },
  },
});

function changeUser(owner: Workload | Container, fields: Mapping): FixOffer {
  return replaceField(owner, fields, 'runAsUser', USER, { title: `Run as user \`${USER}\``, ...REFUSED });
}

function foreignFields(workload: Workload) {
  const os = valueOf(workload.osName);
  return os === 'windows' || os === 'linux' ? FOREIGN_FIELDS[os] : undefined;
}

/** A finding for each of the fields that is written. */
function present(owner: Workload | Container, from: Mapping, keys: readonly string[], os = '') {
  return keys.flatMap((key) => {
    const pair = from.pair(key);
    if (!pair || from.field(key).kind === 'absent') return [];
    const offer = { title: `Remove \`${key}\``, ...REFUSED };
    const at = { span: pair.keyNode.span, route: pair.value.route, ...(pair.via && { via: pair.via }) };
    return [{ at, message: 'foreign' as const, data: { field: key, os }, fixes: () => [removeField(owner, from, key, offer)] }];
  });
}
