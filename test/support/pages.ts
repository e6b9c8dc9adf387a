import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultName } from './engine.ts';

export const ROOT = join(import.meta.dirname, '../..');
const ROOMS = {
  dockerfile: 'dockerfile',
  compose: 'compose',
  kubernetes: 'kubernetes',
  project: 'project',
  seaworthy: 'analysis',
};

/** A fenced example of a rule's page. */
export interface Example {
  readonly kind: 'bad' | 'good' | 'fixed';
  readonly name: string;
  readonly text: string;
  readonly title: string | undefined;
  readonly options: unknown;
  /** The files around it, by path; nothing is known of them when it is left out. */
  readonly files: Readonly<Record<string, string>> | undefined;
  /** 1-based line in the page. */
  readonly line: number;
}

export interface Page {
  readonly id: string;
  readonly text: string;
  readonly headings: readonly string[];
  readonly examples: readonly Example[];
}

/** Every rule's page with its examples. */
export function readPages(): Page[] {
  return Object.entries(ROOMS).flatMap(([family, room]) => {
    const folder = join(ROOT, 'server/src', room, 'rules');
    if (!existsSync(folder)) return []; // a room without rules is no folder in a clone
    return readdirSync(folder)
      .filter((f) => f.endsWith('.md'))
      .sort()
      .map((f) => readPage(`${family}/${f.slice(0, -3)}`, readFileSync(join(folder, f), 'utf8')));
  });
}

function readPage(id: string, text: string): Page {
  const examples: Example[] = [];
  const headings: string[] = [];
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const fence = /^(`{3,})(\w+)?\s*(bad|good|fixed)?(.*)$/.exec(line);
    if (!fence) {
      if (line.startsWith('## ')) headings.push(line.slice(3).trim());
      continue;
    }
    const [, ticks = '```', , kind, rest = ''] = fence;
    const start = i + 1;
    while (++i < lines.length && !(lines[i] ?? '').startsWith(ticks));
    if (!kind) continue;
    const options = /options=(\{.*\})/.exec(rest)?.[1];
    const files = /files=(\{(?:"(?:[^"\\]|\\.)*"|[^"}])*\})/.exec(rest)?.[1];
    examples.push({
      kind: kind as Example['kind'],
      name: /file=(\S+)/.exec(rest)?.[1] ?? (kind === 'fixed' ? (examples.at(-1)?.name ?? '') : defaultName(id)),
      text: `${lines.slice(start, i).join('\n')}\n`,
      title: /title="([^"]+)"/.exec(rest)?.[1],
      options: options ? JSON.parse(options) : undefined,
      files: files ? JSON.parse(files) : undefined,
      line: start,
    });
  }
  return { id, text, headings, examples };
}
