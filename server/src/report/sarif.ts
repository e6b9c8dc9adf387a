import type { SuppressedFinding } from '../analysis/types.ts';
import type { Finding, Fix } from '../core/finding.ts';
import type { AnyRule, Equivalent } from '../core/rule.ts';
import type { Severity } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { TextEdit } from '../core/text-edit.ts';
import { otherFile } from './other-file.ts';
import type { Region, ReportedFile, Reporter, ScanResult } from './result.ts';
import { madeFixes, regionOf } from './result.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
/** Read by GitHub code scanning: https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning */
const SCORES: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0', info: '1.0' };

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) with fixes, fingerprints, suppressed results,
 * the rules' help, and the equivalent checks of other tools as taxonomies. Suppressed results are those that our own comments
 * or the baseline accept; what another tool's comment silences is that tool's to tell, and no result of ours.
 */
export const sarifReport: Reporter = (result) => {
  const ruleIndex = new Map(result.rules.map((rule, i) => [rule.id, i]));
  const taxonomies = taxonomiesOf(result.rules);
  const byUri = new Map(result.files.map((file) => [file.uri, file]));
  const placeIn = (file: ReportedFile): PlaceOf => placesOf(file, byUri);
  const results = result.files.flatMap((file) => [
    ...file.analysis.findings.map((finding) => resultOf(finding, ruleIndex, placeIn(file))),
    ...file.analysis.suppressed
      .filter(({ by }) => by.source === 'seaworthy' || by.kind === 'baseline')
      .map((s) => ({ ...resultOf(s.finding, ruleIndex, placeIn(file)), suppressions: [suppressionOf(file, s)] })),
  ]);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Seaworthy',
            semanticVersion: result.version,
            rules: result.rules.map((rule) => ruleOf(rule, taxonomies, result.pageOf(rule.id))),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder in which the scan was started.' } } },
        taxonomies: taxonomies.map(({ name, taxa }) => ({ name, isComprehensive: false, taxa: taxa.map((id) => ({ id })) })),
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [...result.skipped.map(skippedOf), ...result.files.flatMap(problemsOf)],
          },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
};

interface Taxonomy {
  readonly name: string;
  readonly taxa: readonly string[];
}

function taxonomiesOf(rules: readonly AnyRule[]): Taxonomy[] {
  const ids = new Map<string, Set<string>>();
  for (const rule of rules)
    for (const [tool, list] of Object.entries(rule.equivalents)) {
      const known = ids.get(tool) ?? new Set();
      ids.set(tool, known);
      for (const { id } of list ?? []) known.add(id);
    }
  return [...ids].map(([name, taxa]) => ({ name, taxa: [...taxa] }));
}

/** How SARIF (§3.53.3) says our relations. */
const KINDS: Readonly<Record<Equivalent['relation'], string>> = {
  equal: 'equal',
  wider: 'subset',
  narrower: 'superset',
  related: 'relevant',
};

function ruleOf(rule: AnyRule, taxonomies: readonly Taxonomy[], page: ReturnType<ScanResult['pageOf']>) {
  const relationships = taxonomies.flatMap(({ name, taxa }, toolIndex) =>
    (rule.equivalents[name as keyof AnyRule['equivalents']] ?? []).map((e) => ({
      target: { id: e.id, index: taxa.indexOf(e.id), toolComponent: { name, index: toolIndex } },
      kinds: [KINDS[e.relation]],
    })),
  );
  const help = page ? [page.finds, page.why, page.fix].join('\n\n') : rule.title;
  return {
    id: rule.id,
    name: rule.title,
    shortDescription: { text: rule.title },
    fullDescription: { text: page?.finds || rule.title },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      tags: ['security', rule.category, ...rule.references.map((r) => r.title)].filter((tag, i, all) => all.indexOf(tag) === i),
      precision: rule.confidence,
      'security-severity': SCORES[rule.severity],
    },
    ...(relationships.length > 0 && { relationships }),
  };
}

/** Where a span is, in the judged file unless `uri` names another; without a region when the other's text is not known. */
type PlaceOf = (span: Span, uri?: string) => { readonly artifactLocation: object; readonly region?: Region };

function placesOf(file: ReportedFile, byUri: ReadonlyMap<string, ReportedFile>): PlaceOf {
  return (span, uri) => {
    if (uri === undefined) return { artifactLocation: artifact(file), region: regionOf(file.analysis, span) };
    const other = otherFile(uri, file, byUri);
    const region = other.regionOf(span);
    return { artifactLocation: artifact(other), ...(region && { region }) };
  };
}

function resultOf(finding: Finding, ruleIndex: ReadonlyMap<string, number>, placeOf: PlaceOf) {
  const fixes = madeFixes(finding).flatMap((fix) => fixOf(fix, placeOf));
  return {
    ruleId: finding.rule,
    ...(ruleIndex.has(finding.rule) && { ruleIndex: ruleIndex.get(finding.rule) }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: placeOf(finding.at.span),
        logicalLocations: [{ name: finding.resource.name, kind: finding.resource.kind }],
      },
    ],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((r, id) => ({
        id,
        message: { text: r.message },
        physicalLocation: placeOf(r.at.span, r.at.uri),
      })),
    }),
    partialFingerprints: { 'seaworthy/v1': finding.fingerprint },
    ...(fixes.length > 0 && { fixes }),
    properties: { severity: finding.severity, confidence: finding.confidence },
  };
}

/** A fix with what it changes in each file; none when it reaches into a file whose text is not known. */
function fixOf(fix: Fix, placeOf: PlaceOf): object[] {
  const own: [undefined, readonly TextEdit[]][] = fix.edits.length > 0 ? [[undefined, fix.edits]] : [];
  const changes = [...own, ...(fix.elsewhere ?? [])].map(([uri, edits]) => {
    const places = edits.map((edit) => ({ ...placeOf(edit.span, uri), text: edit.text }));
    return {
      isKnown: places.every(({ region }) => region !== undefined),
      artifactLocation: places[0]?.artifactLocation,
      replacements: places.map(({ region, text }) => ({ deletedRegion: region, insertedContent: { text } })),
    };
  });
  if (changes.length === 0 || changes.some(({ isKnown }) => !isKnown)) return [];
  return [
    {
      description: { text: fix.safety === 'safe' ? fix.title : `${fix.title} (${fix.safety})` },
      artifactChanges: changes.map(({ artifactLocation, replacements }) => ({ artifactLocation, replacements })),
    },
  ];
}

function suppressionOf(file: ReportedFile, { by }: SuppressedFinding) {
  return {
    kind: by.kind === 'baseline' ? 'external' : 'inSource',
    status: 'accepted',
    ...(by.reason && { justification: by.reason }),
    // Only what stands in the judged file has a place in it.
    ...(by.kind !== 'baseline' && {
      location: { physicalLocation: { artifactLocation: artifact(file), region: regionOf(file.analysis, by.span) } },
    }),
  };
}

/** Relative to the start of the scan; a file outside of it by its whole URI. */
function artifact({ path, uri }: { readonly path: string; readonly uri: string }) {
  if (path === uri || path.startsWith('../') || /^(?:\/|[A-Za-z]:)/.test(path)) return { uri };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}

function skippedOf({ path, reason }: ScanResult['skipped'][number]) {
  return { level: 'warning', message: { text: `${path} was skipped: ${reason}` } };
}

function problemsOf(file: ReportedFile) {
  return file.analysis.problems.map(({ message, span }) => ({
    level: 'warning',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file), region: regionOf(file.analysis, span) } }],
  }));
}
