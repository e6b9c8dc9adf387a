import type { Finding } from '../../core/finding.ts';
import { LineIndex } from '../../core/line-index.ts';
import type { Span } from '../../core/span.ts';
import { parseDockerfile } from '../../dockerfile/syntax/parse.ts';
import type { YamlNode, YamlPair, YamlSlice } from '../../yaml/node.ts';
import { parseYamlSlice } from '../../yaml/parse.ts';
import { splitDocuments } from '../../yaml/slices.ts';
import type { EditToIgnore, IgnoreEdit } from '../api.ts';
import { looksLikeJson } from '../detect.ts';
import { PLACEHOLDER } from './policy.ts';

/** It is selected. */
const REASON = PLACEHOLDER;

/**
 * The ignore comment for a finding: above its instruction or node (`line`), above its resource, or at the head of the file.
 * Where an ignore comment stands there already, the rule joins it.
 */
export const editToIgnore: EditToIgnore = (analysis, finding, scope) => {
  const { text } = analysis.file;
  const { rule } = finding;
  if (analysis.kind === 'dockerfile') {
    const head = dockerfileHead(text);
    // Above a parser directive a comment would switch it off.
    if (scope === 'file' || finding.at.span.start < head) return fileComment(text, rule, head);
    return dockerfileComment(text, finding, scope);
  }
  if (looksLikeJson(text)) return { refused: 'JSON has no comments: switch the rule off in `.seaworthy.yaml` for this path.' };
  if (scope === 'file') return fileComment(text, rule, headOf(text));
  const place = scope === 'line' ? linePlace(text, finding.at.span) : resourcePlace(text, finding);
  if (place === undefined)
    return { refused: `It is written outside of \`${finding.resource.name}\`: ignore it where it stands.` };
  return place.trailing ? trailingComment(text, rule, place.offset) : lineComment(text, rule, place.offset);
};

/** Offset behind a byte order mark. */
function headOf(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

function newline(text: string): string {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}

function inserted(offset: number, before: string, after: string): IgnoreEdit {
  const start = offset + before.length;
  return {
    edits: [{ span: { start: offset, end: offset }, text: before + REASON + after }],
    select: { start, end: start + REASON.length },
  };
}

function lineComment(text: string, rule: string, offset: number): IgnoreEdit {
  const lines = new LineIndex(text);
  const start = Math.max(headOf(text), lines.lineStart(lines.lineAt(offset)));
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const above = lines.lineAt(start) > 0 ? text.slice(lines.lineStart(lines.lineAt(start) - 1), start) : '';
  const own = /^[ \t]*#\s*seaworthy-ignore[ \t]+([^\n]*?)(?=[ \t]*--|[ \t]*\r?\n)/.exec(above);
  if (own) return joined(start - above.length + own[0].length, rule);
  return inserted(start, `${indent}# seaworthy-ignore ${rule} -- `, newline(text));
}

function joined(offset: number, rule: string): IgnoreEdit {
  const addition = `, ${rule}`;
  return {
    edits: [{ span: { start: offset, end: offset }, text: addition }],
    select: { start: offset + 2, end: offset + addition.length },
  };
}

/** At the end of the offset's line; a comment that stands there already follows as part of the reason. */
function trailingComment(text: string, rule: string, offset: number): IgnoreEdit {
  const slice = sliceAt(text, offset);
  const lines = new LineIndex(text);
  const line = lines.lineAt(offset);
  const comment = parseYamlSlice(slice.text).comments.find((c) => lines.lineAt(c.span.start + slice.base) === line);
  if (!comment) return inserted(lines.lineEnd(line), ` # seaworthy-ignore ${rule} -- `, '');
  const own = /^#\s*seaworthy-ignore[ \t]+([^\n]*?)(?=[ \t]*--|[ \t]*$)/.exec(`#${comment.text}`);
  const start = comment.span.start + slice.base;
  return own ? joined(start + own[0].length, rule) : inserted(start, `# seaworthy-ignore ${rule} -- `, ' ');
}

function fileComment(text: string, rule: string, head: number): IgnoreEdit {
  const own = /^#\s*seaworthy-ignore-file[ \t]+([^\n]*?)(?=[ \t]*--|[ \t]*\r?\n|$)/m.exec(text.slice(head, head + 2000));
  if (own) return joined(head + own.index + own[0].length, rule);
  return inserted(head, `# seaworthy-ignore-file ${rule} -- `, newline(text));
}

/** Behind the parser directives, which a comment above them would switch off. */
function dockerfileHead(text: string): number {
  const last = parseDockerfile(text).directives.at(-1);
  if (!last) return headOf(text);
  const lines = new LineIndex(text);
  return lines.lineStart(lines.lineAt(last.span.start) + 1);
}

/** Above the instruction that holds the token, or above the FROM of the stage that holds it. */
function dockerfileComment(
  text: string,
  finding: Finding,
  scope: 'line' | 'resource',
): IgnoreEdit | { readonly refused: string } {
  const { instructions } = parseDockerfile(text);
  const holds = (at: Span) => instructions.findIndex((i) => i.span.start <= at.start && at.start <= i.span.end);
  const line = holds(finding.at.span);
  if (scope === 'line') return lineComment(text, finding.rule, instructions[line]?.span.start ?? finding.at.span.start);
  const head = holds(finding.resource.at.span);
  const inStage =
    instructions[head]?.keyword === 'FROM' && !instructions.slice(head + 1, line + 1).some((i) => i.keyword === 'FROM');
  if (head > line || (head < line && !inStage)) {
    return { refused: `It is written outside of \`${finding.resource.name}\`: ignore it where it stands.` };
  }
  return lineComment(text, finding.rule, instructions[head]?.span.start ?? finding.resource.at.span.start);
}

interface Place {
  readonly offset: number;
  /** At the end of the line, where a comment above it would reach further. */
  readonly trailing: boolean;
}

function sliceAt(text: string, offset: number): YamlSlice {
  return splitDocuments(text).findLast((s) => s.base <= offset) ?? { base: 0, text };
}

/** The line of the innermost block entry that holds the token; above the document's first line, a comment holds for all of it. */
function linePlace(text: string, span: Span): Place {
  const slice = sliceAt(text, span.start);
  const { root } = parseYamlSlice(slice.text);
  const offset = span.start - slice.base;
  const entry = root ? entriesAround(root, offset).at(-1) : undefined;
  const start = entry?.span.start ?? offset;
  const isFirst = root !== undefined && start <= root.span.start;
  return { offset: slice.base + start, trailing: isFirst && entry !== undefined && endsOnItsLine(slice.text, entry) };
}

/** The entry that holds the whole resource and the token; undefined when the resource does not hold it. */
function resourcePlace(text: string, finding: Finding): Place | undefined {
  const slice = sliceAt(text, finding.at.span.start);
  const { root } = parseYamlSlice(slice.text);
  const name = finding.resource.at.span.start - slice.base;
  if (!root || name < 0 || name >= slice.text.length) return undefined;
  const ofName = entriesAround(root, name);
  const ofToken = entriesAround(root, finding.at.span.start - slice.base);
  let shared = ofName.filter((entry, i) => entry.span.start === ofToken[i]?.span.start);
  // A service is named by its key; anything else by a pair of its own, which is not all of it.
  if (finding.resource.kind === 'service') {
    if (shared.length < ofName.length) return undefined;
  } else if (shared.length === ofName.length) shared = shared.slice(0, -1);
  return { offset: slice.base + (shared.at(-1)?.span.start ?? root.span.start), trailing: false };
}

interface Entry {
  readonly span: Span;
  readonly value: YamlNode;
}

/** Whether a comment can stand at the end of the line on which the entry starts: not inside of a scalar. */
function endsOnItsLine(text: string, { span, value }: Entry): boolean {
  if (value.kind !== 'scalar') return true;
  return value.style !== 'literal' && value.style !== 'folded' && !text.slice(span.start, span.end).includes('\n');
}

/** The pairs and items of block collections that hold the offset, outermost first: none inside a flow collection or a scalar. */
function entriesAround(root: YamlNode, offset: number): Entry[] {
  const found: Entry[] = [];
  for (let node: YamlNode | undefined = root; node && node.kind !== 'scalar' && !node.flow; ) {
    const entries: Entry[] =
      node.kind === 'map'
        ? node.pairs.filter((p) => !p.via).map((p) => ({ span: pairSpan(p), value: p.value }))
        : node.items.filter((i) => !i.via).map((i) => ({ span: i.span, value: i }));
    const around = entries.find(({ span }) => offset >= span.start && offset <= span.end);
    if (around) found.push(around);
    node = around && !around.value.via ? around.value : undefined;
  }
  return found;
}

/** From the key to the end of what stands behind it: of an alias, the alias. */
function pairSpan(pair: YamlPair): Span {
  return { start: pair.span.start, end: pair.value.via ? pair.span.end : Math.max(pair.span.end, pair.value.span.end) };
}
