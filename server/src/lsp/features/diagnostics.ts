import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { severityRank } from '../../core/severity.ts';
import type { FileEntry } from '../../workspace/findings-store.ts';
import { uriKey } from '../../workspace/uris.ts';
import { groupAbsences, type Shown } from '../absence-groups.ts';
import type { ClientProfile } from '../client-profile.ts';
import { diagnosticOf, problemDiagnostic, SOURCE } from '../convert.ts';
import type { ServerContext } from '../server-context.ts';

/** A file never shows more: thousands of squiggles tell nobody what to do first, and editors slow down under them. */
export const MOST_DIAGNOSTICS = 200;

/**
 * `textDocument/publishDiagnostics`: what is shown of one file. Of too many the worst are shown, and the last one says how many
 * findings are not.
 */
export function diagnosticsOf(server: ServerContext, entry: FileEntry): Diagnostic[] {
  const context = server.convertContext(entry.uri, entry.text);
  const problems = entry.problems.slice(0, MOST_DIAGNOSTICS - 1).map((problem) => problemDiagnostic(problem, context.lines));
  const all = groupAbsences(entry.findings);
  const room = MOST_DIAGNOSTICS - problems.length;
  if (all.length <= room) return [...problems, ...all.map((shown) => diagnosticOf(shown, context))];
  const kept = new Set([...all].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, room - 1));
  const hidden = all.filter((shown) => !kept.has(shown)).reduce((sum, shown) => sum + findingsIn(shown), 0);
  return [
    ...problems,
    ...all.filter((shown) => kept.has(shown)).map((shown) => diagnosticOf(shown, context)),
    moreDiagnostic(hidden, server.client),
  ];
}

function rankOf(shown: Shown): number {
  return severityRank(shown.kind === 'single' ? shown.finding.severity : shown.severity);
}

function findingsIn(shown: Shown): number {
  return shown.kind === 'single' ? 1 : shown.findings.length;
}

/** At the start of the file, which is the one place that every file has. */
function moreDiagnostic(hidden: number, { options, localise }: ClientProfile): Diagnostic {
  const start = { line: 0, character: 0 };
  const findings = `${hidden} more finding${hidden === 1 ? '' : 's'}`;
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    code: 'more-findings',
    source: SOURCE,
    message: localise(
      options.commands === true ? `${findings}: see the Seaworthy view` : `${findings}: “seaworthy scan” lists all`,
    ),
  };
}

/** Publishes each file's diagnostics whenever the store changes; files that never had any are not mentioned. */
export function publishDiagnostics(server: ServerContext): void {
  const published = new Set<string>();
  server.session.store.listen((uri, entry) => {
    const key = uriKey(uri);
    const diagnostics = entry ? diagnosticsOf(server, entry) : [];
    if (diagnostics.length === 0 && entry?.version === undefined && !published.has(key)) return;
    if (diagnostics.length > 0 || entry?.version !== undefined) published.add(key);
    else published.delete(key);
    void server.connection.sendDiagnostics({ uri, ...(entry?.version !== undefined && { version: entry.version }), diagnostics });
  });
}
