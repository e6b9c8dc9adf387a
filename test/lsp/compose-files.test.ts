import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisDoors } from '../../server/src/workspace/analysis-doors.ts';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import { Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const MAIN = 'file:///w/compose.yaml';
const BASE = 'file:///w/common/base.yaml';
const EXTENDING = 'services:\n  web:\n    extends:\n      file: common/base.yaml\n      service: base\n';
const BASE_TEXT = 'services:\n  base:\n    image: registry.example.com/base:1\n    privileged: true\n';
const INLINE = `services:
  web:
    build:
      dockerfile_inline: |
        FROM node:26
        RUN curl -k https://example.org/x -o /x
        USER node
    security_opt: [no-new-privileges:true]
    cap_drop: [ALL]
`;

let doors: AnalysisDoors;
let harness: Harness;
beforeAll(() => {
  doors = engineDoors();
});
afterEach(() => harness.dispose());

async function open(uri: string, text: string, around: Readonly<Record<string, string>> = {}) {
  harness = await Harness.start({ doors, files: new MemoryFiles(around) });
  return harness.open(uri, text);
}

describe('a service that extends one of another file', () => {
  it('has what that one says at `extends`, with a link to it', async () => {
    const document = await open(MAIN, EXTENDING, { [BASE]: BASE_TEXT });
    const privileged = (await document.diagnostics()).find((d) => d.code === 'compose/privileged-container');
    expect(privileged && document.at(privileged.range)).toBe('file: common/base.yaml\n      service: base');
    expect(privileged?.relatedInformation?.map(({ location, message }) => [location, message])).toContainEqual([
      { uri: BASE, range: { start: { line: 3, character: 16 }, end: { line: 3, character: 20 } } },
      'Set in common/base.yaml',
    ]);
  });

  it('is judged again when that file changes in another window', async () => {
    const main = await open(MAIN, EXTENDING, { [BASE]: BASE_TEXT });
    await main.diagnostics();
    const base = await harness.open(BASE, BASE_TEXT);
    await base.diagnostics();
    await base.replace(base.rangeOf('true'), 'false');
    await harness.until(() => (harness.codesOf(MAIN).includes('compose/privileged-container') ? undefined : true));
  });

  it('says in its hover what comes from where', async () => {
    await open(MAIN, EXTENDING, { [BASE]: BASE_TEXT });
    await harness.settle();
    const position = { line: 1, character: 3 };
    const hover = await harness.client.sendRequest('textDocument/hover', { textDocument: { uri: MAIN }, position });
    expect(JSON.stringify(hover)).toContain('`image` and `privileged` from `common/base.yaml`');
  });
});

describe('a Dockerfile in a Compose file', () => {
  it('has its findings at their token, and is fixed there', async () => {
    const document = await open(MAIN, INLINE);
    const insecure = (await document.diagnostics()).find((d) => d.code === 'dockerfile/curl-insecure');
    expect(insecure?.range).toEqual({ start: { line: 5, character: 17 }, end: { line: 5, character: 19 } });
    const fix = (await harness.actions(MAIN, document.rangeOf('-k'))).find((a) => a.title.startsWith('Remove -k'));
    expect(document.after(fix?.edit)).toBe(INLINE.replace('curl -k ', 'curl '));
  });

  it('is judged again as it is typed', async () => {
    const document = await open(MAIN, INLINE.replace('        USER node\n', ''));
    expect((await document.diagnostics()).map((d) => d.code)).toContain('dockerfile/missing-user');
    await document.insertBefore('    security_opt', '        USER node\n');
    expect((await document.diagnostics()).map((d) => d.code)).not.toContain('dockerfile/missing-user');
  });
});
