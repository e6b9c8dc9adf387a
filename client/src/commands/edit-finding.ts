import type { FindingEditParams } from '../../../server/src/lsp/protocol.ts';
import { applyFindingEdit } from '../edits.ts';
import { fixMany } from '../fix-many.ts';
import { type Command, targets } from './command.ts';
import { filesOf } from './fix-many.ts';
import { FIX_FINDING, IGNORE_FINDING, IGNORE_IN_FILE, IGNORE_IN_RESOURCE } from './ids.ts';
import { ignoreAll } from './ignore.ts';

/** Makes the best fix of each chosen finding. */
export const fixFinding: Command = edit(FIX_FINDING, 'fix');

/** Writes an ignore comment for each chosen finding, and selects its reason. */
export const ignoreFinding: Command = edit(IGNORE_FINDING, 'ignore-line');

/** The same for the whole resource the finding is about. */
export const ignoreInResource: Command = edit(IGNORE_IN_RESOURCE, 'ignore-resource');

/** The same for the whole file. */
export const ignoreInFile: Command = edit(IGNORE_IN_FILE, 'ignore-file');

function edit(id: string, kind: FindingEditParams['kind']): Command {
  return {
    id,
    run: async (services, clicked, selection) => {
      const chosen = targets(services, clicked, selection);
      if (kind !== 'fix') return ignoreAll(services, chosen, kind);
      const fixable = chosen.filter(({ finding }) => finding.fix !== undefined);
      const [first, ...others] = fixable;
      if (first === undefined) return;
      if (others.length > 0) return fixMany(services, { safety: 'hardening', files: filesOf(fixable) });
      await applyFindingEdit(services.session, { uri: first.uri, id: first.finding.id, kind });
    },
  };
}
