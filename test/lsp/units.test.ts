import { afterEach, describe, expect, it } from 'vitest';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import { Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

let harness: Harness;
afterEach(() => harness?.dispose());

const SERVICE_URI = 'file:///w/app/service.yaml';
const POD_URI = 'file:///w/app/pod.yaml';
const RULE = 'project/service-without-pods';
const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n';
const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: {containers: [{name: a, image: "a:1"}]}\n';

const ALL = { settings: { profile: 'all' } };

async function start(contents: Record<string, string>) {
  const files = new MemoryFiles(contents);
  harness = await Harness.start({
    files,
    doors: engineDoors(),
    initializationOptions: ALL,
    configurationFor: () => ({ profile: 'all' }),
  });
  files.contents.set('file:///w/.seaworthy.yaml', 'profile: all\n');
  return files;
}

const shows = (uri: string, rule = RULE) => harness.codesOf(uri).includes(rule);
const until = (condition: () => boolean) => harness.until(() => (condition() ? true : undefined));

describe('a manifest that is open', () => {
  it('is judged with what lies in its folder, read behind it', async () => {
    await start({ [POD_URI]: POD, 'file:///w/app/deep/other.yaml': POD });
    const service = await harness.open(SERVICE_URI, SERVICE);
    await service.diagnostics();
    await service.replace(service.rangeOf('{app: web}'), '{app: api}');
    await until(() => shows(SERVICE_URI));
    expect(harness.files.reads).toContain(POD_URI);
    expect(harness.files.reads).not.toContain('file:///w/app/deep/other.yaml');
  });

  it('says nothing of the others until they are read', async () => {
    const files = await start({});
    let answer: (text: string) => void = () => undefined;
    files.contents.set(POD_URI, () => new Promise((resolve) => (answer = resolve)));
    const service = await harness.open(SERVICE_URI, SERVICE);
    await service.diagnostics();
    expect(shows(SERVICE_URI)).toBe(false);
    answer(POD.replace('app: web', 'app: api'));
    await until(() => shows(SERVICE_URI));
  });

  it('follows the other one, open or on the disk', async () => {
    const files = await start({ [POD_URI]: POD.replace('app: web', 'app: api') });
    await harness.open(SERVICE_URI, SERVICE);
    await until(() => shows(SERVICE_URI));
    const pod = await harness.open(POD_URI, POD.replace('app: web', 'app: api'));
    await pod.replace(pod.rangeOf('app: api'), 'app: web');
    await until(() => !shows(SERVICE_URI));
    await harness.client.sendNotification('textDocument/didClose', { textDocument: { uri: POD_URI } });
    await until(() => shows(SERVICE_URI));
    files.contents.set(POD_URI, POD);
    await harness.filesChanged({ uri: POD_URI, type: 2 });
    await until(() => !shows(SERVICE_URI));
    files.contents.delete(POD_URI);
    await harness.filesChanged({ uri: POD_URI, type: 3 });
    await until(() => shows(SERVICE_URI));
  });

  it('is judged with itself alone while it is untitled', async () => {
    await start({ [POD_URI]: POD });
    const service = await harness.open('untitled:Untitled-1', SERVICE);
    const codes = (await service.diagnostics()).map(({ code }) => code);
    expect(codes).toContain(RULE);
  });
});

describe('a scan', () => {
  it('judges what it read together, whatever it read first', async () => {
    await start({ [POD_URI]: POD, [SERVICE_URI]: SERVICE, 'file:///w/other/service.yaml': SERVICE });
    await harness.client.sendRequest('seaworthy/scan', { token: 't' });
    await until(() => shows('file:///w/other/service.yaml'));
    expect(shows(SERVICE_URI)).toBe(false);
    expect(harness.files.reads.filter((uri) => uri === POD_URI)).toHaveLength(1);
  });
});
