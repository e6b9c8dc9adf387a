import type { At, Value } from '../../core/value.ts';
import { absent, dynamic, known, valueOf } from '../../core/value.ts';
import type { EnvEntry } from './env-file.ts';
import { readEnvEntries } from './env-file.ts';
import type { EnvFile } from './environment.ts';
import { isRelativePath, joinPath } from './paths.ts';

/** One variable that a file of `env_file` sets. Its places are in that file; what is reported there stands at the `env_file` entry. */
export interface EnvFileEntry {
  readonly name: string;
  /** Absent for a name alone, whose value the shell has; dynamic where a variable takes part. */
  readonly value: Value<string>;
  readonly nameAt: At;
}

/** A file of `env_file` with what it sets. */
export interface EnvFileContent {
  readonly file: EnvFile;
  /** Relative to the folder of the judged file; undefined when only run time knows which file it is. */
  readonly path: string | undefined;
  /** *missing*: there is no such file; *unknown*: it was not read. */
  readonly state: 'read' | 'missing' | 'unknown';
  readonly entries: readonly EnvFileEntry[];
}

function valueAt({ value, interpolated }: EnvEntry, at: At): Value<string> {
  if (value === undefined) return absent(at);
  if (!interpolated) return known(value, at);
  return value.replaceAll('$$', '').includes('$') ? dynamic(value, at) : known(value.replaceAll('$$', '$'), at);
}

/** What the files of `env_file` set (Compose spec, "env_file"); `read` gives the text of a file by its path. */
export function envFileContents(
  files: readonly EnvFile[],
  read: (path: string) => string | null | undefined,
): readonly EnvFileContent[] {
  return files.map((file) => {
    const written = valueOf(file.path);
    const path = written !== undefined && isRelativePath(written) ? joinPath('', written) : undefined;
    const text = path === undefined ? undefined : read(path);
    if (path === undefined || text === undefined || text === null)
      return { file, path, state: text === null ? 'missing' : 'unknown', entries: [] };
    const here = file.at.uri === undefined ? file.at : file.at.via?.at;
    const place = (span: At['span']): At => ({
      span,
      route: [],
      uri: path,
      via: { kind: 'file', name: path, file: path, ...(here && { at: here }) },
    });
    const entries = readEnvEntries(text, { raw: valueOf(file.format) === 'raw' }).map((entry) => ({
      name: entry.name,
      value: valueAt(entry, place(entry.valueSpan)),
      nameAt: place(entry.nameSpan),
    }));
    return { file, path, state: 'read', entries };
  });
}
