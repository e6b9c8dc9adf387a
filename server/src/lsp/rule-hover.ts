import type { Span } from '../core/span.ts';
import { isConfigFile } from '../workspace/projects.ts';
import { pageUri } from './client-profile.ts';
import type { ServerContext } from './server-context.ts';

const RULE_ID = /[a-z]+\/[a-z0-9-]+/g;
const DIRECTIVE = /#\s*seaworthy-ignore/;

/** What a rule is that a config or an ignore comment names at an offset, as Markdown. */
export function ruleHover(
  server: ServerContext,
  uri: string,
  text: string,
  offset: number,
): { readonly text: string; readonly span: Span } | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const from = isConfigFile(uri) ? 0 : line.search(DIRECTIVE);
  if (from < 0) return undefined;
  for (const match of line.slice(from).matchAll(RULE_ID)) {
    const start = lineStart + from + match.index;
    const span = { start, end: start + match[0].length };
    const described = offset >= span.start && offset <= span.end ? describeRule(server, match[0]) : undefined;
    if (described !== undefined) return { text: described, span };
  }
  return undefined;
}

/** A rule in a few lines: title, severity, category, profile, why it matters, and the way to its page. */
export function describeRule(server: ServerContext, id: string): string | undefined {
  const rule = server.ruleOf(id);
  if (!rule) return undefined;
  const page = pageUri(server.client.options, id);
  const link = page === undefined ? `\`${id}\`` : `[${id}](${page})`;
  const head = `**${rule.title}** · ${rule.severity} · ${rule.category} · profile ${rule.profile} · ${link}`;
  return [head, server.session.doors.reasonOf(id) ?? ''].filter((part) => part !== '').join('\n\n');
}
