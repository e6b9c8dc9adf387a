import type { Span } from '../../core/span.ts';
import type { Judged } from '../../workspace/judged.ts';
import type { ServerContext } from '../server-context.ts';

/** What holds at a place, as Markdown, whether or not something is wrong there; undefined where there is nothing to say. */
export function contextHover(
  server: ServerContext,
  { analysis, settings }: Judged,
  offset: number,
): { readonly text: string; readonly span: Span } | undefined {
  const found = server.session.doors.context?.describe(analysis.file, settings, offset);
  if (!found) return undefined;
  const lines = found.lines.map((line) => `- ${line}`).join('\n');
  return { text: [`**${found.title}**`, lines].filter((part) => part !== '').join('\n\n'), span: found.span };
}
