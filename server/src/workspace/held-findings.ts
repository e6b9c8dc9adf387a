/**
 * Why no finding flickers. While a line is half typed (`    priv`, an open quote, `ports` before its colon) the parser leaves
 * it out or takes what stands below for a part of it, so findings vanish that are true again a key later. A finding that
 * vanished is therefore still shown, at the place to which the edits moved it, as long as all of this holds:
 *
 * - nobody changed the finding's own token or its resource's name;
 * - it stands on the line of the trouble or below, or its resource is the one that the trouble stands in;
 * - the trouble lasts. That is either a text with more syntax problems than when it was last settled, or one that is no
 *   longer recognised for what it was: then until 5 seconds after the last change, 30 seconds in all. Or it is a line that
 *   is being typed, character by character, in a text without problems: until 0.7 seconds after the last character, or
 *   until another line is typed in.
 *
 * Findings that are there are always the fresh ones: only vanishing is put off, held findings offer no fix, and an edit
 * that is more than a typed character (a quick fix, a paste, an undone line) takes effect at once.
 */
import type { FileAnalysis } from '../analysis/types.ts';
import type { Finding } from '../core/finding.ts';
import { overlaps } from '../core/span.ts';
import type { OffsetChange } from './document-store.ts';
import { findingThrough } from './shift-through.ts';

/** How long after the last change of a broken text a vanished finding is still shown, in milliseconds. */
export const HOLD_WHILE_BROKEN = 5_000;
/** How long after the last typed character, where the text is not broken. */
export const HOLD_WHILE_TYPING = 700;
/** How long a file may stay broken under constant typing until its vanished findings go, in milliseconds. */
export const HOLD_AT_MOST = 30_000;

/** An editor may close a bracket or a quote by itself: a typed character is at most two. */
const TYPED_AT_MOST = 2;

/** What is remembered of a file between two analyses. */
export interface Shown {
  /** What the user sees: fresh findings and held ones, by position. */
  readonly findings: readonly Finding[];
  /** The held ones among `findings`. */
  readonly held: ReadonlySet<Finding>;
  /** When the held ones are to go unless something changes, in milliseconds from now. */
  readonly releaseIn: number;
  /** Syntax problems when the file was last settled. */
  readonly settledProblems: number;
  /** Whether it was recognised when it was last settled. */
  readonly recognised: boolean;
  /** When it broke, if it is broken now. */
  readonly brokenSince?: number;
  /** The line in which characters were typed last, from 0. */
  readonly typedLine?: number;
}

/** What to show for a fresh analysis, given what was shown before and the edits in between. `now` in milliseconds. */
export function showFindings(
  fresh: FileAnalysis,
  before: Shown | undefined,
  changes: readonly OffsetChange[],
  now: number,
): Shown {
  const typedLine = lineTypedIn(fresh.file.text, changes) ?? (changes.length === 0 ? before?.typedLine : undefined);
  const settled: Shown = {
    findings: fresh.findings,
    held: new Set(),
    releaseIn: 0,
    settledProblems: fresh.problems.length,
    recognised: fresh.kind !== undefined,
    ...(typedLine !== undefined && { typedLine }),
  };
  if (!before) return settled;
  const lost = before.recognised && fresh.kind === undefined;
  const broken = lost || fresh.problems.length > before.settledProblems;
  if (!broken && typedLine === undefined) return settled;
  const brokenSince = broken ? (before.brokenSince ?? now) : undefined;
  if (brokenSince !== undefined && now - brokenSince >= HOLD_AT_MOST) return settled;

  const isOver = !broken && before.typedLine !== undefined && before.typedLine !== typedLine;
  const troubles = fresh.problems.map((problem) => problem.span.start);
  const last = changes.at(-1);
  if (typedLine !== undefined && last) troubles.push(last.start);
  const still = new Set(fresh.findings.map((finding) => finding.fingerprint));
  const held = before.findings
    .filter((finding) => !still.has(finding.fingerprint) && !(isOver && before.held.has(finding)))
    .flatMap((finding) => findingThrough(finding, changes) ?? [])
    .filter((finding) => !fresh.findings.some((other) => other.rule === finding.rule && overlaps(other.at.span, finding.at.span)))
    .filter((finding) => lost || troubles.some((offset) => isAffected(finding, fresh, offset)));
  if (!broken && held.length === 0) return settled;
  return {
    findings: [...fresh.findings, ...held].sort((a, b) => a.at.span.start - b.at.span.start),
    held: new Set(held),
    releaseIn: broken ? HOLD_WHILE_BROKEN : HOLD_WHILE_TYPING,
    settledProblems: broken ? before.settledProblems : fresh.problems.length,
    recognised: before.recognised,
    ...(brokenSince !== undefined && { brokenSince }),
    ...(typedLine !== undefined && { typedLine }),
  };
}

/** What remains once nothing changed for `releaseIn`: the file is taken as it is. */
export function settle(fresh: FileAnalysis): Shown {
  return showFindings(fresh, undefined, [], 0);
}

/** The line in which nothing but single characters was typed or deleted; undefined for any other change. */
function lineTypedIn(text: string, changes: readonly OffsetChange[]): number | undefined {
  const last = changes.at(-1);
  if (!last || changes.some((c) => c.length > TYPED_AT_MOST || c.end - c.start > TYPED_AT_MOST)) return undefined;
  if (text.slice(last.start, last.start + last.length).includes('\n')) return undefined;
  return text.slice(0, last.start).split('\n').length - 1;
}

/** Whether trouble at `offset` can be why the finding vanished. */
function isAffected(finding: Finding, fresh: FileAnalysis, offset: number): boolean {
  const lineStart = fresh.file.text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  if (finding.at.span.end >= lineStart) return true;
  const { kind, at } = finding.resource;
  const name = at.span.start;
  const isBetween = (start: number): boolean => start > name && start <= offset;
  return (
    name <= offset && !fresh.findings.some((other) => other.resource.kind === kind && isBetween(other.resource.at.span.start))
  );
}
