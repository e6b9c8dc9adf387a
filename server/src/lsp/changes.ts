import type { IgnoreScope } from '../analysis/api.ts';
import type { FileAnalysis } from '../analysis/types.ts';
import { minimalEdits } from '../core/diff.ts';
import type { Finding, Fix, FixSafety } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import type { Span } from '../core/span.ts';
import type { TextEdit } from '../core/text-edit.ts';
import { applyEdits, sortEdits } from '../core/text-edit.ts';
import type { AnalysisDoors } from '../workspace/analysis-doors.ts';
import { bestOffer } from '../workspace/findings-store.ts';
import type { Judged } from '../workspace/judged.ts';
import { spanThrough } from '../workspace/shift-through.ts';
import type { FileEdits } from './workspace-edit.ts';

/** What a user asks for; findings by id, so that it can be computed again for a newer text. */
export type ChangeRequest =
  | { readonly type: 'fix'; readonly id: string; readonly offer?: number }
  | { readonly type: 'ignore'; readonly id: string; readonly scope: IgnoreScope }
  | { readonly type: 'ignore-all'; readonly ids: readonly string[]; readonly scope: IgnoreScope }
  | { readonly type: 'fix-rule'; readonly rule: string; readonly safety: FixSafety }
  | { readonly type: 'ignore-in-config'; readonly id: string; readonly reach: ConfigReach }
  | { readonly type: 'baseline'; readonly ids: readonly string[] }
  | { readonly type: 'harden'; readonly id: string }
  | { readonly type: 'fix-safe' };

/** How far an entry of the config reaches: the file, all in its folder, or all that the config governs. */
export type ConfigReach = 'file' | 'folder' | 'project';

/** The requests that change the judged file itself. */
export type FileRequest = Exclude<ChangeRequest, { readonly type: 'ignore-in-config' | 'baseline' }>;

/** A change that can be made now, or why not. */
export type Change =
  | {
      readonly edits: FileEdits;
      /** The text after the edits, and what to select in it: of the judged file, unless `selectIn` names another. */
      readonly after: string;
      readonly select?: Span;
      readonly selectIn?: string;
      /** Files that are not there yet and are edited all the same. */
      readonly creates?: readonly string[];
    }
  | { readonly refused: string };

export const GONE = 'This finding is no longer there.';

/** Computes a change from a file's current text. */
export function changeOf(doors: AnalysisDoors, judged: Judged, request: FileRequest): Change {
  switch (request.type) {
    case 'fix-safe':
      return bulkChange(doors, judged, { safety: 'safe' });
    case 'fix-rule':
      return bulkChange(doors, judged, { safety: request.safety, rules: [request.rule] });
    case 'ignore-all':
      return ignoreAllChange(doors, judged, request.ids, request.scope);
    default: {
      const finding = judged.analysis.findings.find((f) => f.fingerprint === request.id);
      if (!finding) return { refused: GONE };
      if (request.type === 'ignore') return ignoreChange(doors, judged, finding, request.scope);
      if (request.type === 'harden')
        return bulkChange(doors, judged, { safety: 'hardening', resource: finding.resource.at.span, absencesOnly: true });
      return fixChange(judged, finding, request.offer);
    }
  }
}

function bulkChange(doors: AnalysisDoors, judged: Judged, selection: Parameters<AnalysisDoors['fixAll']>[3]): Change {
  const outcome = doors.fixAll(doors.engine, judged.analysis.file, judged.settings, selection);
  if (outcome.edits.length === 0) return { refused: outcome.skipped[0]?.reason ?? 'There is nothing to fix.' };
  return { edits: new Map([[judged.uri, outcome.edits]]), after: outcome.text };
}

/** The ignore comment for a finding of an analysis; refused where the project lets no comment silence anything. */
export function ignoreEdit(
  doors: AnalysisDoors,
  { settings }: Judged,
  analysis: FileAnalysis,
  finding: Finding,
  scope: IgnoreScope,
): ReturnType<AnalysisDoors['editToIgnore']> {
  if (settings.allowInlineIgnore === 'never')
    return { refused: 'The config does not let comments ignore anything: `allowInlineIgnore: never`.' };
  return doors.editToIgnore(analysis, finding, scope);
}

function ignoreChange(doors: AnalysisDoors, judged: Judged, finding: Finding, scope: IgnoreScope): Change {
  const edit = ignoreEdit(doors, judged, judged.analysis, finding, scope);
  if ('refused' in edit) return edit;
  return { edits: new Map([[judged.uri, edit.edits]]), after: applyEdits(judged.text, edit.edits), select: edit.select };
}

/**
 * Ignores several findings, one after the other, so that a rule joins the comment that the one before it left. A finding that
 * is written outside of its resource is ignored where it stands.
 */
function ignoreAllChange(doors: AnalysisDoors, judged: Judged, ids: readonly string[], scope: IgnoreScope): Change {
  let { analysis } = judged;
  let select: Span | undefined;
  let refused = GONE;
  for (const id of ids) {
    const finding = analysis.findings.find((f) => f.fingerprint === id);
    // Silenced along with one before it.
    if (!finding) continue;
    const wanted = ignoreEdit(doors, judged, analysis, finding, scope);
    const edit = 'refused' in wanted && scope === 'resource' ? ignoreEdit(doors, judged, analysis, finding, 'line') : wanted;
    if ('refused' in edit) {
      refused = edit.refused;
      continue;
    }
    const changes = edit.edits.map(({ span, text }) => ({ ...span, length: text.length }));
    select = select ? spanThrough(select, changes) : edit.select;
    const text = applyEdits(analysis.file.text, edit.edits);
    analysis = doors.engine.analyze({ ...analysis.file, text }, judged.settings, analysis);
  }
  const { text } = analysis.file;
  if (text === judged.text) return { refused };
  return { edits: new Map([[judged.uri, minimalEdits(judged.text, text)]]), after: text, ...(select && { select }) };
}

function fixChange(judged: Judged, finding: Finding, index: number | undefined): Change {
  const offers = finding.fixes();
  const offer = index === undefined ? (bestOffer(finding) ?? offers[0]) : offers[index];
  if (!offer) return { refused: 'There is no automatic fix for this.' };
  if (isRefusal(offer)) return { refused: offer.refused };
  const edits = new Map<string, readonly TextEdit[]>([...(offer.elsewhere ?? [])]);
  if (offer.edits.length > 0) edits.set(judged.uri, offer.edits);
  const select = selectionOf(offer);
  return { edits, after: applyEdits(judged.text, offer.edits), ...(select && { select }) };
}

/** Where the placeholder of a fix stands in the text after its edits: looked for only in what the edits bring in. */
function selectionOf(fix: Fix): Span | undefined {
  if (fix.select === undefined || fix.select === '') return undefined;
  let delta = 0;
  for (const edit of sortEdits(fix.edits)) {
    const at = edit.text.indexOf(fix.select);
    const start = edit.span.start + delta + at;
    if (at >= 0) return { start, end: start + fix.select.length };
    delta += edit.text.length - (edit.span.end - edit.span.start);
  }
  return undefined;
}
