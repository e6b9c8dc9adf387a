import { minimalEdits } from '../core/diff.ts';
import type { Finding, Fix, FixSafety } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import type { TextEdit } from '../core/text-edit.ts';
import { applyEdits } from '../core/text-edit.ts';
import type { FixAll, FixSelection } from './api.ts';
import type { FileAnalysis } from './types.ts';

/** A resource lacks a dozen hardenings at most, each of which takes a pass of its own at the same place. */
const MAX_PASSES = 25;

const ALLOWED: Readonly<Record<FixSafety, readonly FixSafety[]>> = {
  safe: ['safe'],
  hardening: ['safe', 'hardening'],
  placeholder: ['safe', 'hardening', 'placeholder'],
};

/**
 * Judges, applies the fixes that do not touch each other, and judges again, until nothing is left to fix. Nothing
 * precomputed is used: a neighbour's fix may have changed what this one should do. A fix that would leave the file
 * parsing worse, or as it was before, is not made; to find it among others, they are made one by one.
 */
export const fixAll: FixAll = (engine, file, settings, selection) => {
  let analysis = engine.analyze(file, settings);
  const wanted = selectionOf(analysis, selection);
  const fixed: Finding[] = [];
  const rejected = new Map<string, string>();
  let text = file.text;
  const seen = new Set([text]);
  let oneByOne = false;
  for (let passes = MAX_PASSES; passes > 0; ) {
    const candidates = choose(analysis, wanted, selection.safety, rejected);
    const chosen = oneByOne ? candidates.slice(0, 1) : candidates;
    const [first] = chosen;
    if (!first) break;
    const next = applyEdits(
      text,
      chosen.flatMap(({ fix }) => fix.edits),
    );
    const after = engine.analyze({ ...file, text: next }, settings, analysis);
    if (seen.has(next) || after.problems.length > analysis.problems.length) {
      // Each of them takes a pass of its own now; a rejection changes no text, and so takes none.
      if (chosen.length > 1) passes += chosen.length;
      else rejected.set(first.finding.fingerprint, 'its fix does not work here');
      oneByOne = true;
      continue;
    }
    passes--;
    fixed.push(...chosen.map(({ finding }) => finding));
    seen.add(next);
    text = next;
    analysis = after;
  }
  const skipped = analysis.findings
    .filter(wanted)
    .map((finding) => ({ finding, reason: rejected.get(finding.fingerprint) ?? reasonOf(finding, selection.safety) }));
  return { text, edits: minimalEdits(file.text, text), fixed, skipped };
};

/** Which findings of an analysis a selection is about. */
export function selectionOf(analysis: FileAnalysis, selection: FixSelection): (finding: Finding) => boolean {
  const { rules, ids, resource, absencesOnly, workload } = selection;
  const names = resource
    ? new Set(
        analysis.findings
          .filter((f) => f.resource.at.span.start === resource.start)
          .map((f) => `${f.resource.kind} ${f.resource.name}`),
      )
    : undefined;
  return (finding) =>
    (!rules || rules.includes(finding.rule)) &&
    (!ids || ids.includes(finding.fingerprint)) &&
    (!absencesOnly || finding.absence) &&
    (!names || names.has(`${finding.resource.kind} ${finding.resource.name}`)) &&
    (workload === undefined || finding.resource.name === workload || finding.resource.name.startsWith(`${workload} › `));
}

function choose(
  analysis: FileAnalysis,
  wanted: (f: Finding) => boolean,
  safety: FixSafety,
  rejected: ReadonlyMap<string, string>,
) {
  const chosen: { finding: Finding; fix: Fix }[] = [];
  const taken: TextEdit[] = [];
  for (const finding of analysis.findings) {
    if (!wanted(finding) || rejected.has(finding.fingerprint)) continue;
    const fix = bulkFix(finding, safety);
    if (!fix || fix.edits.some((edit) => taken.some((other) => meets(edit, other)))) continue;
    taken.push(...fix.edits);
    chosen.push({ finding, fix });
  }
  return chosen;
}

/** The first fix that may be taken without asking; fixes that reach into other files need a look. */
export function bulkFix(finding: Finding, safety: FixSafety): Fix | undefined {
  for (const offer of finding.fixes()) {
    if (!isRefusal(offer) && !offer.elsewhere && ALLOWED[safety].includes(offer.safety)) return offer;
  }
  return undefined;
}

/** The first fix that may be taken without asking by who looks at the other files, too, that it reaches into. */
export function fixElsewhere(finding: Finding, safety: FixSafety): (Fix & Required<Pick<Fix, 'elsewhere'>>) | undefined {
  for (const offer of finding.fixes()) {
    if (isRefusal(offer) || !ALLOWED[safety].includes(offer.safety)) continue;
    const { elsewhere } = offer;
    if (elsewhere) return { ...offer, elsewhere };
  }
  return undefined;
}

/** Stricter than a conflict: two fixes that insert at one place may both create the same parent. */
function meets(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

function reasonOf(finding: Finding, safety: FixSafety): string {
  const [offer] = finding.fixes();
  if (!offer) return 'it has no automatic fix';
  if (isRefusal(offer)) return offer.refused;
  if (offer.elsewhere) return 'its fix changes other files';
  if (offer.safety === 'placeholder') return 'its fix has to be completed by hand';
  return safety === 'safe'
    ? `its fix may change how the program runs${offer.caution ? `: ${offer.caution}` : ''}`
    : 'its fix meets another fix';
}
