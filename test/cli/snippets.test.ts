import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXED, SAMPLES, UNSAFE } from '../../client/src/samples.ts';
import manifest from '../../package.json';
import { ROOT } from '../support/pages.ts';
import { folderWith, found, seaworthy } from './support/cli.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}
type Kind = 'dockerfile' | 'compose' | 'kubernetes';

const FILES: Readonly<Record<Kind, string>> = { dockerfile: 'Dockerfile', compose: 'compose.yaml', kubernetes: 'web.yaml' };
const indent = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** The file that a snippet is typed into; the others are whole files. */
const AROUND: Readonly<Record<string, (text: string) => string>> = {
  'Run as a user of its own': (text) => `FROM debian:13-slim\n${text}\nCMD ["/app"]\n`,
  'Secret for one build step': (text) => `FROM debian:13-slim\nCOPY install.sh ./\n${text}\nUSER 10001\nCMD ["/app"]\n`,
  'Hardened Compose service': (text) => `services:\n${indent(text, 2)}\n`,
  'Compose secret from a file': (text) => `services: {}\n${text}\n`,
  'Hardened securityContext of a pod': (text) => pod(text, CONTAINER),
  'Hardened securityContext of a container': (text) => pod(POD, text),
};

function snippets(kind: Kind): [string, Snippet][] {
  return Object.entries(JSON.parse(readFileSync(join(ROOT, `client/snippets/${kind}.json`), 'utf8')));
}

/** As it stands when the user takes every default. */
function expanded({ body }: Snippet): string {
  return body.join('\n').replace(/\$\{\d+:([^}]*)\}/g, '$1');
}

const named = (title: string) => expanded(snippets('kubernetes').find(([name]) => name === title)?.[1] as Snippet);
const POD = named('Hardened securityContext of a pod');
const CONTAINER = named('Hardened securityContext of a container');

function pod(spec: string, container: string): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
${indent(spec, 2)}
  containers:
    - name: web
      image: registry.example.com/app:1.0
      resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { memory: 64Mi } }
${indent(container, 6)}
`;
}

async function findingsIn(name: string, text: string): Promise<string[]> {
  const { out } = await seaworthy(['scan', '--format', 'json'], { cwd: folderWith({ [name]: text }) });
  expect(JSON.parse(out).files, text).toHaveLength(1);
  expect(JSON.parse(out).files[0].problems, text).toEqual([]);
  return found(out);
}

describe.each(Object.keys(FILES) as Kind[])('the snippets of %s', (kind) => {
  it.each(snippets(kind))('%s: nothing is found in it', async (name, snippet) => {
    const text = (AROUND[name] ?? ((whole: string) => `${whole}\n`))(expanded(snippet));
    expect(text).not.toMatch(/\$\{?\d/);
    expect(await findingsIn(FILES[kind], text)).toEqual([]);
    for (const prefix of snippet.prefix) expect(prefix).toMatch(/^(?:hardened|seaworthy)-/);
    expect(snippet.description).toMatch(/[.…]$/);
  });
});

describe('the samples of the walkthrough', () => {
  it.each(SAMPLES)('%s has something to find, and nothing once it is fixed', async (sample) => {
    expect((await findingsIn(FILES[sample], UNSAFE[sample])).length).toBeGreaterThan(2);
    expect(await findingsIn(FILES[sample], FIXED[sample])).toEqual([]);
  });
});

describe('the manifest', () => {
  it('brings every snippet file for the languages of its files', () => {
    const contributed = manifest.contributes.snippets.map(({ language, path }) => `${language} ${path}`);
    expect(contributed).toEqual([
      'dockerfile ./client/snippets/dockerfile.json',
      'dockercompose ./client/snippets/compose.json',
      'yaml ./client/snippets/compose.json',
      'yaml ./client/snippets/kubernetes.json',
    ]);
  });
});
