import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isCandidateName } from '../../server/src/analysis/index.ts';
import { readCarets } from './carets.ts';
import { defaultName } from './engine.ts';
import { ROOT, readPages } from './pages.ts';

/** A text that the laws are tried on. */
export interface Text {
  readonly from: string;
  readonly name: string;
  readonly text: string;
  readonly kind: 'bad' | 'good' | 'any';
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function examples(): Text[] {
  return readPages().flatMap(({ id, examples: list }) =>
    list.map((e) => ({
      from: `${id}:${e.line}`,
      name: e.name,
      text: e.text,
      kind: e.kind === 'bad' ? ('bad' as const) : ('good' as const),
    })),
  );
}

function cases(): Text[] {
  return ['dockerfile', 'compose', 'kubernetes', 'project', 'seaworthy'].flatMap((family) => {
    const folder = join(ROOT, 'test/rules', family);
    if (!existsSync(folder)) return [];
    return filesBelow(folder).map((path) => ({
      from: path.slice(ROOT.length + 1),
      name: defaultName(`${family}/x`),
      text: readCarets(readFileSync(path, 'utf8')).text,
      kind: 'any' as const,
    }));
  });
}

/** Real files: `examples/`, and the folder that the environment variable SEAWORTHY_CORPUS names. */
function corpus(): Text[] {
  const folders = [join(ROOT, 'examples'), ...(process.env.SEAWORTHY_CORPUS?.split(':') ?? [])];
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap(filesBelow)
    .filter((path) => isCandidateName(path) && statSync(path).size < 200_000)
    .map((path) => ({ from: path, name: basename(path), text: readFileSync(path, 'utf8'), kind: 'any' as const }));
}

/** Every text that the laws have to hold on. */
export function allTexts(): Text[] {
  const seen = new Set<string>();
  return [...examples(), ...cases(), ...corpus()].filter(({ name, text }) => {
    const key = `${name}\0${text}`;
    return !seen.has(key) && seen.add(key);
  });
}
