import type { SyntaxProblem } from '../core/comment.ts';
import type { Finding } from '../core/finding.ts';
import type { AnyRule } from '../core/rule.ts';
import { shiftSpan } from '../core/span.ts';
import { splitDocuments } from '../yaml/slices.ts';
import type { Engine } from './api.ts';
import { readConfig } from './config/read.ts';
import { detectKind } from './detect.ts';
import { shiftFinding } from './shift.ts';
import type { SliceAnalysis } from './slice.ts';
import { analyzeSlice } from './slice.ts';
import { applyDirectives, TargetIndex } from './suppressions/apply.ts';
import type { Directive } from './suppressions/directive.ts';
import { unusedFindings } from './suppressions/unused.ts';
import type { FileAnalysis, FileKind, FileSettings, SourceFile } from './types.ts';

const UNUSED_SUPPRESSION = 'seaworthy/unused-suppression';

/** Slices of the last analysis, by their text: what has not changed is not judged again. */
interface Kept {
  readonly kind: FileKind | undefined;
  readonly settings: FileSettings;
  readonly slices: ReadonlyMap<string, SliceAnalysis>;
}

/** Builds the engine over a set of rules. It holds no state of its own: what it keeps hangs on the analyses it gave out. */
export function createEngine(rules: readonly AnyRule[]): Engine {
  const index = new TargetIndex(rules);
  const kept = new WeakMap<FileAnalysis, Kept>();

  function analyze(file: SourceFile, settings: FileSettings, previous?: FileAnalysis): FileAnalysis {
    const kind = detectKind(file.uri, file.text, file.languageId);
    if (kind === undefined) return { file, kind, findings: [], suppressed: [], problems: [], crashes: [] };
    if (kind === 'config') return analyzeConfig(file, rules);
    const before = previous && kept.get(previous);
    const usable = before?.kind === kind && before.settings === settings ? before.slices : undefined;
    const scripts = kind === 'dockerfile' ? before?.slices.values().next().value?.scripts : undefined;
    const slices = new Map<string, SliceAnalysis>();
    const parts = (kind === 'dockerfile' ? [{ base: 0, text: file.text }] : splitDocuments(file.text)).map(({ base, text }) => {
      const slice = slices.get(text) ?? usable?.get(text) ?? analyzeSlice(kind, text, settings, scripts);
      slices.set(text, slice);
      return { base, slice };
    });
    const analysis = assemble(file, kind, settings, parts, index);
    kept.set(analysis, { kind, settings, slices });
    return analysis;
  }

  return { rules, analyze };
}

function assemble(
  file: SourceFile,
  kind: FileKind,
  settings: FileSettings,
  parts: readonly { readonly base: number; readonly slice: SliceAnalysis }[],
  index: TargetIndex,
): FileAnalysis {
  const findings = parts.flatMap(({ base, slice }) => slice.findings.map((f) => shiftFinding(f, base)));
  const directives = settings.suppressions
    ? parts.flatMap(({ base, slice }) => slice.directives.map((d) => shiftDirective(d, base)))
    : [];
  const judged = applyDirectives(findings, directives, index);
  const all = [...judged.kept];
  const setting = settings.rules.find(({ rule }) => rule.id === UNUSED_SUPPRESSION);
  if (setting && judged.unused.length > 0) {
    const running = new Set(settings.rules.map(({ rule }) => rule.id));
    const leftovers = unusedFindings(judged.unused, index, running, setting, file.text);
    all.push(...applyDirectives(leftovers, directives, index).kept);
  }
  return {
    file,
    kind,
    findings: numbered(all.sort(byPosition)),
    suppressed: judged.suppressed,
    problems: parts.flatMap(({ base, slice }) => slice.problems.map((p) => shiftProblem(p, base))),
    crashes: parts.flatMap(({ slice }) => slice.crashes),
  };
}

/** A config is judged by its own reader: what is wrong with it is shown where it stands. */
function analyzeConfig(file: SourceFile, rules: readonly AnyRule[]): FileAnalysis {
  return { file, kind: 'config', findings: [], suppressed: [], problems: readConfig(file.text, rules).problems, crashes: [] };
}

function byPosition(a: Finding, b: Finding): number {
  return a.at.span.start - b.at.span.start || a.at.span.end - b.at.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** Equal findings of one file are told apart by their order. */
function numbered(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, count + 1);
    return count === 0 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
  });
}

function shiftProblem(problem: SyntaxProblem, delta: number): SyntaxProblem {
  return delta === 0 ? problem : { ...problem, span: shiftSpan(problem.span, delta) };
}

function shiftDirective(directive: Directive, delta: number): Directive {
  if (delta === 0) return directive;
  return {
    ...directive,
    span: shiftSpan(directive.span, delta),
    scope: directive.scope === 'file' ? 'file' : shiftSpan(directive.scope, delta),
    targets: directive.targets.map((t) => ({ ...t, span: shiftSpan(t.span, delta) })),
    ...(directive.comment && { comment: { ...directive.comment, span: shiftSpan(directive.comment.span, delta) } }),
  };
}
