import type { SyntaxProblem } from '../core/comment.ts';
import type { Finding } from '../core/finding.ts';
import { NO_NEIGHBOURS } from '../core/neighbours.ts';
import type { AnyRule } from '../core/rule.ts';
import { shiftSpan } from '../core/span.ts';
import { ParsedFiles } from '../kubernetes/helm/chart.ts';
import { isKustomizePatch } from '../kubernetes/kustomize.ts';
import type { FileFacts } from '../project/facts.ts';
import { type ProjectVisitors, walkUnit } from '../project/rule.ts';
import { buildUnit } from '../project/unit.ts';
import { splitDocuments } from '../yaml/slices.ts';
import type { Engine } from './api.ts';
import { bindFamily, Collector } from './collector.ts';
import { readConfig } from './config/read.ts';
import { detectKind } from './detect.ts';
import type { Reads } from './neighbours.ts';
import { givesTheSame, neighbourUri, RecordedNeighbours, readsByUri } from './neighbours.ts';
import { shiftFinding } from './shift.ts';
import type { SliceAnalysis } from './slice.ts';
import { analyzeSlice } from './slice.ts';
import { evaluatePodsOf, fileFacts } from './slice-project.ts';
import { applyDirectives, TargetIndex } from './suppressions/apply.ts';
import type { Directive } from './suppressions/directive.ts';
import { silencedOutside } from './suppressions/outside.ts';
import { policed } from './suppressions/policy.ts';
import { refusedFindings, unusedFindings } from './suppressions/unused.ts';
import type { FileAnalysis, FileKind, FileSettings, SourceFile } from './types.ts';

const UNUSED_SUPPRESSION = 'seaworthy/unused-suppression';

/** Slices of the last analysis, by their text: what has not changed is not judged again. */
interface Kept {
  readonly kind: FileKind | undefined;
  readonly settings: FileSettings;
  readonly slices: ReadonlyMap<string, SliceAnalysis>;
}

/**
 * An analysis with what is kept of it. It hangs on the analysis itself: to a collection of young objects, all values of an old
 * `WeakMap` are alive.
 */
class KeptAnalysis {
  #kept: Kept | undefined;

  static of(analysis: FileAnalysis, kept: Kept): FileAnalysis {
    const holder = Object.assign(new KeptAnalysis(), analysis);
    holder.#kept = kept;
    return holder;
  }

  static keptOf(analysis: FileAnalysis | undefined): Kept | undefined {
    return analysis instanceof KeptAnalysis ? analysis.#kept : undefined;
  }
}

/** Builds the engine over a set of rules. What it keeps hangs on the analyses it gave out; only parsed files of charts are shared. */
export function createEngine(rules: readonly AnyRule[]): Engine {
  const index = new TargetIndex(rules);
  const chartFiles = new ParsedFiles();

  function analyze(file: SourceFile, settings: FileSettings, previous?: FileAnalysis): FileAnalysis {
    const kind = detectKind(file.uri, file.text, file.languageId);
    if (kind === undefined) return { file, kind, findings: [], suppressed: [], problems: [], crashes: [] };
    if (kind === 'config') return analyzeConfig(file, rules);
    const before = KeptAnalysis.keptOf(previous);
    const usable = before?.kind === kind && before.settings === settings ? before.slices : undefined;
    const scripts = kind === 'dockerfile' ? before?.slices.values().next().value?.scripts : undefined;
    const neighbours = file.neighbours ?? NO_NEIGHBOURS;
    const keptOf = (text: string): SliceAnalysis | undefined => {
      const slice = usable?.get(text);
      return slice && givesTheSame(slice.reads, neighbours) ? slice : undefined;
    };
    const around = { uri: file.uri, neighbours, scripts, chartFiles };
    const ofFile = new RecordedNeighbours(neighbours);
    const patch = kind === 'kubernetes' && isKustomizePatch(file.uri, ofFile);
    const slices = new Map<string, SliceAnalysis>();
    const parts = (kind === 'dockerfile' ? [{ base: 0, text: file.text }] : splitDocuments(file.text)).map(({ base, text }) => {
      const slice = slices.get(text) ?? keptOf(text) ?? analyzeSlice(kind, text, settings, around);
      slices.set(text, slice);
      return { base, slice: patch ? withoutAbsences(slice) : slice };
    });
    return KeptAnalysis.of(assemble(file, kind, settings, parts, ofFile.reads, index), { kind, settings, slices });
  }

  function letGo(analysis: FileAnalysis): void {
    for (const slice of KeptAnalysis.keptOf(analysis)?.slices.values() ?? []) slice.letGo();
  }

  return { rules, analyze, letGo };
}

function assemble(
  file: SourceFile,
  kind: FileKind,
  settings: FileSettings,
  parts: readonly { readonly base: number; readonly slice: SliceAnalysis }[],
  ofFile: Reads,
  index: TargetIndex,
): FileAnalysis {
  const resolve = (path: string) => neighbourUri(file.uri, path);
  const findings = parts.flatMap(({ base, slice }) => {
    const others = slice.reads.size > 0 ? resolve : undefined;
    return slice.findings.map((f) => shiftFinding(f, base, others));
  });
  const facts = kind === 'kubernetes' ? fileFacts(file.uri, parts) : undefined;
  const together = facts && judgeUnit(file, facts, settings, parts);
  if (together) findings.push(...together.findings);
  const reads = readsByUri(file.uri, [ofFile, ...parts.map(({ slice }) => slice.reads)]);
  const written = settings.suppressions
    ? parts.flatMap(({ base, slice }) => slice.directives.map((d) => shiftDirective(d, base)))
    : [];
  const { honoured: directives, refused } = policed(written, settings.allowInlineIgnore);
  const judged = applyDirectives(findings, directives, index);
  const all = [...judged.kept];
  const setting = settings.rules.find(({ rule }) => rule.id === UNUSED_SUPPRESSION);
  if (setting && judged.unused.length > 0) {
    const isRunning = (id: string) => file.unit !== null || !id.startsWith('project/');
    const running = new Set(settings.rules.map(({ rule }) => rule.id).filter(isRunning));
    const leftovers = unusedFindings(judged.unused, index, running, setting, file.text);
    all.push(...applyDirectives(leftovers, directives, index).kept);
  }
  if (setting) all.push(...refusedFindings(refused, setting, file.text));
  const { kept, suppressed } = silencedOutside(numbered(all.sort(byPosition)), settings);
  return {
    file,
    kind,
    findings: kept,
    suppressed: [...judged.suppressed, ...suppressed],
    problems: parts.flatMap(({ base, slice }) => slice.problems.map((p) => shiftProblem(p, base))),
    crashes: [...parts.flatMap(({ slice }) => slice.crashes), ...(together?.crashes ?? [])],
    ...(reads && { reads }),
    ...(facts && { facts }),
  };
}

/** A patch says only what it changes: nothing is missing in it, and it is no object beside others. */
function withoutAbsences({ project: _, ...slice }: SliceAnalysis): SliceAnalysis {
  return { ...slice, findings: slice.findings.filter((finding) => !finding.absence) };
}

/** What only several objects show, those of other files among them. */
function judgeUnit(
  { unit }: SourceFile,
  facts: FileFacts,
  settings: FileSettings,
  parts: readonly { readonly base: number; readonly slice: SliceAnalysis }[],
): Collector | undefined {
  if (unit === null) return undefined;
  const collector = new Collector(settings.environment);
  const rules = bindFamily<ProjectVisitors>(collector, settings.rules, 'project');
  if (rules.length > 0) walkUnit(buildUnit(facts, unit?.beside ?? [], unit?.elsewhere ?? [], evaluatePodsOf(parts)), rules);
  return collector;
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
    ...(directive.annotation && { annotation: shiftWritten(directive.annotation, delta) }),
  };
}

function shiftWritten({ words, removal }: Directive['annotation'] & {}, delta: number): Directive['annotation'] & {} {
  return { removal: shiftSpan(removal, delta), ...(words && { words: shiftSpan(words, delta) }) };
}
