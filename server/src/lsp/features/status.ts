import type { Finding } from '../../core/finding.ts';
import type { Severity } from '../../core/severity.ts';
import { StatusNotification, type StatusParams } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';

/** `seaworthy/status`: what an open document is, what was found in it, and what that took. */
export function reportStatus(server: ServerContext): void {
  server.session.store.listen((uri, entry) => {
    if (entry?.version === undefined) return;
    const params: StatusParams = {
      uri,
      kind: entry.kind ?? null,
      counts: countsOf(entry.findings),
      milliseconds: entry.milliseconds,
    };
    void server.connection.sendNotification(StatusNotification, params);
  });
}

function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
