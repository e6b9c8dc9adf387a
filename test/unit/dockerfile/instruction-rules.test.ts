import { describe, expect, test } from 'vitest';
import { brokenJsonForm } from '../../../server/src/dockerfile/commands/broken-json-form.ts';
import { wordsOfOneProgram } from '../../../server/src/dockerfile/commands/exec-form.ts';
import { buildDockerfile } from '../../../server/src/dockerfile/model/build.ts';
import type { Instruction } from '../../../server/src/dockerfile/model/model.ts';
import { nearest } from '../../../server/src/dockerfile/spelling/almost-equal.ts';
import { casingOf, majorityCasing } from '../../../server/src/dockerfile/spelling/casing.ts';
import { joinPath, shellAt, workdirAt } from '../../../server/src/dockerfile/stages/stage-so-far.ts';
import { variablesOf } from '../../../server/src/dockerfile/stages/variable-uses.ts';
import { parseDockerfile } from '../../../server/src/dockerfile/syntax/parse.ts';

function model(text: string) {
  const syntax = parseDockerfile(text);
  return { syntax, file: buildDockerfile(syntax) };
}

function last(text: string): Instruction {
  const found = model(text).file.instructions.at(-1);
  if (!found) throw new Error('no instruction');
  return found;
}

describe('names that are almost alike', () => {
  test.each([
    ['PAHT', ['HOME', 'PATH'], 'PATH'],
    ['bulder', ['base', 'builder'], 'builder'],
    ['buildr', ['build'], 'build'],
    ['ab', ['abc'], undefined],
    ['build', ['BUILD'], 'BUILD'],
    ['build', ['build', 'guild'], 'guild'],
    ['stage', ['other'], undefined],
  ])('%s among %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });
});

describe('the casing of keywords', () => {
  test.each([
    ['RUN', 'upper'],
    ['run', 'lower'],
    ['Run', 'mixed'],
  ])('%s is %s', (text, casing) => {
    expect(casingOf(text)).toBe(casing);
  });

  test.each([
    ['FROM a\nrun b\n', 'upper'],
    ['FROM a\nrun b\nrun c\n', 'lower'],
    ['From a\nrun b\n', 'lower'],
  ])('of %j is mostly %s', (text, casing) => {
    expect(majorityCasing(text, model(text).syntax.instructions)).toBe(casing);
  });
});

describe('what holds at an instruction', () => {
  test.each([
    ['FROM a\nRUN b', { kind: 'base' }],
    ['FROM a\nWORKDIR /x\nWORKDIR y\nRUN b', { kind: 'known', path: '/x/y' }],
    ['FROM a\nWORKDIR y\nRUN b', { kind: 'unknown' }],
    ['FROM a\nWORKDIR /x\nWORKDIR $Y\nRUN b', { kind: 'unknown' }],
    ['FROM a AS one\nWORKDIR /x\nFROM one\nRUN b', { kind: 'known', path: '/x' }],
    ['FROM a\nRUN b\nWORKDIR /x', { kind: 'base' }],
  ])('the working directory of %j', (text, expected) => {
    const run = model(text).file.instructions.find(({ keyword }) => keyword === 'RUN');
    expect(run && workdirAt(run)).toEqual(expected);
  });

  test('the shell is that of the nearest SHELL above, parent stages included', () => {
    expect(shellAt(last('FROM a\nRUN b')).words).toBeUndefined();
    expect(shellAt(last('FROM a AS x\nSHELL ["bash","-c"]\nFROM x\nRUN b')).words).toEqual(['bash', '-c']);
    expect(shellAt(last('FROM a\nSHELL ["bash","-c"]\nSHELL bad\nRUN b')).words).toEqual(['bash', '-c']);
  });

  test('paths are joined in one spelling', () => {
    expect(joinPath('/a/b', '../c/./d/')).toBe('/a/c/d');
    expect(joinPath('/', '..')).toBe('/');
    expect(joinPath('C:\\a', 'b')).toBeUndefined();
    expect(joinPath('/a', 'b\\c')).toBeUndefined();
  });
});

describe('variables of a text', () => {
  test.each([
    ['$A ${B:-c} \\$D', ['A', 'B']],
    ['\'$A\' "$B" \'"$C"\'', ['B']],
    ['"it\'s $A"', ['A']],
    ['no', []],
  ])('of %s are %j', (text, names) => {
    expect(variablesOf(text).map(({ name }) => name)).toEqual(names);
  });
});

describe('JSON forms with a mistake', () => {
  test.each([
    ["CMD ['a', 'b']", ['a', 'b']],
    ['CMD ["a", "b",]', ['a', 'b']],
    ['VOLUME [“/data”]', ['/data']],
    ["CMD [\"it's\", 'x']", ["it's", 'x']],
    ['CMD ["a", "b"]', undefined],
    ['CMD [a, b]', undefined],
    ['CMD ["a" "b"]', undefined],
    ["RUN [ 'a' ]", undefined],
    ['RUN [ "$A" = b ]', undefined],
    ['CMD []', undefined],
    ["ENV ['a']", undefined],
  ])('%s', (line, words) => {
    expect(brokenJsonForm(last(`FROM a\n${line}`))).toEqual(words);
  });
});

describe('shell forms that start one program', () => {
  const words = (line: string) => {
    const instruction = last(`FROM debian:13\n${line}`);
    if (instruction.keyword !== 'CMD' && instruction.keyword !== 'ENTRYPOINT') throw new Error('no command');
    return wordsOfOneProgram(instruction);
  };

  test.each([
    ['CMD a b', ['a', 'b']],
    ['CMD exec a "b c" \'d\'', ['a', 'b c', 'd']],
    ['CMD a \\\n  b', ['a', 'b']],
    ['ENTRYPOINT a --x=1', ['a', '--x=1']],
  ])('%j is %j', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });

  test.each([
    ...['CMD a && b', 'CMD a | b', 'CMD a $X', 'CMD a > /x', 'CMD A=1 a', 'CMD a &', 'CMD a;', 'CMD (a)', 'CMD { a; }'],
    ...['CMD a *.x', 'CMD ~/a', 'CMD a $(b)', 'CMD cd /x', 'CMD . /x', 'CMD a # b', 'CMD ["a",]', 'CMD env A=1 b', 'CMD ! a'],
    'CMD x\nENTRYPOINT a b',
  ])('%j needs a shell', (line) => {
    expect(words(line)).toBeTypeOf('string');
  });
});
