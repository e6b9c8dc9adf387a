import { type Hover, MarkupKind } from 'vscode-languageserver';
import { severityRank } from '../../core/severity.ts';
import { groupAbsences, type Shown } from '../absence-groups.ts';
import { rangeOf, shownSpan } from '../convert.ts';
import { hoverText, withoutMarkdown } from '../hover-text.ts';
import { localiseLines } from '../localise.ts';
import { ruleHover } from '../rule-hover.ts';
import type { ServerContext } from '../server-context.ts';
import { contextHover } from './context-hover.ts';

/**
 * `textDocument/hover`: why what stands here is unsafe, then what holds here; nothing anywhere else, so that other hovers have
 * their place.
 */
export function offerHover(server: ServerContext): void {
  server.connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const judged = await server.session.current(textDocument.uri);
    if (!judged) return null;
    const { lines } = server.convertContext(judged.uri, judged.text);
    const offset = lines.offsetAt(position);
    const named = ruleHover(server, judged.uri, judged.text, offset);
    if (named) return hoverOf(server, named.text, rangeOf(named.span, lines));
    const here = groupAbsences(judged.analysis.findings)
      .filter((shown) => isOn(shown, offset))
      .sort((a, b) => severityRank(severityOf(a)) - severityRank(severityOf(b)));
    const [first] = here;
    const texts = here.map((shown) => hoverText(shown, server)).filter((text) => text !== '');
    const context = contextHover(server, judged, offset);
    if (context) texts.push(context.text);
    const span = first ? shownSpan(first) : context?.span;
    if (!span || texts.length === 0) return null;
    const value = localiseLines(server.client.localise, texts.join('\n\n---\n\n'));
    return hoverOf(server, value, rangeOf(span, lines));
  });
}

function hoverOf(server: ServerContext, value: string, range: Hover['range'] & {}): Hover {
  const markdown = server.client.markdownHover;
  return {
    contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: markdown ? value : withoutMarkdown(value) },
    range,
  };
}

function isOn(shown: Shown, offset: number): boolean {
  const { start, end } = shownSpan(shown);
  return offset >= start && offset <= end;
}

function severityOf(shown: Shown) {
  return shown.kind === 'single' ? shown.finding.severity : shown.severity;
}
