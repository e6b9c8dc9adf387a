import { type BaselineEntry, readBaseline, writeBaseline } from '../../analysis/baseline.ts';
import { minimalEdits } from '../../core/diff.ts';
import { childOf, relativePath, uriKey } from '../../workspace/uris.ts';
import { isRefused, setKey } from '../../yaml/edit.ts';
import { parseYamlSlice } from '../../yaml/parse.ts';
import { baselineOfFile, configOf, type ProjectFile } from '../project-changes.ts';
import { type ProjectEditParams, ProjectEditRequest, type ProjectEditResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { workspaceEdit } from '../workspace-edit.ts';

/** What a new config says: nothing yet, but how to say it. */
const NEW_CONFIG = `# Seaworthy: what is checked in this folder and those below it.
profile: recommended # or strict, all
rules: {} # kubernetes/latest-tag: low, "compose/*": "off"
exclude: []
`;

/** `seaworthy/projectEdit`: edits of the files that govern a project. */
export function offerProjectEdit(server: ServerContext): void {
  server.connection.onRequest(ProjectEditRequest, async (params: ProjectEditParams): Promise<ProjectEditResult | null> => {
    const place = (await isFolder(server, params.uri)) ? childOf(params.uri, 'file') : params.uri;
    const isConfig = params.kind === 'config' || params.kind === 'use-baseline';
    const file = isConfig ? await configOf(server, place) : await baselineOfFile(server, place);
    if (!file) return null;
    if (params.kind === 'config') return edited(server, file, file.text ?? NEW_CONFIG);
    if (params.kind === 'baseline') return { uri: file.uri, exists: file.text !== undefined, edit: null };
    if (params.kind === 'use-baseline') return useBaseline(server, file, params.baseline ?? '');
    const entries = await entriesOf(server, file);
    return { ...(await edited(server, file, writeBaseline(entries))), findings: entries.length };
  });
}

async function isFolder({ session }: ServerContext, uri: string): Promise<boolean> {
  if (session.folders.some((folder) => uriKey(folder) === uriKey(uri))) return true;
  return (await session.host.files.stat(uri)) === 'folder';
}

async function edited(server: ServerContext, { uri, text }: ProjectFile, after: string): Promise<ProjectEditResult> {
  const exists = text !== undefined;
  if (exists && text === after) return { uri, exists, edit: null };
  const edits = new Map([[uri, minimalEdits(text ?? '', after)]]);
  const edit = await workspaceEdit(server, undefined, edits, exists ? [] : [uri]);
  return edit ? { uri, exists, edit } : { uri, exists, edit: null, refused: 'The file can not be made.' };
}

async function useBaseline(server: ServerContext, config: ProjectFile, baseline: string): Promise<ProjectEditResult> {
  const path = relativePath(config.folder, baseline);
  const { uri, text = '' } = config;
  const refusal = (refused: string): ProjectEditResult => ({ uri, exists: config.text !== undefined, edit: null, refused });
  if (path === undefined) return refusal('A baseline has to be in the folder of the config, or below it.');
  const document = parseYamlSlice(text, { templates: false });
  if (document.root?.kind !== 'map') {
    if (document.problems.length > 0 || (document.root && !(document.root.kind === 'scalar' && document.root.isNull)))
      return refusal('The config can not be read.');
    return edited(server, config, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}baseline: ${JSON.stringify(path)}\n`);
  }
  const edit = setKey(document, document.root, 'baseline', path);
  if (isRefused(edit)) return refusal(edit.refused);
  const wire = await workspaceEdit(server, undefined, new Map([[uri, edit]]));
  return { uri, exists: true, edit: wire ?? null };
}

/** All that is found now in the files that are known; what the baseline knows of other files stays. */
async function entriesOf(server: ServerContext, file: ProjectFile): Promise<BaselineEntry[]> {
  const { session } = server;
  const known = file.text === undefined ? [] : (readBaseline(file.text)?.entries ?? []);
  const found: BaselineEntry[] = [];
  const judgedPaths = new Set<string>();
  for (const uri of new Set([...session.documents.uris(), ...session.scanned.values()])) {
    const path = relativePath(file.folder, uri);
    const judged = path === undefined ? undefined : await session.current(uri);
    if (path === undefined || !judged) continue;
    judgedPaths.add(path);
    const { findings, suppressed } = judged.analysis;
    const accepted = suppressed.filter(({ by }) => by.kind === 'baseline');
    for (const { finding, by } of accepted) found.push({ ...entryOf(path, finding), ...(by.reason && { reason: by.reason }) });
    found.push(...findings.map((finding) => entryOf(path, finding)));
    await session.host.clock.yieldNow();
  }
  return [...known.filter(({ path }) => !judgedPaths.has(path)), ...found];
}

function entryOf(path: string, { rule, fingerprint }: { readonly rule: string; readonly fingerprint: string }): BaselineEntry {
  return { path, rule, fingerprint };
}
