import type { IgnoreScope } from '../../analysis/api.ts';
import { LineIndex } from '../../core/line-index.ts';
import { type ChangeRequest, changeOf } from '../changes.ts';
import { rangeOf } from '../convert.ts';
import { type FindingEditParams, FindingEditRequest, type FindingEditResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { plainText } from '../words.ts';
import { workspaceEdit } from '../workspace-edit.ts';

const SCOPE: Readonly<Record<Exclude<FindingEditParams['kind'], 'fix'>, IgnoreScope>> = {
  'ignore-line': 'line',
  'ignore-resource': 'resource',
  'ignore-file': 'file',
};

/** `seaworthy/findingEdit`: the best fix of one finding, or its ignore comment, for the file's current text. */
export function offerFindingEdit(server: ServerContext): void {
  const { connection, session } = server;
  connection.onRequest(FindingEditRequest, async ({ uri, id, kind }: FindingEditParams): Promise<FindingEditResult | null> => {
    const judged = await session.current(uri);
    if (!judged) return null;
    const finding = judged.analysis.findings.find((f) => f.fingerprint === id);
    if (!finding) {
      const held = session.store.get(uri)?.findings.find((f) => f.fingerprint === id);
      if (!held || judged.analysis.problems.length === 0) return null;
      return {
        title: held.message,
        edit: null,
        refused: 'The file can not be read where this stands: complete what is being typed there first.',
      };
    }
    const request: ChangeRequest = kind === 'fix' ? { type: 'fix', id } : { type: 'ignore', id, scope: SCOPE[kind] };
    const change = changeOf(session.doors, judged, request);
    const title = finding.message;
    if ('refused' in change) return { title, edit: null, refused: plainText(change.refused) };
    const edit = await workspaceEdit(server, judged, change.edits);
    if (!edit) return { title, edit: null, refused: 'Another file that the fix changes can not be read.' };
    return { title, edit, ...(change.select && { select: rangeOf(change.select, new LineIndex(change.after)) }) };
  });
}
