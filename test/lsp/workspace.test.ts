import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/core/finding.ts';
import { DocumentStore } from '../../server/src/workspace/document-store.ts';
import { parseDotenv } from '../../server/src/workspace/dotenv.ts';
import type { FileEntry } from '../../server/src/workspace/findings-store.ts';
import { FixLabels } from '../../server/src/workspace/fix-labels.ts';
import { spanThrough } from '../../server/src/workspace/shift-through.ts';
import { childOf, parentOf, relativePath, uriKey } from '../../server/src/workspace/uris.ts';
import { FakeClock } from './support/fake-clock.ts';

describe('.env', () => {
  it('is read as Compose reads it', () => {
    const text = [
      '# comment',
      'A=1',
      'export B = two # why',
      'C="x # y\\n$A" # c',
      "D='lit $A'",
      'E: e#not',
      'F=${A}${MISSING:-d}',
      'G=${UNKNOWN}',
      'H=',
      'I="a',
      'b"',
      'broken line',
      'J=a$$b',
      'K=#nothing',
    ];
    expect([...parseDotenv(text.join('\r\n'))]).toEqual([
      ['A', '1'],
      ['B', 'two'],
      ['C', 'x # y\n1'],
      ['D', 'lit $A'],
      ['E', 'e#not'],
      ['F', '1d'],
      ['H', ''],
      ['I', 'a\nb'],
      ['J', 'a$b'],
      ['K', ''],
    ]);
  });

  it('never throws and always ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('A', '=', '"', "'", '\n', '\\', '$', '{', '}', ' ', '#', ':') }),
        (text) => parseDotenv(text).size >= 0,
      ),
    );
  });
});

describe('offsets through changes', () => {
  it('agree with the text: an untouched token is found again where it stands', () => {
    const edit = fc.record({ from: fc.nat(40), length: fc.nat(6), text: fc.string({ maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), fc.boolean(), (edits, whole) => {
        const store = new DocumentStore();
        const text = 'aaaa\nbbbb\r\ncccc TOKEN dddd\neeee\n';
        store.open('file:///a', 'yaml', 1, text);
        let now = text;
        for (const [index, { from, length, text: inserted }] of edits.entries()) {
          const start = Math.min(from, now.length);
          const next = now.slice(0, start) + inserted + now.slice(start + length);
          const position = (offset: number) => {
            const lines = now.slice(0, offset).split(/\r\n|\r|\n/);
            return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
          };
          // A place between \r and \n is none that an editor can name.
          const splits = [start, Math.min(now.length, start + length)].some((o) => now[o - 1] === '\r' && now[o] === '\n');
          const change =
            whole || splits
              ? { text: next }
              : { range: { start: position(start), end: position(Math.min(now.length, start + length)) }, text: inserted };
          store.change('file:///a', index + 2, [change]);
          now = next;
        }
        expect(store.get('file:///a')?.text).toBe(now);
        const token = { start: text.indexOf('TOKEN'), end: text.indexOf('TOKEN') + 5 };
        const span = spanThrough(token, store.takeChanges('file:///a'));
        if (span) expect(now.slice(span.start, span.end)).toBe('TOKEN');
        expect(store.takeChanges('file:///a')).toEqual([]);
      }),
    );
  });

  it('end where the token itself is changed', () => {
    expect(spanThrough({ start: 5, end: 9 }, [{ start: 5, end: 5, length: 3 }])).toEqual({ start: 8, end: 12 });
    expect(spanThrough({ start: 5, end: 9 }, [{ start: 9, end: 9, length: 3 }])).toEqual({ start: 5, end: 9 });
    expect(spanThrough({ start: 5, end: 9 }, [{ start: 6, end: 6, length: 1 }])).toBeUndefined();
    expect(spanThrough({ start: 5, end: 9 }, [{ start: 8, end: 12, length: 0 }])).toBeUndefined();
  });
});

describe('URIs', () => {
  it('have one key however they are spelled', () => {
    expect(uriKey('file:///C:/a%20b/x')).toBe(uriKey('file:///c%3A/a b/x'));
    expect(uriKey(uriKey('file:///c%3A/é'))).toBe(uriKey('file:///c%3A/é'));
  });

  it('have folders, but for untitled documents', () => {
    expect(parentOf('file:///w/a/b.yaml')).toBe('file:///w/a');
    expect(parentOf('file:///')).toBeUndefined();
    expect(parentOf('untitled:Untitled-1')).toBeUndefined();
    expect(relativePath('file:///w', 'file:///w/a%20b/c')).toBe('a b/c');
    expect(relativePath('file:///w', 'file:///ww/a')).toBeUndefined();
    expect(relativePath('file:///', 'file:///a')).toBe('a');
    expect(relativePath('vscode-vfs://github/o/r', 'vscode-vfs://gitlab/o/r/x')).toBeUndefined();
    expect(childOf('vscode-vfs://github/o/r', '.env')).toBe('vscode-vfs://github/o/r/.env');
  });
});

describe('names of fixes', () => {
  const at = { span: { start: 0, end: 1 }, route: [] };
  let [computed, title] = [0, 'A'];
  const finding: Finding = {
    rule: 'a/b',
    severity: 'low',
    confidence: 'high',
    message: '',
    at,
    resource: { kind: 'file', name: 'f', at },
    related: [],
    fingerprint: 'id',
    absence: false,
    fixes: () => {
      computed++;
      return [{ title, safety: 'safe', edits: [], touches: [] }];
    },
  };
  const entry: FileEntry = { uri: 'file:///a', kind: 'compose', text: '', findings: [finding], problems: [], milliseconds: 0 };

  it('are computed once per finding until they are refreshed or the file is forgotten', async () => {
    const labels = new FixLabels(new FakeClock(), () => Promise.resolve());
    const name = async (refresh = false) => {
      const label = (await labels.labelsOf(entry, refresh, () => true))?.get('id');
      return label && 'title' in label ? label.title : undefined;
    };
    expect([await name(), await name(), computed]).toEqual(['A', 'A', 1]);
    title = 'B';
    expect([await name(), await name(true), await name(), computed]).toEqual(['A', 'B', 'B', 2]);
    labels.forget('file:///a');
    expect([await name(), computed]).toEqual(['B', 3]);
  });

  it('are given up when the file changes on the way', async () => {
    const clock = new FakeClock();
    const slow = {
      ...finding,
      fixes: () => {
        clock.advance(20);
        return [];
      },
    };
    const labels = new FixLabels(clock, () => Promise.resolve());
    expect(await labels.labelsOf({ ...entry, findings: [slow, finding] }, false, () => false)).toBeUndefined();
  });
});
