/** A text as HTML: nothing in it is markup, in content or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(NOT_IN_HTML, '\ufffd');
}

/** Controls and lone surrogates, which HTML has no way to write (https://html.spec.whatwg.org/multipage/syntax.html#text-2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be found
const NOT_IN_HTML = /[\0-\x08\x0b\x0e-\x1f\x7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** The inline Markdown of messages and rule pages (code, strong, emphasis, links to the web) as HTML. */
export function inlineHtml(markdown: string): string {
  let html = '';
  let end = 0;
  for (const match of markdown.matchAll(INLINE)) {
    const [all, code, strong, emphasis, label, target = ''] = match;
    html += escapeHtml(markdown.slice(end, match.index));
    if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (strong !== undefined) html += `<strong>${inlineHtml(strong)}</strong>`;
    else if (emphasis !== undefined) html += `<em>${inlineHtml(emphasis)}</em>`;
    else if (label !== undefined) html += linkHtml(target, label);
    end = match.index + all.length;
  }
  return html + escapeHtml(markdown.slice(end));
}

/** A link to the web; any other address (a file beside the page, a script) is its text alone. */
export function linkHtml(target: string, label: string): string {
  const text = inlineHtml(label);
  return /^https?:\/\//.test(target) ? `<a href="${escapeHtml(target)}" rel="noreferrer">${text}</a>` : text;
}

/** The first paragraph of a Markdown text: what a page says in short. */
export function firstParagraph(markdown: string): string {
  return (markdown.split(/\n\s*\n/)[0] ?? '').replace(/\s*\n\s*/g, ' ').trim();
}
