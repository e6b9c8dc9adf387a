import { POD_SECURITY_LEVELS, type PodSecurityLevel } from '../../kubernetes/pod-security/check.ts';
import { admissionWords } from '../admission-words.ts';
import type { PodSecurityLabel } from '../facts.ts';
import { projectRule } from '../rule.ts';
import type { Unit, UnitObject } from '../unit.ts';

/** Places of violations that are told beside the finding. */
const PLACES = 5;

export default projectRule({
  id: 'project/pod-security-admission',
  title: 'Pods that their namespace does not admit',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {},
  references: [
    { title: 'Pod Security Admission', url: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/' },
    { title: 'Pod Security Standards', url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/' },
  ],
  messages: {
    enforce: 'Namespace `{namespace}` refuses the pods of `{workload}`: violates PodSecurity "{level}": {words}.',
    warn: 'Namespace `{namespace}` warns of the pods of `{workload}`: would violate PodSecurity "{level}": {words}.',
    audit:
      'Namespace `{namespace}` records the pods of `{workload}` in its audit log: would violate PodSecurity "{level}": {words}.',
  },
  visit: {
    workload(context, workload, object, unit) {
      const found = labelledNamespace(unit, object.facts.namespace);
      const told = new Set<string>();
      for (const label of found?.facts.podSecurity ?? []) {
        const level = POD_SECURITY_LEVELS.find((name) => name === label.level);
        const version = versionOf(label, context.environment.kubernetesVersion);
        const shown = `${label.level}:${label.version ?? 'latest'}`;
        if (!found || !level || !version || told.has(shown)) continue;
        const violations = violationsOf(unit, object, workload, level, version);
        if (violations.length === 0) continue;
        told.add(shown);
        context.report({
          at: object.place(workload.at),
          message: label.mode,
          ...(label.mode !== 'enforce' && { severity: 'info' }),
          data: {
            namespace: found.facts.name ?? '',
            workload: workload.displayName,
            level: shown,
            words: admissionWords(violations),
          },
          identity: `${label.mode} ${shown}`,
          related: [
            { at: found.place(label.at), message: `\`${found.facts.displayName}\` asks for it here.` },
            ...violations.slice(0, PLACES).map(({ at, detail }) => ({ at: object.place(at), message: `${detail}.` })),
          ],
        });
      }
    },
  },
});

/** The Namespace of a name, if all that are as near as the nearest agree on their labels. */
function labelledNamespace(unit: Unit, name: string | undefined): UnitObject | undefined {
  if (!name) return undefined;
  const all = unit.namespaces.filter(({ facts }) => facts.name === name);
  const [first] = all;
  const folder = first?.uri.slice(0, first.uri.lastIndexOf('/'));
  const beside = all.filter(({ uri }) => uri.slice(0, uri.lastIndexOf('/')) === folder);
  const saying = ({ facts }: UnitObject): string =>
    JSON.stringify(facts.podSecurity?.map(({ mode, level, version }) => [mode, level, version]));
  return first && beside.every((other) => saying(other) === saying(first)) ? first : undefined;
}

function versionOf(
  { version = 'latest' }: PodSecurityLabel,
  newest: readonly [number, number],
): readonly [number, number] | undefined {
  if (version === 'latest') return newest;
  const minor = /^v1\.(0|[1-9]\d*)$/.exec(version)?.[1];
  return minor === undefined ? undefined : [1, Number(minor)];
}

function violationsOf(
  unit: Unit,
  object: UnitObject,
  workload: UnitObject['facts']['workloads'][number],
  level: PodSecurityLevel,
  version: readonly [number, number],
) {
  return unit.evaluatePods(object.facts, level, version).find((pods) => pods.workload === workload)?.violations ?? [];
}
