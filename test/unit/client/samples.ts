import type { FileFindings } from '../../../client/src/tree/model.ts';
import type { WireFinding } from '../../../server/src/lsp/protocol.ts';

/** A finding at `line`, with what a test cares about. */
export function finding(id: string, line: number, more: Partial<WireFinding> = {}): WireFinding {
  return {
    id,
    rule: 'compose/privileged-service',
    ruleTitle: 'Privileged service',
    severity: 'high',
    category: 'privilege',
    vector: 'container-escape',
    message: 'The service is `privileged`.',
    range: { start: { line, character: 4 }, end: { line, character: 14 } },
    resource: 'web',
    resourceKind: 'service',
    absence: false,
    ...more,
  };
}

export function file(path: string, ...findings: WireFinding[]): FileFindings {
  return { uri: `file:///ws/${path}`, path, findings };
}
