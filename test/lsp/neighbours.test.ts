import { afterEach, describe, expect, it } from 'vitest';
import { neighbourUri } from '../../server/src/analysis/neighbours.ts';
import type { FileAnalysis } from '../../server/src/analysis/types.ts';
import type { AnalysisDoors } from '../../server/src/workspace/analysis-doors.ts';
import { FakeClock } from './support/fake-clock.ts';
import { Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';
import { toyDoors } from './support/toy-engine.ts';

const MAIN = 'file:///w/compose.yaml';
const BASE = 'file:///w/base.yaml';
const USES_BASE = 'services:\n  web:\n    uses: base.yaml\n';

let harness: Harness;
afterEach(() => harness?.dispose());

/** The toy engine, in whose files `uses: path` brings in the text of another file, and what is unsafe there is unsafe here. */
function doorsWithUses(clock: FakeClock, judged: string[]): AnalysisDoors {
  const doors = toyDoors(clock);
  const analyze: AnalysisDoors['engine']['analyze'] = (file, settings, previous): FileAnalysis => {
    judged.push(file.uri);
    const own = doors.engine.analyze(file, settings, previous);
    const path = /uses: (\S+)/.exec(file.text)?.[1];
    if (path === undefined) return own;
    const text = file.neighbours?.read(path);
    const start = file.text.indexOf(path);
    const at = { span: { start, end: start + path.length }, route: [] };
    const other = typeof text === 'string' ? doors.engine.analyze({ uri: MAIN, text }, settings).findings : [];
    const findings = other.map((finding) => ({
      ...finding,
      at,
      resource: { ...finding.resource, at },
      related: [],
      fixes: () => [],
    }));
    return { ...own, findings: [...own.findings, ...findings], reads: new Map([[neighbourUri(file.uri, path) ?? '', text]]) };
  };
  return { ...doors, engine: { ...doors.engine, analyze } };
}

async function start(contents: Record<string, string>) {
  const clock = new FakeClock();
  const judged: string[] = [];
  const files = new MemoryFiles(contents);
  harness = await Harness.start({ files, clock, doors: doorsWithUses(clock, judged) });
  return { files, judged };
}

const UNSAFE = 'services:\n  base:\n    privileged: true\n';
const SAFE = 'services:\n  base:\n    image: x:1\n';

describe('a file that is judged by another', () => {
  it('is judged with what stands there, before anything is shown', async () => {
    await start({ [BASE]: UNSAFE });
    const main = await harness.open(MAIN, USES_BASE);
    expect((await main.diagnostics()).map((d) => d.code)).toContain('compose/privileged');
    expect(harness.published.filter((p) => p.uri === MAIN)).toHaveLength(1);
  });

  it('follows the open document, unsaved', async () => {
    await start({ [BASE]: UNSAFE });
    const main = await harness.open(MAIN, USES_BASE);
    await main.diagnostics();
    const base = await harness.open(BASE, UNSAFE);
    await base.diagnostics();
    await base.replace(base.rangeOf('true'), 'false');
    await harness.until(() => (harness.codesOf(MAIN).includes('compose/privileged') ? undefined : true));
    await harness.client.sendNotification('textDocument/didClose', { textDocument: { uri: BASE } });
    await harness.until(() => (harness.codesOf(MAIN).includes('compose/privileged') ? true : undefined));
  });

  it('follows the disk: changed, created and deleted files', async () => {
    const { files } = await start({});
    const main = await harness.open(MAIN, USES_BASE);
    expect((await main.diagnostics()).map((d) => d.code)).not.toContain('compose/privileged');
    files.contents.set(BASE, UNSAFE);
    await harness.filesChanged({ uri: BASE, type: 1 });
    await harness.until(() => (harness.codesOf(MAIN).includes('compose/privileged') ? true : undefined));
    files.contents.set(BASE, SAFE);
    await harness.filesChanged({ uri: BASE, type: 2 });
    await harness.until(() => (harness.codesOf(MAIN).includes('compose/privileged') ? undefined : true));
  });

  it('is not judged again by a keystroke in a file that it does not read', async () => {
    const { judged } = await start({ [BASE]: SAFE });
    const main = await harness.open(MAIN, USES_BASE);
    await main.diagnostics();
    const other = await harness.open('file:///w/other-compose.yaml', SAFE);
    await other.diagnostics();
    judged.length = 0;
    await other.insertBefore('x:1', 'y');
    await other.diagnostics();
    await harness.settle();
    expect(judged).toEqual(['file:///w/other-compose.yaml']);
  });

  it('reads nothing outside of the workspace', async () => {
    const { files } = await start({ 'file:///secret.yaml': UNSAFE });
    const main = await harness.open(MAIN, 'services:\n  web:\n    uses: ../secret.yaml\n');
    expect((await main.diagnostics()).map((d) => d.code)).not.toContain('compose/privileged');
    expect(files.reads).not.toContain('file:///secret.yaml');
  });

  it('knows nothing of other files while it is untitled', async () => {
    await start({ [BASE]: UNSAFE });
    const main = await harness.open('untitled:Untitled-1', USES_BASE, 'dockercompose');
    expect((await main.diagnostics()).map((d) => d.code)).not.toContain('compose/privileged');
  });

  it('is judged with it in a scan, which reads each file once, and follows it afterwards', async () => {
    const { files } = await start({ [BASE]: UNSAFE, [MAIN]: USES_BASE });
    await harness.client.sendRequest('seaworthy/scan', { token: 't' });
    await harness.until(() => (harness.codesOf(MAIN).includes('compose/privileged') ? true : undefined));
    expect(files.reads.filter((uri) => uri === BASE)).toHaveLength(1);
    files.contents.set(BASE, SAFE);
    await harness.filesChanged({ uri: BASE, type: 2 });
    await harness.until(() => (harness.codesOf(MAIN).includes('compose/privileged') ? undefined : true));
  });
});
