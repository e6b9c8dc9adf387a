import type { FileAnalysis, FileSettings } from '../../../server/src/analysis/index.ts';
import { createEngine, EMPTY_CONFIG, resolveSettings } from '../../../server/src/analysis/index.ts';
import unusedSuppression from '../../../server/src/analysis/rules/unused-suppression.ts';
import { composeRule } from '../../../server/src/compose/rule.ts';
import type { FixOffer } from '../../../server/src/core/finding.ts';
import { LineIndex } from '../../../server/src/core/line-index.ts';
import type { AnyRule, Equivalent, RuleMeta, Tool } from '../../../server/src/core/rule.ts';
import type { Span } from '../../../server/src/core/span.ts';
import { dockerfileRule, stageAt } from '../../../server/src/dockerfile/rule.ts';
import { kubernetesRule } from '../../../server/src/kubernetes/rule.ts';

type Checks = Partial<Record<Tool, string | readonly string[]>>;

/** Data of a rule that is there only to be silenced, configured and fixed. */
function meta(id: string, checks: Checks = {}, more: Partial<RuleMeta> = {}): RuleMeta {
  const equivalents = Object.fromEntries(
    Object.entries(checks).map(([tool, ids]): [string, Equivalent[]] => {
      const [first = '', ...aliases] = [ids].flat();
      return [tool, [{ id: first, relation: 'equal', aliases }]];
    }),
  );
  return {
    id,
    title: id,
    severity: 'medium',
    confidence: 'high',
    category: 'correctness',
    profile: 'recommended',
    reports: 'presence',
    fix: 'none',
    equivalents,
    references: [],
    ...more,
  };
}

const messages = { found: 'Found.' };

/** One rule per place: the FROM image, RUN and USER; `privileged: true` and the service's name; likewise for containers. */
export const TOY_RULES: readonly AnyRule[] = [
  dockerfileRule({
    ...meta('dockerfile/from', { hadolint: 'DL3006', kics: 'aaaa-1', trivy: 'DS-0001' }),
    messages,
    visit: { stage: (context, stage) => context.report({ at: stageAt(stage), message: 'found' }) },
  }),
  dockerfileRule({
    ...meta('dockerfile/run', {
      hadolint: 'DL3008',
      buildkit: 'RunCheck',
      trivy: ['DS-0013', 'long-run-id'],
      checkov: 'CKV_DOCKER_9',
      kics: 'bbbb-2',
      semgrep: 'run-check',
    }),
    formerly: ['dockerfile/old-run'],
    messages,
    visit: { instruction: { RUN: (context, run) => context.report({ at: run.at, message: 'found' }) } },
  }),
  dockerfileRule({
    ...meta('dockerfile/user', {
      hadolint: 'DL3002',
      buildkit: 'UserCheck',
      trivy: 'DS-0002',
      checkov: 'CKV_DOCKER_8',
      semgrep: 'user-check',
    }),
    messages,
    visit: { instruction: { USER: (context, user) => context.report({ at: user.at, message: 'found' }) } },
  }),
  dockerfileRule({
    ...meta('dockerfile/related-only'),
    equivalents: { hadolint: [{ id: 'DL9999', relation: 'related' }] },
    messages,
    visit: { instruction: { WORKDIR: (context, workdir) => context.report({ at: workdir.at, message: 'found' }) } },
  }),
  composeRule({
    ...meta('compose/privileged', {
      dclint: 'no-privileged',
      kics: 'cccc-3',
      trivy: 'DC-0001',
      checkov: 'CKV_C_1',
      semgrep: 'privileged-service',
    }),
    messages,
    visit: {
      service: (context, { privileged }) => {
        if (privileged.kind === 'known' && privileged.value) context.report({ at: privileged.at, message: 'found' });
      },
    },
  }),
  composeRule({
    ...meta('compose/service', { dclint: 'service-check' }, { reports: 'absence', severity: 'low' }),
    messages,
    visit: { service: (context, service) => context.report({ at: service.nameAt, message: 'found' }) },
  }),
  kubernetesRule({
    ...meta('kubernetes/privileged', {
      'kube-linter': 'privileged-container',
      checkov: 'CKV_K8S_16',
      'kube-score': 'container-security-context-privileged',
      polaris: 'runAsPrivileged',
      trivy: ['KSV-0017', 'no-privileged-containers'],
      kics: 'dddd-4',
      semgrep: 'privileged-container',
    }),
    messages,
    visit: {
      container: (context, { securityContext: { privileged } }) => {
        if (privileged.kind === 'known' && privileged.value) context.report({ at: privileged.at, message: 'found' });
      },
    },
  }),
  kubernetesRule({
    ...meta(
      'kubernetes/container',
      { 'kube-linter': 'run-as-non-root', 'kube-score': 'container-check', polaris: 'runAsRootAllowed' },
      { severity: 'low' },
    ),
    messages,
    visit: { container: (context, container) => context.report({ at: container.at, message: 'found' }) },
  }),
  unusedSuppression,
];

const ENVIRONMENT = { today: '2026-11-21', kubernetesVersion: [1, 34] as const };

/** Settings in which all of the rules run. */
export function settingsFor(rules: readonly AnyRule[], suppressions = true): FileSettings {
  return resolveSettings(EMPTY_CONFIG, 'file', rules, ENVIRONMENT, { profile: 'all', suppressions });
}

const engine = createEngine(TOY_RULES);
const SETTINGS = settingsFor(TOY_RULES);

/** Judges a text with the toy rules; a rule that crashes fails the test. */
export function judge(name: string, text: string, settings = SETTINGS): FileAnalysis {
  const analysis = engine.analyze({ uri: `file:///toy/${name}`, text }, settings);
  const [crash] = analysis.crashes;
  if (crash) throw new Error(`${crash.rule} crashed`, { cause: crash.error });
  return analysis;
}

/** `run:3`: the rule's name without its family, and the 1-based line of the finding. */
export function shown(
  text: string,
  findings: readonly { readonly rule: string; readonly at: { readonly span: Span } }[],
): string[] {
  const lines = new LineIndex(text);
  return findings.map((f) => `${f.rule.slice(f.rule.indexOf('/') + 1)}:${lines.lineAt(f.at.span.start) + 1}`).sort();
}

/** What comments and annotations of a text silence, and what `unused-suppression` says of them. */
export function silencing(name: string, text: string, settings = SETTINGS) {
  const analysis = judge(name, text, settings);
  return {
    silenced: shown(
      text,
      analysis.suppressed.map((s) => s.finding),
    ),
    kept: shown(
      text,
      analysis.findings.filter((f) => f.rule !== unusedSuppression.id),
    ),
    unused: analysis.findings.filter((f) => f.rule === unusedSuppression.id),
    by: analysis.suppressed.map((s) => s.by),
  };
}

/** A rule over Dockerfiles that offers on each RUN what `offers` makes of it. */
export function fixingRule(
  id: string,
  applies: (argument: string) => boolean,
  offers: (whole: Span, argument: Span) => readonly FixOffer[],
): AnyRule {
  return dockerfileRule({
    ...meta(id, {}, { fix: 'sometimes' }),
    messages,
    visit: {
      instruction: {
        RUN: (context, run) => {
          const { args, span } = run.syntax;
          if (!applies(args.text)) return;
          const argument = args.spanToSource({ start: 0, end: args.text.length });
          context.report({ at: run.at, message: 'found', identity: `${span.start}`, fixes: () => offers(span, argument) });
        },
      },
    },
  });
}
