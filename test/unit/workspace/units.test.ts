import { describe, expect, it } from 'vitest';
import type { FileAnalysis } from '../../../server/src/analysis/index.ts';
import { Units, unitFolder } from '../../../server/src/workspace/units.ts';
import { uriKey } from '../../../server/src/workspace/uris.ts';
import { engine, settingsOf } from '../../support/engine.ts';

const settings = settingsOf();
const POD = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: a, image: "a:1"}]}\n`;

function judged(uri: string, text: string, kustomization?: string): FileAnalysis {
  const read = (path: string) => (path === 'kustomization.yaml' ? (kustomization ?? null) : null);
  return engine.analyze({ uri, text, neighbours: { read } }, settings);
}

const besideOf = (units: Units, uri: string) =>
  units
    .of(uri)
    ?.beside.map((facts) => facts.uri)
    .sort();

describe('what is deployed together', () => {
  it.each([
    ['file:///w/app/web.yaml', 'file:///w/app', false],
    ['file:///w/chart/templates/web.yaml', 'file:///w/chart/templates', true],
    ['file:///w/chart/templates/sub/web.yaml', 'file:///w/chart/templates', true],
  ])('%s: %s', (uri, folder, deep) => {
    expect(unitFolder(uri)).toEqual({ folder, deep });
  });

  it('is nothing for a document without a folder', () => {
    expect(unitFolder('untitled:Untitled-1')).toBeUndefined();
    expect(new Units().of('untitled:Untitled-1')).toBeUndefined();
  });

  it('is not known until its folder is read to the end', () => {
    const units = new Units();
    units.put(judged('file:///w/a.yaml', POD('a')));
    expect(units.of('file:///w/b.yaml')).toBeNull();
    units.complete('file:///w');
    expect(besideOf(units, 'file:///w/b.yaml')).toEqual(['file:///w/a.yaml']);
  });

  it('tells the others of a folder when what concerns them changes, and only then', () => {
    const units = new Units();
    units.put(judged('file:///w/b.yaml', POD('b')));
    units.put(judged('file:///w/other/c.yaml', POD('c')));
    expect(units.put(judged('file:///w/a.yaml', POD('a')))).toEqual([uriKey('file:///w/b.yaml')]);
    expect(units.put(judged('file:///w/a.yaml', `# moved\n${POD('a')}`))).toEqual([]);
    expect(units.put(judged('file:///w/a.yaml', POD('a2')))).toEqual([uriKey('file:///w/b.yaml')]);
    expect(units.remove('file:///w/a.yaml')).toEqual([uriKey('file:///w/b.yaml')]);
    expect(units.remove('file:///w/a.yaml')).toEqual([]);
  });

  it('is the same object until something in it changes', () => {
    const units = new Units();
    units.put(judged('file:///w/a.yaml', POD('a')));
    units.put(judged('file:///w/b.yaml', POD('b')));
    units.complete('file:///w');
    const before = units.of('file:///w/a.yaml');
    units.put(judged('file:///w/a.yaml', POD('a2')));
    expect(units.of('file:///w/a.yaml')).toBe(before);
    units.put(judged('file:///w/b.yaml', POD('b2')));
    expect(units.of('file:///w/a.yaml')).not.toBe(before);
  });

  it('has what a kustomization names in other folders, through kustomizations', () => {
    const units = new Units();
    units.put(judged('file:///w/base/web.yaml', POD('web'), 'resources: [web.yaml, ../common]\n'));
    units.put(judged('file:///w/common/db.yaml', POD('db')));
    units.put(judged('file:///w/overlay/extra.yaml', POD('extra'), 'resources: [extra.yaml, ../base]\n'));
    for (const folder of ['base', 'common', 'overlay']) units.complete(`file:///w/${folder}`);
    expect(besideOf(units, 'file:///w/overlay/extra.yaml')).toEqual(['file:///w/base/web.yaml', 'file:///w/common/db.yaml']);
    expect(besideOf(units, 'file:///w/base/web.yaml')).toEqual(['file:///w/common/db.yaml']);
    expect(units.put(judged('file:///w/common/db.yaml', POD('db2')))).toEqual(
      ['file:///w/base/web.yaml', 'file:///w/overlay/extra.yaml'].map(uriKey),
    );
  });

  it('knows the Namespaces of other folders, the nearest first', () => {
    const units = new Units();
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
    units.put(judged('file:///w/far/away/ns.yaml', namespace));
    units.put(judged('file:///w/app/ns/ns.yaml', namespace));
    units.put(judged('file:///w/app/web/web.yaml', POD('web')));
    units.complete('file:///w/app/web');
    expect(units.of('file:///w/app/web/web.yaml')?.elsewhere.map(({ uri }) => uri)).toEqual([
      'file:///w/app/ns/ns.yaml',
      'file:///w/far/away/ns.yaml',
    ]);
  });
});
