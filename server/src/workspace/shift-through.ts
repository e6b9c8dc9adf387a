import type { Finding } from '../core/finding.ts';
import type { Span } from '../core/span.ts';
import type { At } from '../core/value.ts';
import type { OffsetChange } from './document-store.ts';

/**
 * Where a span stands after changes that did not touch it; undefined when one did. Typing directly before or behind the
 * span does not touch it, replacing or deleting a character of it does.
 */
export function spanThrough(span: Span, changes: readonly OffsetChange[]): Span | undefined {
  let { start, end } = span;
  for (const change of changes) {
    const inserts = change.start === change.end;
    const touches = inserts ? change.start > start && change.start < end : change.start < end && change.end > start;
    if (touches) return undefined;
    if (change.end > start) continue;
    const delta = change.length - (change.end - change.start);
    start += delta;
    end += delta;
  }
  return { start, end };
}

/** The place after the changes; a place in another file stays. Undefined when its token was changed. */
function atThrough(at: At, changes: readonly OffsetChange[]): At | undefined {
  if (at.uri !== undefined) return at;
  const span = spanThrough(at.span, changes);
  return span && { span, route: at.route };
}

/**
 * A finding of an earlier text, moved to where its token stands now, without fixes (their edits were for the earlier text).
 * Undefined when its token or its resource's name was changed: then it is the user's edit that ended it.
 */
export function findingThrough(finding: Finding, changes: readonly OffsetChange[]): Finding | undefined {
  const at = atThrough(finding.at, changes);
  const named = atThrough(finding.resource.at, changes);
  if (!at || !named) return undefined;
  const related = finding.related.flatMap((r) => {
    const place = atThrough(r.at, changes);
    return place ? [{ ...r, at: place }] : [];
  });
  return { ...finding, at, related, resource: { ...finding.resource, at: named }, fixes: () => [] };
}
