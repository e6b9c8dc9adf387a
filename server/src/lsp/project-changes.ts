import { BASELINE_NAME, type BaselineEntry, readBaseline, writeBaseline } from '../analysis/baseline.ts';
import { editConfigToIgnore } from '../analysis/config/ignore-edit.ts';
import { minimalEdits } from '../core/diff.ts';
import type { Finding } from '../core/finding.ts';
import { applyEdits } from '../core/text-edit.ts';
import type { Judged } from '../workspace/judged.ts';
import { childOf, hasFolders, nameOf, parentOf, relativePath } from '../workspace/uris.ts';
import { type Change, type ChangeRequest, type ConfigReach, changeOf, GONE } from './changes.ts';
import type { ServerContext } from './server-context.ts';
import { currentText } from './workspace-edit.ts';

const CONFIG_NAME = '.seaworthy.yaml';

/** A file of the project that governs others: where it is or would be, the folder its paths are relative to, its text if it is there. */
export interface ProjectFile {
  readonly uri: string;
  readonly folder: string;
  readonly text: string | undefined;
}

/** Computes any change from the current texts: of the judged file, of its config, or of its baseline. */
export async function resolveChange(server: ServerContext, judged: Judged, request: ChangeRequest): Promise<Change> {
  if (request.type === 'baseline') return baselineChange(server, judged, request.ids);
  if (request.type !== 'ignore-in-config') return changeOf(server.session.doors, judged, request);
  const finding = judged.analysis.findings.find((f) => f.fingerprint === request.id);
  return finding ? configChange(server, judged, finding, request.reach) : { refused: GONE };
}

/** The config that governs a file; one to be created in its workspace folder, else beside it, where there is none. */
export async function configOf(server: ServerContext, uri: string): Promise<ProjectFile | undefined> {
  const place = await configPlaceOf(server, uri);
  return place && { ...place, text: place.isThere ? (await currentText(server, place.uri))?.text : undefined };
}

/** Where the config of a file is or would be; nothing is read again for it. */
export async function configPlaceOf(
  { session }: ServerContext,
  uri: string,
): Promise<(Pick<ProjectFile, 'uri' | 'folder'> & { readonly isThere: boolean }) | undefined> {
  const folder = hasFolders(uri) ? parentOf(uri) : session.homeOf(uri);
  if (folder === undefined) return undefined;
  const governing = await session.projects.configFor(folder);
  if (governing?.uri !== undefined) return { uri: governing.uri, folder: governing.folder, isThere: true };
  const home = session.homeOf(uri) ?? folder;
  return { uri: childOf(home, CONFIG_NAME), folder: home, isThere: false };
}

/** The baseline that governs a file; one to be created beside the config where there is none. */
export async function baselineOfFile(server: ServerContext, uri: string): Promise<ProjectFile | undefined> {
  const { projects } = server.session;
  const folder = hasFolders(uri) ? parentOf(uri) : undefined;
  if (folder === undefined) return undefined;
  const config = await projects.configFor(folder);
  const governing = await projects.baselines.governing(folder, config);
  if (governing) return { uri: governing.uri, folder: governing.folder, text: (await currentText(server, governing.uri))?.text };
  const home = (await configOf(server, uri))?.folder ?? folder;
  const there = childOf(home, config?.config.baseline ?? BASELINE_NAME);
  return { uri: there, folder: parentOf(there) ?? home, text: undefined };
}

/** The glob of a reach for a file, relative to its config's folder; undefined for all that the config governs. */
export function globOf(config: Pick<ProjectFile, 'folder'>, uri: string, reach: ConfigReach): string | undefined {
  if (reach === 'project') return undefined;
  const path = relativePath(config.folder, uri) ?? nameOf(uri);
  const slash = path.lastIndexOf('/');
  const plain = (reach === 'folder' ? path.slice(0, Math.max(0, slash)) : path).replace(/[\\*?[\]{}()!+@]/g, '\\$&');
  return reach === 'file' ? plain : plain === '' ? '*' : `${plain}/**`;
}

async function configChange(server: ServerContext, judged: Judged, finding: Finding, reach: ConfigReach): Promise<Change> {
  const config = await configOf(server, judged.uri);
  if (!config) return { refused: 'This file is in no folder that could have a config: save it first.' };
  const before = config.text ?? '';
  const edit = editConfigToIgnore(before, finding.rule, globOf(config, judged.uri, reach));
  if ('refused' in edit) return edit;
  return {
    edits: new Map([[config.uri, edit.edits]]),
    after: applyEdits(before, edit.edits),
    select: edit.select,
    selectIn: config.uri,
    ...(config.text === undefined && { creates: [config.uri] }),
  };
}

async function baselineChange(server: ServerContext, judged: Judged, ids: readonly string[]): Promise<Change> {
  const file = await baselineOfFile(server, judged.uri);
  const path = file && relativePath(file.folder, judged.uri);
  if (!file || path === undefined) return { refused: 'This file is in no folder that could have a baseline: save it first.' };
  const known = file.text === undefined ? [] : readBaseline(file.text)?.entries;
  if (!known) return { refused: `\`${nameOf(file.uri)}\` can not be read as a baseline.` };
  const added = judged.analysis.findings
    .filter(({ fingerprint }) => ids.includes(fingerprint))
    .map(({ rule, fingerprint }): BaselineEntry => ({ path, rule, fingerprint }));
  if (added.length === 0) return { refused: GONE };
  const after = writeBaseline([...known, ...added]);
  return {
    edits: new Map([[file.uri, minimalEdits(file.text ?? '', after)]]),
    after,
    ...(file.text === undefined && { creates: [file.uri] }),
  };
}
