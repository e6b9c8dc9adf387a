import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisDoors } from '../../server/src/workspace/analysis-doors.ts';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import { Harness } from './support/harness.ts';

const COMPOSE = `services:
  web:
    image: nginx:1.27
    privileged: true
    ports:
      - "8080:80"
  db:
    image: postgres:17
    privileged: true
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock
`;
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: p
spec:
  hostNetwork: true
  containers:
    - name: app
      image: a:1
      securityContext:
        privileged: true
    - name: side
      image: b:1
      securityContext:
        privileged: true
---
apiVersion: v1
kind: Pod
metadata:
  name: q
spec:
  hostPID: true
  containers:
    - name: app
      image: a:1
`;
const DOCKERFILE = 'FROM node:latest\nADD http://example.org/x /x\nRUN curl http://example.org/x | sh\nUSER root\nCMD ["node"]\n';

let doors: AnalysisDoors;
beforeAll(() => {
  doors = engineDoors();
});

describe('with the real rules', () => {
  it.each([
    ['compose', 'file:///w/compose.yaml', 'yaml', COMPOSE],
    ['kubernetes', 'file:///w/pod.yaml', 'yaml', POD],
    ['dockerfile', 'file:///w/Dockerfile', 'dockerfile', DOCKERFILE],
  ])('finds what is wrong in a %s file, explains it, and can act on each finding', async (family, uri, languageId, text) => {
    const harness = await Harness.start({ doors });
    const document = await harness.open(uri, text, languageId);
    const diagnostics = await document.diagnostics();
    const own = diagnostics.filter((d) => d.code?.toString().startsWith(`${family}/`));
    expect(own.length).toBeGreaterThan(0);
    for (const diagnostic of own) {
      const position = diagnostic.range.start;
      expect(await harness.client.sendRequest('textDocument/hover', { textDocument: { uri }, position })).not.toBeNull();
      const actions = await harness.actions(uri, diagnostic.range);
      expect(actions.map((a) => a.title)).toContain(`Ignore ${diagnostic.code} here…`);
      for (const { title, edit, disabled } of actions) {
        expect(title).not.toBe('');
        if (disabled) expect(disabled.reason).not.toBe('');
        else expect(document.after(edit)).not.toBe(text);
      }
    }
    expect(harness.log).toEqual([]);
    await harness.dispose();
  });

  it('an ignore comment takes exactly its finding away', async () => {
    const harness = await Harness.start({ doors });
    const document = await harness.open('file:///w/pod.yaml', POD);
    const before = (await document.diagnostics()).length;
    const range = document.rangeOf('true', 1);
    const ignore = (await harness.actions('file:///w/pod.yaml', range)).find(
      (a) => a.title === 'Ignore kubernetes/privileged-container here…',
    );
    const after = document.after(ignore?.edit).replace('-- reason', '-- a node agent');
    await document.replace(document.rangeOf(document.text), after);
    const left = await document.diagnostics();
    expect(left).toHaveLength(before - 1);
    await harness.dispose();
  });

  // Each line is entered as a person does: Enter at the end of the line above, then character by character.
  it.each([
    ['compose.yaml', COMPOSE],
    ['pod.yaml', POD],
  ])('no finding of %s flickers while any line is typed anywhere', async (name, text) => {
    const uri = `file:///w/${name}`;
    const lines = text.split('\n');
    const flickers: string[] = [];
    for (const typed of ['tty: true', "label: 'x y'", 'list: ["a", {b: c}]', '- item']) {
      for (let i = 1; i < lines.length; i++) {
        const harness = await Harness.start({ doors, initializationOptions: { settings: { profile: 'all' } } });
        const document = await harness.open(uri, text);
        const shown = async () =>
          new Set((await document.diagnostics()).map((d) => `${d.code} ${document.at(d.range)} ${d.range.start.line}`));
        const atEnd = (await shown()).size;
        const counts: number[] = [];
        let position = { line: i - 1, character: lines[i - 1]?.length ?? 0 };
        const indent = /^ */.exec(lines[i] ?? '')?.[0] ?? '';
        for (const key of [`\n${indent}`, ...typed]) {
          await document.replace({ start: position, end: position }, key);
          position = key.startsWith('\n')
            ? { line: i, character: indent.length }
            : { line: i, character: position.character + 1 };
          counts.push((await shown()).size);
        }
        const last = counts.at(-1) ?? 0;
        if (counts.some((count) => count < Math.min(last, atEnd))) flickers.push(`${name}:${i} ${typed}: ${counts.join(' ')}`);
        await harness.dispose();
      }
    }
    expect(flickers).toEqual([]);
  });
});
