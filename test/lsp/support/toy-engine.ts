/**
 * A tiny engine for tests of the server alone: it judges Compose-like lines so that a test can see at once what must be
 * found. The doors around it (config, fix-all, ignore comments, kinds) are the real ones.
 */

import type { Engine } from '../../../server/src/analysis/api.ts';
import { readConfig } from '../../../server/src/analysis/config/read.ts';
import { resolveSettings } from '../../../server/src/analysis/config/resolve.ts';
import { detectKind, isCandidateName } from '../../../server/src/analysis/detect.ts';
import { fingerprintOf } from '../../../server/src/analysis/fingerprint.ts';
import { fixAll } from '../../../server/src/analysis/fix-all.ts';
import { editToIgnore } from '../../../server/src/analysis/suppressions/edit.ts';
import type { FileAnalysis, FileSettings, SourceFile } from '../../../server/src/analysis/types.ts';
import type { SyntaxProblem } from '../../../server/src/core/comment.ts';
import type { Finding, FixOffer, Resource } from '../../../server/src/core/finding.ts';
import type { AnyRule } from '../../../server/src/core/rule.ts';
import type { Severity } from '../../../server/src/core/severity.ts';
import type { AnalysisDoors } from '../../../server/src/workspace/analysis-doors.ts';
import type { FakeClock } from './fake-clock.ts';

function rule(id: string, severity: Severity, more: Partial<AnyRule> = {}): AnyRule {
  return {
    id,
    title: id.slice(id.indexOf('/') + 1).replaceAll('-', ' '),
    severity,
    confidence: 'high',
    category: 'privilege',
    profile: 'recommended',
    reports: 'presence',
    fix: 'sometimes',
    equivalents: {},
    references: [{ title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' }],
    messages: {},
    visit: {},
    ...more,
  };
}

export const TOY_RULES: readonly AnyRule[] = [
  rule('compose/privileged', 'critical'),
  rule('compose/latest-tag', 'medium'),
  rule('compose/root-user', 'high'),
  rule('compose/old-key', 'info', { tags: ['deprecated'] }),
  rule('compose/from-variable', 'low'),
  rule('compose/read-only', 'low', { reports: 'absence' }),
  rule('compose/cap-drop', 'info', { reports: 'absence' }),
];

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = { text: line, start };
    start += line.length + 1;
    return at;
  });
}

/** Judges the lines up to the first that is neither blank, comment, item nor `key: value`: what follows is lost, as in YAML. */
function judge(file: SourceFile, settings: FileSettings): { findings: Finding[]; problems: SyntaxProblem[] } {
  const findings: Finding[] = [];
  const problems: SyntaxProblem[] = [];
  let resource: Resource = { kind: 'file', name: 'file', at: { span: { start: 0, end: 0 }, route: [] } };
  const on = new Map(settings.rules.map((s) => [s.rule.id, s.severity]));
  const add = (id: string, token: string, line: Line, more: Partial<Finding> & { fixes: () => FixOffer[] }) => {
    const severity = on.get(id);
    const start = line.start + line.text.indexOf(token);
    if (severity === undefined) return;
    findings.push({
      rule: id,
      severity,
      confidence: 'high',
      message: `${id} at \`${token}\` of \`${resource.name}\`.`,
      at: { span: { start, end: start + token.length }, route: [] },
      resource,
      related: [],
      fingerprint: fingerprintOf(id, resource.name, token),
      absence: false,
      ...more,
    });
  };
  const lines = linesOf(file.text);
  for (const [index, line] of lines.entries()) {
    const { text, start } = line;
    if (text.trim() === '' || /^\s*(?:#|- )/.test(text)) continue;
    if (!/^\s*[\w-]+:(?:\s|$)/.test(text)) {
      problems.push({ span: { start, end: start + text.length }, message: 'not a key', code: 'toy' });
      break;
    }
    const name = /^ {2}(\w+):$/.exec(text)?.[1];
    if (name !== undefined) {
      resource = {
        kind: 'service',
        name,
        at: { span: { start: start + 2, end: start + 2 + name.length }, route: ['services', name] },
      };
      const rest = lines.slice(index + 1);
      const end = rest.findIndex((l) => /^ {0,2}\S/.test(l.text));
      const block = (end < 0 ? rest : rest.slice(0, end)).map((l) => l.text).join('\n');
      const behind = start + text.length;
      const insert = (key: string) => (): FixOffer[] => [
        {
          title: `Add \`${key}\``,
          safety: 'hardening',
          caution: 'May need it.',
          edits: [{ span: { start: behind, end: behind }, text: `\n    ${key}` }],
          touches: [],
        },
      ];
      if (!block.includes('read_only: true'))
        add('compose/read-only', name, line, { absence: true, fixes: insert('read_only: true') });
      if (!block.includes('cap_drop: ALL'))
        add('compose/cap-drop', name, line, { absence: true, fixes: insert('cap_drop: ALL') });
    }
    if (text.includes('privileged: true')) {
      const edits = [{ span: { start: start - 1, end: start + text.length }, text: '' }];
      const related = [{ at: resource.at, message: 'The service starts here.' }];
      add('compose/privileged', 'true', line, {
        related,
        fixes: () => [{ title: 'Remove `privileged`', safety: 'safe', edits, touches: [] }],
      });
    }
    const image = /image: (\S+:latest)$/.exec(text)?.[1];
    if (image !== undefined) {
      const end = start + text.length;
      const edits = [{ span: { start: end - ':latest'.length, end }, text: '@sha256:DIGEST' }];
      add('compose/latest-tag', image, line, {
        fixes: () => [{ title: 'Pin the digest', safety: 'placeholder', edits, touches: [], select: 'DIGEST' }],
      });
    }
    if (text.includes('user: root')) {
      add('compose/root-user', 'root', line, {
        fixes: () => [{ title: 'Set another user', refused: 'The value comes from an anchor.' }],
      });
    }
    if (text.includes('links:')) add('compose/old-key', 'links', line, { fixes: () => [] });
    const variable = /\$\{(\w+)\}/.exec(text)?.[1];
    if (variable !== undefined && settings.variables?.get(variable) === 'danger')
      add('compose/from-variable', variable, line, { fixes: () => [] });
  }
  return { findings, problems };
}

/** How long an analysis takes, for tests of the scheduling, and which texts were judged. */
export interface ToyControl {
  cost: number;
  readonly judged: string[];
}

/** The doors with the toy engine behind them. */
export function toyDoors(clock?: FakeClock): AnalysisDoors & { readonly control: ToyControl } {
  const control: ToyControl = { cost: 0, judged: [] };
  const engine: Engine = {
    rules: TOY_RULES,
    analyze(file: SourceFile, settings: FileSettings): FileAnalysis {
      control.judged.push(file.uri);
      clock?.advance(control.cost);
      const kind = detectKind(file.uri, file.text, file.languageId);
      const empty = { file, kind, findings: [], suppressed: [], problems: [], crashes: [] };
      if (kind === 'config') return { ...empty, problems: readConfig(file.text, TOY_RULES).problems };
      return kind === undefined ? empty : { ...empty, ...judge(file, settings) };
    },
  };
  return {
    control,
    engine,
    fixAll,
    editToIgnore,
    readConfig,
    resolveSettings,
    detectKind,
    isCandidateName,
    newestKubernetes: [1, 36],
    reasonOf: (id) => (id === 'compose/privileged' ? 'An attacker owns the host.' : undefined),
  };
}
