import { describe, expect, it } from 'vitest';
import { URI, Utils } from 'vscode-uri';
import { neighbourUri } from '../../../server/src/analysis/neighbours.ts';
import { childOf, nameOf, parentOf, relativePath, uriKey } from '../../../server/src/workspace/uris.ts';

/** Of all spellings: some are plain and cut as texts, the others are parsed. */
const URIS = [
  'file:///w/a/Dockerfile',
  'file:///w/a',
  'file:///w',
  'file:///',
  'file:///c%3A/w/a.yaml',
  'file:///c%3A/w',
  'file:///c%3A',
  'file:///C:/w/a.yaml',
  'file:///c:/w/a.yaml',
  'file:///w/a/',
  'file:///w//a',
  'file:///w/./a',
  'file:///w/../a',
  'file:///w/..a/.b',
  'file:///w/a%20b/c%23.yaml',
  'file:///w/a b',
  'file:///w/%C3%A4.yaml',
  'file:///w/a+b@c',
  'file:///w/~x/_y-1.2',
  'file://server/share/a.yaml',
  'vscode-remote://ssh/w/a.yaml',
  'untitled:Untitled-1',
];
const PATHS = [
  'a.yaml',
  'b/c.yaml',
  '../x.yaml',
  '../../x.yaml',
  '../../../x',
  './x',
  'b/../c',
  '/srv/x',
  'a b',
  '..',
  '.',
  '.env',
  '',
];

const parsed = (uri: string) => URI.parse(uri);
const dirname = (uri: string) => {
  if (parsed(uri).scheme === 'untitled' || !parsed(uri).path.startsWith('/')) return undefined;
  const parent = Utils.dirname(parsed(uri));
  return parent.path === parsed(uri).path ? undefined : parent.toString();
};

describe.each(URIS)('%s', (uri) => {
  it('has the key, the name and the folder that parsing tells', () => {
    expect(uriKey(uri)).toBe(parsed(uri).toString());
    expect(nameOf(uri)).toBe(Utils.basename(parsed(uri)));
    expect(parentOf(uri)).toBe(dirname(uri));
  });

  it.each(PATHS)('leads with `%s` where parsing tells', (path) => {
    const hasFolder = parsed(uri).scheme !== 'untitled' && parsed(uri).path.startsWith('/');
    const expected = hasFolder ? Utils.resolvePath(Utils.dirname(parsed(uri)), path).toString() : undefined;
    expect(neighbourUri(uri, path)).toBe(expected);
    if (hasFolder) expect(childOf(uri, path)).toBe(Utils.joinPath(parsed(uri), path).toString());
  });

  it.each(URIS)('lies below %s as their paths say', (folder) => {
    const [base, own] = [parsed(folder), parsed(uri)];
    const top = base.path.replace(/\/$/, '');
    const isSameRoot = base.scheme === own.scheme && base.authority === own.authority;
    const isFolder = own.path === top || own.path === base.path;
    const below = own.path.startsWith(`${top}/`) ? own.path.slice(top.length + 1) : undefined;
    expect(relativePath(folder, uri)).toBe(isSameRoot ? (isFolder ? '' : below) : undefined);
  });
});
