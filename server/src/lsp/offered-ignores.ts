import type { EditToIgnore, IgnoreScope } from '../analysis/api.ts';
import type { Finding } from '../core/finding.ts';
import type { ChangeRequest, ConfigReach } from './changes.ts';
import type { Here, OfferedAction } from './offered-actions.ts';
import { plainText, resourceInWords } from './words.ts';

/** What an ignore comment would change in the text as it stands, or why there can be none. */
export type AskIgnore = (finding: Finding, scope: IgnoreScope) => ReturnType<EditToIgnore>;

/** Ignoring one finding: here, in its resource where that is something else than here, in the file. */
export function ignoreActions(here: Here, ignore: AskIgnore): OfferedAction[] {
  const { finding } = here;
  const action = (title: string, scope: IgnoreScope): OfferedAction =>
    change(here, title, { type: 'ignore', id: finding.fingerprint, scope });
  const line = ignore(finding, 'line');
  const title = `Ignore ${finding.rule} here…`;
  // A file without comments has none anywhere.
  if ('refused' in line) return [{ kind: 'disabled', title, diagnostics: [here.diagnostic], reason: plainText(line.refused) }];
  const actions = [action(title, 'line')];
  if (finding.resource.kind !== 'file') {
    const resource = ignore(finding, 'resource');
    if (!('refused' in resource) && JSON.stringify(resource.edits) !== JSON.stringify(line.edits))
      actions.push(action(`Ignore ${finding.rule} for ${resourceInWords(finding.resource)}…`, 'resource'));
  }
  return [...actions, action(`Ignore ${finding.rule} in this file…`, 'file')];
}

/** Ignoring without a comment: by an entry of the config, where there is one finding, or by the baseline. */
export function projectIgnoreActions(here: readonly Here[], { glob, reach }: ProjectPlace): OfferedAction[] {
  const [first, ...others] = here;
  if (!first) return [];
  const { rule, fingerprint: id } = first.finding;
  const ids = here.map(({ finding }) => finding.fingerprint);
  if (others.length > 0)
    return [change(first, `Ignore these ${here.length} findings by the baseline`, { type: 'baseline', ids })];
  return [
    change(first, `Ignore ${rule} for ${glob} in the config…`, { type: 'ignore-in-config', id, reach }),
    change(first, 'Ignore this finding by the baseline', { type: 'baseline', ids }),
  ];
}

/** What an entry of the config would name: the file, or all in its folder. */
export interface ProjectPlace {
  readonly glob: string;
  readonly reach: ConfigReach;
}

/** Ignoring many findings at once, by one comment where they stand together: here or in the file. */
export function ignoreTogether(here: readonly Here[], scope: IgnoreScope, ignore: AskIgnore): OfferedAction[] {
  const [first] = here;
  if (!first) return [];
  const these = `Ignore these ${here.length} findings`;
  const line = ignore(first.finding, 'line');
  if ('refused' in line) {
    return [{ kind: 'disabled', title: `${these} here…`, diagnostics: [first.diagnostic], reason: plainText(line.refused) }];
  }
  const ids = here.map(({ finding }) => finding.fingerprint);
  return [
    change(first, `${these} here…`, { type: 'ignore-all', ids, scope }),
    change(first, `${these} in this file…`, { type: 'ignore-all', ids, scope: 'file' }),
  ];
}

function change({ diagnostic }: Here, title: string, request: ChangeRequest): OfferedAction {
  return { kind: 'change', title, diagnostics: [diagnostic], request, preferred: false };
}
