import type { Comment } from '../core/comment.ts';
import type { Span } from '../core/span.ts';
import { boundAliases } from './expand.ts';
import { parseRaw } from './library.ts';
import type { YamlDocument } from './node.ts';
import { problemOf } from './problems.ts';
import type { RawError, RawNode } from './raw.ts';
import { repair } from './repair.ts';
import { maskTemplates } from './template-mask.ts';
import { restoreTemplates } from './templates.ts';
import { markUnknown } from './unknown-keys.ts';
import { viewOf } from './views.ts';

function mergeErrors(node: RawNode, errors: RawError[]): void {
  if (node.kind === 'seq') for (const item of node.items) mergeErrors(item, errors);
  if (node.kind !== 'map') return;
  for (const { merge, value } of node.entries) {
    mergeErrors(value, errors);
    if (!merge) continue;
    const target = value.kind === 'alias' ? value.target : value;
    const parts = target?.kind === 'seq' ? target.items : [target];
    const bodies = parts.map((part) => (part?.kind === 'alias' ? part.target : part));
    // A body that is not there was reported as an unknown anchor.
    if (bodies.some((body) => body && body.kind !== 'map')) errors.push({ span: value.span, cause: 'bad-merge' });
  }
}

function fromSource(comments: readonly Comment[], source: string): Comment[] {
  return comments.map((c) => ({ ...c, text: source.slice(c.span.start + 1, c.span.end) }));
}

/**
 * Parses one document of a YAML file (see `splitDocuments`) into located nodes. Total and pure; all spans are UTF-16 offsets
 * into `text`. Half-typed lines are hidden so that the rest stays readable, and Go-template actions are masked when
 * `templates` is set or a `{{` is there: what they hide is `masked`, nodes near it are `open` or carry a `template`.
 * Scalars keep their text; aliases and `<<` are resolved on demand. Semantics: YAML 1.2.2 (https://yaml.org/spec/1.2.2/).
 */
export function parseYamlSlice(text: string, options?: { readonly templates?: boolean }): YamlDocument {
  const mask = options?.templates || text.includes('{{') ? maskTemplates(text) : undefined;
  const readable = mask?.text ?? text;
  const first = parseRaw(readable);
  const { raw, hidden } = first.errors.length > 0 ? repair(readable, first) : { raw: first, hidden: [] };
  const masked: Span[] = [...(mask?.blanks ?? []), ...hidden].map((h) => h.span);
  if (mask) restoreTemplates(text, raw.root, mask);
  for (const { span, column } of hidden) markUnknown(text, raw.root, span, column, text.slice(span.start, span.end));
  const errors = [...hidden.map((h) => ({ span: h.span, cause: h.error.cause })), ...raw.errors, ...boundAliases(raw)];
  if (raw.root && text.includes('<<')) mergeErrors(raw.root, errors);
  const problems = errors
    // Blank lines that stand for actions above the first line of a block scalar are no mistake of the user.
    .filter((e) => !mask || e.cause !== 'block-scalar-indent')
    .map(problemOf)
    .sort((a, b) => a.span.start - b.span.start);
  return {
    text,
    ...(raw.root ? { root: viewOf(raw.root) } : {}),
    comments: mask ? fromSource(raw.comments, text) : raw.comments,
    problems,
    masked: masked.sort((a, b) => a.start - b.start),
  };
}
