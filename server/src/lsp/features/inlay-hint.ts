import { type InlayHint, InlayHintRefreshRequest, MarkupKind } from 'vscode-languageserver';
import { overlaps } from '../../core/span.ts';
import { spanOf } from '../convert.ts';
import type { ServerContext } from '../server-context.ts';
import type { Configuration } from './configuration.ts';

/** `textDocument/inlayHint`, where the setting asks for it: effective user and capabilities, at the end of the line of what has them. */
export function offerInlayHints(server: ServerContext, configuration: Configuration): void {
  const { connection, session } = server;
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }): Promise<InlayHint[]> => {
    const { context } = session.doors;
    if (!context || !(await configuration.settingsOf(uri)).inlayHints) return [];
    const judged = await session.current(uri);
    if (!judged) return [];
    const { lines } = server.convertContext(judged.uri, judged.text);
    const asked = spanOf(range, lines);
    return context
      .hintsOf(judged.analysis.file, judged.settings)
      .filter(({ span }) => overlaps(span, asked))
      .map(({ span, label, tooltip }) => ({
        position: endOfLine(judged.text, span.end, lines.positionAt(span.end)),
        label: label.split(' · ').map(server.client.localise).join(' · '),
        paddingLeft: true,
        tooltip: { kind: MarkupKind.Markdown, value: tooltip },
      }));
  });
}

function endOfLine(text: string, offset: number, at: { readonly line: number; readonly character: number }) {
  const rest = /[^\r\n]*/y;
  rest.lastIndex = offset;
  return { line: at.line, character: at.character + (rest.exec(text)?.[0].trimEnd().length ?? 0) };
}

/** Asks the client to ask again: a setting changed. */
export function refreshInlayHints({ connection, client }: ServerContext): void {
  if (client.refreshesInlayHints) void connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
}
