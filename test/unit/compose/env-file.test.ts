import { describe, expect, it } from 'vitest';
import { readEnvEntries, readEnvVariables } from '../../../server/src/compose/model/env-file.ts';
import { plain, project } from './read.ts';

// Expected values follow "Env_file syntax" and ".env file syntax" of the Compose documentation, and compose-go's `dotenv`.
describe('an env file', () => {
  const rows: readonly (readonly [text: string, entries: readonly (readonly [string, string | undefined])[]])[] = [
    ['A=b', [['A', 'b']]],
    ['  export A = b  ', [['A', 'b']]],
    ['A: b', [['A', 'b']]],
    ['A=', [['A', '']]],
    ['A', [['A', undefined]]],
    ['A # from the shell', [['A', undefined]]],
    [
      '# A=b\n\nB=c\r\nC=d',
      [
        ['B', 'c'],
        ['C', 'd'],
      ],
    ],
    ['A=b # c', [['A', 'b']]],
    ['A=b#c', [['A', 'b#c']]],
    ['A="b # c" # d', [['A', 'b # c']]],
    ['A=\'b "c" $D\'', [['A', 'b "c" $D']]],
    ["A='it\\'s'", [['A', "it's"]]],
    ['A="b\\nc\\"d"', [['A', 'b\nc"d']]],
    [
      'A="two\nlines"\nB=c',
      [
        ['A', 'two\nlines'],
        ['B', 'c'],
      ],
    ],
    [
      'A="open\nB=c',
      [
        ['A', '"open'],
        ['B', 'c'],
      ],
    ],
    ['not a line\nA=b', [['A', 'b']]],
    ['\uFEFFA=b', [['A', 'b']]],
  ];
  it.each(rows)('%j', (text, entries) => {
    expect(readEnvEntries(text).map(({ name, value }) => [name, value])).toEqual(entries);
  });

  it('keeps quotes and comments in the raw format', () => {
    expect(readEnvEntries('A="b" # c', { raw: true }).map(({ value }) => value)).toEqual(['"b" # c']);
  });

  it('tells where names and values stand', () => {
    const text = 'X=1\nexport KEY = "a b" # c\nPLAIN=v \n';
    const shown = readEnvEntries(text).map(({ nameSpan, valueSpan }) =>
      [nameSpan, valueSpan].map(({ start, end }) => text.slice(start, end)),
    );
    expect(shown).toEqual([
      ['X', '1'],
      ['KEY', 'a b'],
      ['PLAIN', 'v'],
    ]);
  });

  it('fills in the variables that it has set before', () => {
    const text = 'A=1\nB=${A}2\nC="$B"\nD=${X:-d}\nE=$X\nF=\'$A\'\nG=$$A';
    expect([...readEnvVariables(text)]).toEqual([
      ['A', '1'],
      ['B', '12'],
      ['C', '12'],
      ['D', 'd'],
      ['F', '$A'],
      ['G', '$A'],
    ]);
  });

  it('reads any text without an error', () => {
    for (const text of ['', '=', '"', "A='", 'A="\\', 'export', 'A==b', '\0', 'A=${'.repeat(100)]) readEnvVariables(text);
    expect(readEnvEntries('A="\\')).toHaveLength(1);
  });
});

describe('env_file of a service', () => {
  const files = {
    'compose.yaml':
      'services:\n  web:\n    image: a\n    env_file: [app.env, gone.env, "${X}.env", {path: raw.env, format: raw}]\n',
    'app.env': 'TOKEN=abc\nOTHER=${TOKEN}\nSHELL_ONLY\n',
    'raw.env': 'Q="x"\n',
  };
  const contents = project(files).service('web')?.envFileContents ?? [];

  it('is read where it is known', () => {
    expect(contents.map(({ path, state }) => [path, state])).toEqual([
      ['app.env', 'read'],
      ['gone.env', 'missing'],
      [undefined, 'unknown'],
      ['raw.env', 'read'],
    ]);
    expect(contents.map(({ entries }) => entries.map(({ name, value }) => [name, plain(value)]))).toEqual([
      [
        ['TOKEN', 'abc'],
        ['OTHER', '<dynamic ${TOKEN}>'],
        ['SHELL_ONLY', '<absent>'],
      ],
      [],
      [],
      [['Q', '"x"']],
    ]);
  });

  it('says where a value is written and where that file is named', () => {
    const at = contents[0]?.entries[0]?.value.at;
    expect([at?.uri, at && files['app.env'].slice(at.span.start, at.span.end)]).toEqual(['app.env', 'abc']);
    const named = at?.via?.at?.span;
    expect(named && files['compose.yaml'].slice(named.start, named.end)).toBe('app.env');
  });
});
