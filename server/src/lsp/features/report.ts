import type { RulePage } from '../../analysis/pages.ts';
import { reasonAsWritten } from '../../analysis/reasons.ts';
import { SEVERITIES, severityRank } from '../../core/severity.ts';
import { reporters } from '../../report/index.ts';
import type { ReportedFile } from '../../report/result.ts';
import { nameOf, relativePath, uriKey } from '../../workspace/uris.ts';
import { type ReportParams, ReportRequest, type ReportResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';

/**
 * `seaworthy/report`: a report on every file that is open or was scanned, judged as it is now; null when it was cancelled or the format
 * is not known. Typing goes before it.
 */
export function offerReport(server: ServerContext): void {
  const { connection, session } = server;
  connection.onRequest(ReportRequest, async (params: ReportParams, token): Promise<ReportResult | null> => {
    const reporter = Object.hasOwn(reporters, params.format) ? reporters[params.format] : undefined;
    if (!reporter) return null;
    const uris = new Map<string, string>();
    for (const uri of [...session.documents.uris(), ...session.scanned.values()]) uris.set(uriKey(uri), uri);
    const files: ReportedFile[] = [];
    for (const uri of uris.values()) {
      await session.scheduler.whenQuiet();
      if (token.isCancellationRequested) return null;
      const judged = await session.current(uri);
      if (judged?.analysis.kind) files.push({ uri, path: pathOf(server, uri), analysis: judged.analysis });
      await session.host.clock.yieldNow();
    }
    files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const findings = files.flatMap(({ analysis }) => analysis.findings);
    const worst = Math.min(...findings.map(({ severity }) => severityRank(severity)), SEVERITIES.length);
    const text = reporter({
      version: params.version,
      files,
      skipped: [],
      rules: session.doors.engine.rules,
      pageOf: (rule) => withReason(rule, params.pages?.[rule]),
    });
    return { text, files: files.length, findings: findings.length, worst: SEVERITIES[worst] ?? null };
  });
}

/** A page as a report needs it: the client's lacks the paragraph that the server has. */
function withReason(rule: string, page: RulePage | undefined): RulePage | undefined {
  return page && { ...page, why: [reasonAsWritten(rule) ?? '', page.why].filter((part) => part !== '').join('\n\n') };
}

/** Relative to the workspace folder; with the folder's name before it where there are several. */
function pathOf({ session }: ServerContext, uri: string): string {
  const home = session.homeOf(uri);
  const path = home === undefined ? undefined : relativePath(home, uri);
  if (home === undefined || path === undefined) return nameOf(uri);
  return session.folders.length > 1 ? `${nameOf(home)}/${path}` : path;
}
