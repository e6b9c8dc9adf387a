import { withSilenced } from '../../analysis/baseline.ts';
import { configOrigin } from '../../analysis/config/origin.ts';
import type { SuppressedFinding } from '../../analysis/types.ts';
import { LineIndex } from '../../core/line-index.ts';
import type { Judged } from '../../workspace/judged.ts';
import { relativePath } from '../../workspace/uris.ts';
import { rangeOf, wireFinding } from '../convert.ts';
import { baselineOfFile, configOf, type ProjectFile } from '../project-changes.ts';
import {
  type SuppressedParams,
  SuppressedRequest,
  type SuppressedResult,
  type WireSuppressed,
  type WireSuppression,
} from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';

/** `seaworthy/suppressed`: every finding that something silences, with what, where and why. */
export function offerSuppressed(server: ServerContext): void {
  const { connection, session } = server;
  connection.onRequest(SuppressedRequest, async ({ uris }: SuppressedParams, token): Promise<SuppressedResult> => {
    const files: SuppressedResult['files'][number][] = [];
    const asked = uris ?? [...new Set([...session.documents.uris(), ...session.scanned.values()])];
    for (const uri of asked) {
      if (token.isCancellationRequested) break;
      await session.scheduler.whenQuiet();
      const judged = await session.current(uri);
      files.push({ uri, findings: judged ? await suppressedIn(server, judged) : [] });
      await session.host.clock.yieldNow();
    }
    return { files };
  });
}

async function suppressedIn(server: ServerContext, judged: Judged): Promise<WireSuppressed[]> {
  const { engine } = server.session.doors;
  const settings = withSilenced(judged.settings);
  const { suppressed } = settings === judged.settings ? judged.analysis : engine.analyze(judged.analysis.file, settings);
  if (suppressed.length === 0) return [];
  const lines = new LineIndex(judged.text);
  const [config, baseline] = await Promise.all([configOf(server, judged.uri), baselineOfFile(server, judged.uri)]);
  return suppressed.map((one) => ({
    ...wireFinding(one.finding, undefined, server.ruleOf(one.finding.rule), lines),
    suppression: suppressionOf(server, judged, one, config, baseline),
  }));
}

function suppressionOf(
  server: ServerContext,
  { uri, text }: Judged,
  { finding, by }: SuppressedFinding,
  config: ProjectFile | undefined,
  baseline: ProjectFile | undefined,
): WireSuppression {
  const said = { kind: by.kind, source: by.source, ...(by.reason !== undefined && { reason: by.reason }) };
  if (by.kind === 'config' && config?.text !== undefined) {
    const rule = server.ruleOf(finding.rule);
    const origin = rule && configOrigin(config.text, relativePath(config.folder, uri) ?? '', rule);
    const range = rangeOf(origin?.span ?? { start: 0, end: 0 }, new LineIndex(config.text));
    return { ...said, uri: config.uri, range, ...(origin?.reason !== undefined && { reason: origin.reason }) };
  }
  if (by.kind === 'baseline' && baseline?.text !== undefined) {
    const start = Math.max(0, baseline.text.indexOf(finding.fingerprint));
    const span = { start, end: start + finding.fingerprint.length };
    return { ...said, uri: baseline.uri, range: rangeOf(span, new LineIndex(baseline.text)) };
  }
  return { ...said, uri, range: rangeOf(by.span, new LineIndex(text)) };
}
