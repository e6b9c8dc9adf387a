import type { Finding } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import { severityRank } from '../core/severity.ts';
import { groupMessage, type Shown } from './absence-groups.ts';
import { pageUri } from './client-profile.ts';
import type { ServerContext } from './server-context.ts';
import { cautionOf, fixLines, sentence } from './words.ts';

type Group = Extract<Shown, { kind: 'group' }>;

/**
 * What a hover tells of something unsafe, as Markdown: why it matters, the fixes with what they may break, why others can't be
 * made, and references. What is wrong comes first, except where the client shows the diagnostic right above.
 */
export function hoverText(shown: Shown, server: ServerContext): string {
  const parts = shown.kind === 'single' ? findingParts(shown.finding, server) : groupParts(shown, server);
  return parts.filter((part) => part !== '').join('\n\n');
}

function findingParts(finding: Finding, server: ServerContext): string[] {
  const rule = server.ruleOf(finding.rule);
  const head = `**${rule?.title ?? finding.rule}** · ${finding.severity} · ${linkTo(finding.rule, server)}`;
  const references = (rule?.references ?? []).map(({ title, url }) => (url === undefined ? title : `[${title}](${url})`));
  return [
    ...(server.client.diagnosticsInHover ? [] : [head, finding.message]),
    whyOf(finding, server),
    ...fixLines(finding.fixes()),
    references.join(' · '),
  ];
}

function groupParts(group: Group, server: ServerContext): string[] {
  if (!server.client.diagnosticsInHover) {
    const items = group.findings.map((finding) =>
      [`- ${finding.message} ${linkTo(finding.rule, server)}`, ...fixLines(finding.fixes())].join('\n  '),
    );
    return [`**${groupMessage(group)}**`, items.join('\n')];
  }
  const findings = [...group.findings].sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  const [worst] = findings;
  const items = [...new Set(findings.map((finding) => `- ${partLine(finding, server)}`))];
  return [worst ? whyOf(worst, server) : '', items.join('\n')];
}

/** What to do about one of the things that a resource lacks; the link leads to why. */
function partLine(finding: Finding, server: ServerContext): string {
  const offers = finding.fixes();
  const link = (text: string) => linked(text, finding.rule, server);
  for (const offer of offers) if (!isRefusal(offer)) return `Fix: ${link(offer.title)}. ${cautionOf(offer)}`;
  const title = link(server.ruleOf(finding.rule)?.title ?? finding.rule);
  const [refusal] = offers;
  return refusal && isRefusal(refusal)
    ? `${title}. No automatic fix: ${sentence(refusal.refused)}`
    : `${title}. No automatic fix.`;
}

/** What an attacker does with it: the first paragraph of the page. */
function whyOf(finding: Finding, server: ServerContext): string {
  return server.session.doors.reasonOf(finding.rule) ?? '';
}

function linkTo(rule: string, server: ServerContext): string {
  return linked(pageUri(server.client.options, rule) === undefined ? `\`${rule}\`` : rule, rule, server);
}

function linked(text: string, rule: string, server: ServerContext): string {
  const page = pageUri(server.client.options, rule);
  return page === undefined ? text : `[${text}](${page})`;
}

/** Markdown for clients that show it as it stands: links become their text. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('**', '')
    .replaceAll('`', '');
}
