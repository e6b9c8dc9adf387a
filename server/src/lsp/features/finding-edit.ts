import { LineIndex } from '../../core/line-index.ts';
import type { ChangeRequest } from '../changes.ts';
import { rangeOf } from '../convert.ts';
import { resolveChange } from '../project-changes.ts';
import { type FindingEditParams, FindingEditRequest, type FindingEditResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { plainText } from '../words.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** What a way to fix or to ignore a finding asks to be changed. */
export function requestOf(kind: FindingEditParams['kind'], id: string, ids: readonly string[] = [id]): ChangeRequest {
  switch (kind) {
    case 'fix':
      return { type: 'fix', id };
    case 'baseline':
      return { type: 'baseline', ids };
    case 'ignore-line':
      return { type: 'ignore', id, scope: 'line' };
    case 'ignore-resource':
      return { type: 'ignore', id, scope: 'resource' };
    case 'ignore-file':
      return { type: 'ignore', id, scope: 'file' };
    case 'config-file':
      return { type: 'ignore-in-config', id, reach: 'file' };
    case 'config-folder':
      return { type: 'ignore-in-config', id, reach: 'folder' };
    case 'config-project':
      return { type: 'ignore-in-config', id, reach: 'project' };
  }
}

/** `seaworthy/findingEdit`: the best fix of one finding, or its ignore comment, for the file's current text. */
export function offerFindingEdit(server: ServerContext): void {
  const { connection, session } = server;
  connection.onRequest(
    FindingEditRequest,
    async ({ uri, id, ids, kind }: FindingEditParams): Promise<FindingEditResult | null> => {
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
      const change = await resolveChange(server, judged, requestOf(kind, id, ids));
      const title = finding.message;
      if ('refused' in change) return { title, edit: null, refused: plainText(change.refused) };
      const edit = await workspaceEdit(server, judged, change.edits, change.creates);
      if (!edit) return { title, edit: null, refused: 'Another file that this changes can not be read or made.' };
      const [saved] = kind === 'baseline' ? [...change.edits.keys()] : [];
      return {
        title,
        edit,
        ...(change.selectIn !== undefined && { selectIn: change.selectIn }),
        ...(saved !== undefined && { save: saved }),
        ...(change.select && { select: rangeOf(change.select, new LineIndex(change.after)) }),
      };
    },
  );
}
