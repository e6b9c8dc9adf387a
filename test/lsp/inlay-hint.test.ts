import { describe, expect, it } from 'vitest';
import type { InlayHint, MarkupContent } from 'vscode-languageserver/node';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import { Harness } from './support/harness.ts';

const doors = engineDoors();
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function hintsIn(uri: string, text: string, settings: unknown = { inlayHints: true }, range = WHOLE): Promise<InlayHint[]> {
  const harness = await Harness.start({ doors, initializationOptions: { settings } });
  await harness.open(uri, text, uri.endsWith('Dockerfile') ? 'dockerfile' : 'yaml');
  const hints = await harness.client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
  await harness.dispose();
  return hints;
}

const inShort = (hints: readonly InlayHint[]) =>
  hints.map(({ position, label }) => `${position.line}:${position.character} ${label}`);

const DOCKERFILE = 'FROM node:24 AS build  \nRUN true\nFROM build\nUSER 1000:1000\nFROM acme/unknown:1\n';
const COMPOSE = `services:
  web: # the shop
    image: nginx:1.29
    user: "1000"
    cap_drop: [ALL]
    cap_add: [NET_BIND_SERVICE]
  agent:
    image: acme/agent:1
    privileged: true
`;
const PODS = `apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  securityContext: { runAsUser: 65532 }
  containers:
    - name: main
      image: acme/app:1
      securityContext:
        capabilities: { drop: [ALL] }
---
apiVersion: v1
kind: Pod
metadata: { name: b }
spec:
  containers:
    - name: side
      image: acme/app:1
      securityContext: { privileged: true }
`;

describe('inlay hints', () => {
  it('tell the user that each stage runs as, at the end of its FROM', async () => {
    const hints = await hintsIn('file:///w/Dockerfile', DOCKERFILE);
    expect(inShort(hints)).toEqual(['0:21 runs as root', '2:10 runs as 1000:1000', '4:19 runs as the user of its base image']);
    expect((hints[1]?.tooltip as MarkupContent | undefined)?.value).toBe('Runs as `1000:1000`: `USER` in line 4.');
  });

  it('tell user and capabilities of each service', async () => {
    expect(inShort(await hintsIn('file:///w/compose.yaml', COMPOSE))).toEqual([
      '1:17 user: 1000 · capabilities: NET_BIND_SERVICE',
      '6:8 user: the one that the image sets, which is not known · privileged',
    ]);
  });

  it('tell them of each container, in every document', async () => {
    expect(inShort(await hintsIn('file:///w/pods.yaml', PODS))).toEqual([
      '6:16 user: 65532 · capabilities: none',
      "16:16 user: the image's · privileged",
    ]);
  });

  it('are off unless asked for', async () => {
    for (const settings of [{}, null, { inlayHints: 'yes' }, { inlayHints: false }])
      expect(await hintsIn('file:///w/compose.yaml', COMPOSE, settings)).toEqual([]);
  });

  it('are given for the lines that are asked for', async () => {
    const range = { start: { line: 5, character: 0 }, end: { line: 7, character: 0 } };
    expect(inShort(await hintsIn('file:///w/compose.yaml', COMPOSE, { inlayHints: true }, range))).toHaveLength(1);
  });

  it('are none where there is nothing of ours, or half a file', async () => {
    expect(await hintsIn('file:///w/playbook.yaml', '- hosts: all\n')).toEqual([]);
    expect(await hintsIn('file:///w/compose.yaml', 'services:\n  web:\n')).toBeInstanceOf(Array);
    expect(await hintsIn('file:///w/Dockerfile', 'FROM')).toEqual([]);
  });
});
