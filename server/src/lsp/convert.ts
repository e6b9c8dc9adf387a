import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
} from 'vscode-languageserver';
import { vectorOf } from '../core/attack-vector.ts';
import type { SyntaxProblem } from '../core/comment.ts';
import type { Finding } from '../core/finding.ts';
import type { LineIndex } from '../core/line-index.ts';
import type { AnyRule } from '../core/rule.ts';
import type { Severity } from '../core/severity.ts';
import type { Span } from '../core/span.ts';
import type { OfferLabel } from '../workspace/findings-store.ts';
import { groupMessage, type Shown } from './absence-groups.ts';
import { type ClientProfile, pageUri } from './client-profile.ts';
import type { WireFinding } from './protocol.ts';
import { plainText } from './words.ts';

/** The name under which editors list our diagnostics. */
export const SOURCE = 'seaworthy';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  critical: DiagnosticSeverity.Error,
  high: DiagnosticSeverity.Error,
  medium: DiagnosticSeverity.Warning,
  low: DiagnosticSeverity.Information,
  info: DiagnosticSeverity.Hint,
};
const TAG = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** What a conversion needs to know of the file, the rules and the client. */
export interface ConvertContext {
  readonly uri: string;
  readonly lines: LineIndex;
  readonly client: ClientProfile;
  readonly ruleOf: (id: string) => AnyRule | undefined;
  /** Lines of other files that findings point into; undefined when a file is not known, then the place is left out. */
  readonly linesOf: (uri: string) => LineIndex | undefined;
}

/** A span as LSP counts: lines and UTF-16 characters, both from 0. */
export function rangeOf(span: Span, lines: LineIndex): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

export function spanOf(range: Range, lines: LineIndex): Span {
  const start = lines.offsetAt(range.start);
  return { start, end: Math.max(start, lines.offsetAt(range.end)) };
}

/** Where what is shown stands in its own file: the finding's token, or the name of what lacks something. */
export function shownSpan(shown: Shown): Span {
  return shown.kind === 'single' ? ownSpan(shown.finding) : shown.resource.at.span;
}

/** A finding's place in the file it was found in; one that stands in another file is shown on its resource's name. */
function ownSpan(finding: Finding): Span {
  if (finding.at.uri === undefined) return finding.at.span;
  return finding.resource.at.uri === undefined ? finding.resource.at.span : { start: 0, end: 0 };
}

export function diagnosticOf(shown: Shown, context: ConvertContext): Diagnostic {
  return shown.kind === 'single' ? findingDiagnostic(shown.finding, context) : groupDiagnostic(shown, context);
}

function findingDiagnostic(finding: Finding, context: ConvertContext): Diagnostic {
  const { client } = context;
  const page = client.codeDescription ? pageUri(client.options, finding.rule) : undefined;
  const tags = (context.ruleOf(finding.rule)?.tags ?? []).map((tag) => TAG[tag]).filter((tag) => client.tags.includes(tag));
  const related = client.relatedInformation
    ? finding.related.flatMap((r) => relatedOf(r.at.uri, r.at.span, r.message, context))
    : [];
  return {
    range: rangeOf(ownSpan(finding), context.lines),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: plainText(finding.message),
    ...(page !== undefined && { codeDescription: { href: page } }),
    ...(tags.length > 0 && { tags }),
    ...(related.length > 0 && { relatedInformation: related }),
    data: { id: finding.fingerprint },
  };
}

function groupDiagnostic(group: Extract<Shown, { kind: 'group' }>, context: ConvertContext): Diagnostic {
  const parts = context.client.relatedInformation
    ? { relatedInformation: group.findings.flatMap((f) => relatedOf(undefined, f.at.span, `${f.message} (${f.rule})`, context)) }
    : {};
  const list = context.client.relatedInformation
    ? ''
    : `:\n${group.findings.map((f) => `- ${f.message} (${f.rule})`).join('\n')}`;
  return {
    range: rangeOf(group.resource.at.span, context.lines),
    severity: SEVERITY[group.severity],
    code: 'missing-hardening',
    source: SOURCE,
    message: context.client.localise(plainText(groupMessage(group))) + plainText(list),
    ...parts,
    data: { ids: group.findings.map((f) => f.fingerprint) },
  };
}

function relatedOf(
  other: string | undefined,
  span: Span,
  message: string,
  context: ConvertContext,
): DiagnosticRelatedInformation[] {
  const lines = other === undefined ? context.lines : context.linesOf(other);
  return lines ? [{ location: { uri: other ?? context.uri, range: rangeOf(span, lines) }, message: plainText(message) }] : [];
}

/** A place where a config is wrong. */
export function problemDiagnostic(problem: SyntaxProblem, lines: LineIndex): Diagnostic {
  return {
    range: rangeOf(problem.span, lines),
    severity: DiagnosticSeverity.Error,
    code: problem.code,
    source: SOURCE,
    message: plainText(problem.message),
  };
}

/** A finding as the tree shows it. */
export function wireFinding(
  finding: Finding,
  label: OfferLabel | undefined,
  rule: AnyRule | undefined,
  lines: LineIndex,
): WireFinding {
  return {
    id: finding.fingerprint,
    rule: finding.rule,
    ruleTitle: rule?.title ?? finding.rule,
    severity: finding.severity,
    category: rule?.category ?? 'best-practice',
    vector: rule ? vectorOf(rule) : 'other',
    message: finding.message,
    range: rangeOf(ownSpan(finding), lines),
    resource: finding.resource.name,
    resourceKind: finding.resource.kind,
    absence: finding.absence,
    ...(label && ('refused' in label ? { noFix: label.refused } : { fix: label })),
  };
}
