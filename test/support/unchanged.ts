import { parseAllDocuments } from 'yaml';
import type { FileKind } from '../../server/src/analysis/index.ts';
import type { Route } from '../../server/src/core/value.ts';
import { parseDockerfile } from '../../server/src/dockerfile/syntax/parse.ts';

/** Data of a YAML text with the touched routes taken out; undefined when the text does not parse. */
function remainder(text: string, touches: readonly Route[], document: number): unknown {
  const parsed = parseAllDocuments(text, { uniqueKeys: false, merge: true, logLevel: 'silent', customTags: [] });
  if (!Array.isArray(parsed) || parsed.some((d) => d.errors.length > 0)) return undefined;
  return parsed.map((d, i) => {
    const data: unknown = d.toJS({ maxAliasCount: -1 });
    return i === document ? touches.reduce((rest, route) => without(rest, route), data) : data;
  });
}

/** Takes a route out; a parent that is empty then goes too, since a fix may have made or dropped it. */
function without(data: unknown, route: Route): unknown {
  const [head, ...tail] = route;
  if (head === undefined) return undefined;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) {
    if (tail.length === 0) return data.filter((_, i) => i !== head);
    return data.map((v, i) => (i === head ? without(v, tail) : v));
  }
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (key !== String(head)) rest[key] = value;
    else if (tail.length > 0) {
      const left = without(value, tail);
      if (!isEmpty(left)) rest[key] = left;
    }
  }
  return rest;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** Drops empty mappings and lists everywhere: `environment: {}` and no environment are the same to every consumer. */
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([k, v]) => [k, pruned(v)] as const);
  return Object.fromEntries(entries.filter(([, v]) => !isEmpty(v)));
}

/**
 * Law L3: whatever a fix says it touches, the rest is the same. YAML is compared as data without the touched routes; of a
 * Dockerfile, the instructions that are not touched follow each other unchanged. Gives the difference, or undefined.
 */
export function differenceOutside(
  kind: FileKind | undefined,
  before: string,
  after: string,
  touches: readonly Route[],
  at: number,
): unknown {
  if (kind === 'dockerfile') {
    const touched = new Set(touches.map((route) => route[0]));
    const text = (source: string) => parseDockerfile(source).instructions.map((i) => source.slice(i.span.start, i.span.end));
    const left = text(after);
    let from = 0;
    for (const [index, instruction] of text(before).entries()) {
      if (touched.has(index)) continue;
      const found = left.indexOf(instruction, from);
      if (found < 0) return { lost: instruction };
      from = found + 1;
    }
    return undefined;
  }
  const document = documentAt(before, at);
  const old = remainder(before, touches, document);
  if (old === undefined) return undefined;
  const now = remainder(after, touches, document);
  if (now === undefined) return { unparsable: after };
  const [a, b] = [JSON.stringify(pruned(old)), JSON.stringify(pruned(now))];
  return a === b ? undefined : { before: a, after: b };
}

/** Index of the document that holds an offset. */
function documentAt(text: string, offset: number): number {
  const parsed = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(parsed)) return 0;
  return Math.max(
    0,
    parsed.findLastIndex((d) => (d.range?.[0] ?? 0) <= offset),
  );
}
