import { describe, expect, it } from 'vitest';
import type { Resource } from '../../../server/src/core/finding.ts';
import type { BoundRule, Report, Rule } from '../../../server/src/core/rule.ts';
import type { KubernetesVisitors } from '../../../server/src/kubernetes/rule.ts';
import { walkKubernetes } from '../../../server/src/kubernetes/rule.ts';
import allowPrivilegeEscalation from '../../../server/src/kubernetes/rules/allow-privilege-escalation.ts';
import capabilitiesDropAll from '../../../server/src/kubernetes/rules/capabilities-drop-all.ts';
import privilegedContainer from '../../../server/src/kubernetes/rules/privileged-container.ts';
import runAsNonRoot from '../../../server/src/kubernetes/rules/run-as-non-root.ts';
import seccompProfileMissing from '../../../server/src/kubernetes/rules/seccomp-profile-missing.ts';
import { objectsOf } from './read.ts';

interface Seen {
  readonly resource: Resource;
  readonly report: Report;
}

function run(rule: Rule<KubernetesVisitors<never>, never>, text: string, minor = 37): Seen[] {
  const seen: Seen[] = [];
  const bound: BoundRule<KubernetesVisitors> = {
    visit: rule.visit as KubernetesVisitors,
    context: (resource) => ({
      environment: { today: '2026-11-21', kubernetesVersion: [1, minor] },
      options: {},
      report: (report) => seen.push({ resource, report }),
    }),
    failed: (error) => {
      throw error;
    },
  };
  walkKubernetes(objectsOf(text), [bound]);
  return seen;
}

const PRIVILEGED = '{containers: [{name: a, image: i, securityContext: {privileged: true}}]}';

describe('the walk', () => {
  it('names what is visited, and where its name stands', () => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: ${PRIVILEGED}\n`;
    const [seen] = run(privilegedContainer as never, text);
    expect(seen?.resource).toMatchObject({ kind: 'container', name: 'Pod/web › a' });
    expect(text.slice(seen?.resource.at.span.start, seen?.resource.at.span.end)).toBe('a');
  });

  it('reports what is only guessed to be a workload one severity milder', () => {
    const severities = (apiVersion: string, kind: string) =>
      run(privilegedContainer as never, `apiVersion: ${apiVersion}\nkind: ${kind}\nspec: ${PRIVILEGED}\n`).map(
        ({ report }) => report.severity,
      );
    expect(severities('v1', 'Pod')).toEqual([undefined]);
    expect(severities('example.com/v1', 'Engine')).toEqual(['high']);
  });

  it('goes on after a rule that crashes', () => {
    const failures: unknown[] = [];
    const crashing: BoundRule<KubernetesVisitors> = {
      visit: {
        object: () => {
          throw new Error('bad rule');
        },
      },
      context: () => ({ environment: { today: '', kubernetesVersion: [1, 37] }, options: {}, report: () => undefined }),
      failed: (error) => failures.push(error),
    };
    walkKubernetes(objectsOf('kind: Pod\n---\nkind: Pod\n'), [crashing]);
    expect(failures).toHaveLength(2);
  });
});

describe('rules that follow the version of the cluster', () => {
  const bare = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, image: i}]}\n';
  const windows = bare.replace('{containers', '{os: {name: windows}, containers');
  const namespaced = bare.replace('{containers', '{hostUsers: false, containers');

  it.each([
    ['allow-privilege-escalation', allowPrivilegeEscalation, bare, 8, 99],
    ['allow-privilege-escalation on Windows', allowPrivilegeEscalation, windows, 8, 25],
    ['capabilities-drop-all', capabilitiesDropAll, bare, 22, 99],
    ['capabilities-drop-all on Windows', capabilitiesDropAll, windows, 22, 25],
    ['seccomp-profile-missing', seccompProfileMissing, bare, 19, 99],
    ['seccomp-profile-missing on Windows', seccompProfileMissing, windows, 19, 25],
    ['run-as-non-root on Windows', runAsNonRoot, windows, 0, 99],
    ['run-as-non-root with a user namespace', runAsNonRoot, namespaced, 0, 35],
  ] as const)('%s', (_, rule, text, since, until) => {
    for (const minor of [0, 7, 8, 18, 19, 21, 22, 24, 25, 34, 35, 37]) {
      expect(run(rule as never, text, minor).length, `1.${minor}`).toBe(minor >= since && minor < until ? 1 : 0);
    }
  });
});
