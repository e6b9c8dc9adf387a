const IS_DEFINITION = /^kind:[ \t]*(["']?)CustomResourceDefinition\1[ \t]*(?:#.*)?\r?$/m;
/** A key alone on its line: the schema is the deeper block behind it. */
const SCHEMA = /^( *)openAPIV3Schema:[ \t]*\r?\n/gm;
/** What may follow a schema: another key, an item of a list, a comment, an end of the document. */
const FOLLOWS = /^ *(?:[\w.$/"'-]+[ \t]*:|-[ \t\r\n]|---|\.\.\.)/;
const MAY_BE_DIRECTIVE = /#[^\n]*(?:ignore|skip|nosem|disable)/i;

/**
 * The text of one document, with the schemas of a CustomResourceDefinition blanked out: they are most of such a file, and no rule reads
 * them. All else keeps its offset (UTF-16). Other documents, and those with templates or with what may be a suppression comment inside a
 * schema, come back as they are. (https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/)
 */
export function withoutSchemas(text: string): string {
  if (!text.includes('openAPIV3Schema') || !IS_DEFINITION.test(text) || text.includes('{{')) return text;
  const parts: string[] = [];
  let done = 0;
  SCHEMA.lastIndex = 0;
  for (let found = SCHEMA.exec(text); found; found = SCHEMA.exec(text)) {
    const start = found.index + found[0].length;
    const end = endOfBlock(text, start, found[1]?.length ?? 0);
    if (end === undefined || MAY_BE_DIRECTIVE.test(text.slice(start, end))) return text;
    parts.push(text.slice(done, start), ' '.repeat(end - start));
    done = end;
    SCHEMA.lastIndex = Math.max(end, start);
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}

/** Where the last line that is deeper than `indent` ends, without its line ending; undefined where something unexpected follows. */
function endOfBlock(text: string, start: number, indent: number): number | undefined {
  let end = start;
  for (let at = start; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    let first = at;
    while (first < next && text.charCodeAt(first) === 0x20) first += 1;
    const code = text.charCodeAt(first);
    const isBlank = first === next || code === 0x0a || code === 0x0d;
    if (!isBlank && code !== 0x23) {
      if (first - at <= indent) return FOLLOWS.test(text.slice(at, Math.min(next, at + 200))) ? end : undefined;
      end = newline < 0 ? next : newline;
    }
    at = next;
  }
  return end;
}
