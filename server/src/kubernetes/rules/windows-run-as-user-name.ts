import { valueOf } from '../../core/value.ts';
import { replaceField, setContainerSecurity, setPodSecurity } from '../edit.ts';
import type { Workload } from '../model/model.ts';
import { kubernetesRule } from '../rule.ts';

const USER = 'ContainerUser';
const ADMINISTRATOR = 'ContainerAdministrator';
const OFFER = {
  safety: 'hardening',
  caution: 'A program that writes to system folders or the registry, or installs services, fails without administrator rights.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/windows-run-as-user-name',
  title: 'Windows container run as administrator',
  severity: 'low',
  confidence: 'medium',
  category: 'privilege',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [
      { id: 'set-runasusername-value', relation: 'wider', note: 'also `ContainerAdministrator`' },
      { id: 'C-0211', relation: 'related' },
    ],
  },
  references: [
    {
      title: 'Configure RunAsUserName for Windows pods and containers',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-runasusername/',
    },
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
  ],
  messages: {
    unset: 'Windows container `{container}` may run as administrator: `runAsUserName` is set neither on it nor on the pod.',
    container: 'Windows container `{container}` runs as `{user}`.',
    pod: 'Windows containers of `{workload}` run as `{user}`.',
  },
  visit: {
    workload(context, workload) {
      const { runAsUserName: user, fields } = workload.securityContext.windowsOptions;
      if (user.kind !== 'known' || !isAdministrator(user.value) || !runsOnWindows(workload)) return;
      context.report({
        at: user.at,
        message: 'pod',
        data: { workload: workload.displayName, user: user.value },
        fixes: () => [replaceField(workload, fields, 'runAsUserName', USER, { title: `Run the pod as \`${USER}\``, ...OFFER })],
      });
    },
    container(context, container, workload) {
      if (!runsOnWindows(workload)) return;
      const own = container.securityContext.windowsOptions;
      const pod = container.podSecurityContext.windowsOptions;
      if ([own, pod].some(({ hostProcess }) => valueOf(hostProcess) === true)) return;
      const data = { container: container.label, user: valueOf(own.runAsUserName) ?? '' };
      const title = `Run \`${container.label}\` as \`${USER}\``;
      if (own.runAsUserName.kind === 'known' && isAdministrator(own.runAsUserName.value)) {
        const { fields, runAsUserName } = own;
        const fixes = () => [replaceField(container, fields, 'runAsUserName', USER, { title, ...OFFER })];
        context.report({ at: runAsUserName.at, message: 'container', data, fixes });
      }
      if (own.runAsUserName.kind !== 'absent' || pod.runAsUserName.kind !== 'absent') return;
      const path = ['windowsOptions', 'runAsUserName'];
      context.report({
        at: container.at,
        message: 'unset',
        data,
        fixes: () => [
          setPodSecurity(container, path, USER, { title: `Run the pod as \`${USER}\``, ...OFFER }),
          setContainerSecurity(container, path, USER, { title, ...OFFER }),
        ],
      });
    },
  },
});

function isAdministrator(user: string): boolean {
  return user.toLowerCase() === ADMINISTRATOR.toLowerCase();
}

/** Said by `os.name`, or by the label of nodes that the pod asks for. */
function runsOnWindows(workload: Workload): boolean {
  return workload.isWindows || valueOf(workload.spec.mapping('nodeSelector').string('kubernetes.io/os')) === 'windows';
}
