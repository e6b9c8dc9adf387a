import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { locateInWords } from '../../../server/src/dockerfile/commands/words-text.ts';
import {
  dropCommand,
  type EditResult,
  insertShellWord,
  isRefused,
  removeShellWords,
  replaceShellWord,
} from '../../../server/src/dockerfile/edit.ts';
import { setuidMode } from '../../../server/src/dockerfile/files/setuid-mode.ts';
import { textsWrittenBy } from '../../../server/src/dockerfile/files/written-text.ts';
import { buildDockerfile } from '../../../server/src/dockerfile/model/build.ts';
import type { RunInstruction } from '../../../server/src/dockerfile/model/model.ts';
import { parseDockerfile } from '../../../server/src/dockerfile/syntax/parse.ts';
import { vulnerableOpenssl } from '../../../server/src/knowledge/openssl-versions.ts';
import { serverPackage } from '../../../server/src/knowledge/server-packages.ts';

/** The first RUN of a Dockerfile without its FROM. */
function runOf(body: string) {
  const text = `FROM a\n${body}`;
  const syntax = parseDockerfile(text);
  const run = buildDockerfile(syntax).stages[0]?.all('RUN')[0] as RunInstruction;
  const words = run.script.commands.flatMap((command) => command.args);
  const word = (value: string) => words.filter((w) => w.value === value);
  const after = (result: EditResult) => (isRefused(result) ? `! ${result}` : applyEdits(text, result).slice('FROM a\n'.length));
  return { text, syntax, run, word, after };
}

describe('words of commands', () => {
  test.each([
    ['RUN curl -k x', 'RUN curl x'],
    ['RUN curl x -k', 'RUN curl x'],
    ['RUN curl x -k; y', 'RUN curl x; y'],
    ['RUN curl \\\n  -k \\\n  x', 'RUN curl \\\n  x'],
    ['RUN curl x \\\n  -k', 'RUN curl x'],
    ['RUN ["curl", "-k", "x"]', 'RUN ["curl", "x"]'],
    ['RUN ["sh", "-c", "curl -k x"]', 'RUN ["sh", "-c", "curl x"]'],
    ['RUN <<EOF\ncurl -k x\nEOF', 'RUN <<EOF\ncurl x\nEOF'],
    ['RUN <<EOF\ncurl \\\n  -k \\\n  x\nEOF', 'RUN <<EOF\ncurl \\\n  x\nEOF'],
    ['RUN <<EOF\ncurl x -k\nEOF', 'RUN <<EOF\ncurl x\nEOF'],
  ])('%j loses -k', (before, expected) => {
    const { syntax, run, word, after } = runOf(before);
    expect(after(removeShellWords(syntax, run, word('-k')))).toBe(expected);
  });

  test('that are cut by a continuation are left alone', () => {
    const { syntax, run, word, after } = runOf('RUN curl -\\\nk x');
    expect(after(removeShellWords(syntax, run, word('-k')))).toMatch(/^! /);
  });

  test('are replaced and inserted, also in JSON form', () => {
    const shell = runOf('RUN passwd "-d" app');
    const [flag] = shell.word('-d');
    expect(flag && shell.after(replaceShellWord(flag, '-l'))).toBe('RUN passwd -l app');
    const json = runOf('RUN ["curl", "x"]');
    const name = json.run.script.commands[0]?.word;
    expect(name && json.after(insertShellWord(json.run, name, '-f'))).toBe('RUN ["curl", "-f", "x"]');
  });
});

describe('a command that is dropped', () => {
  test.each([
    ['RUN a && b x | c', 'c', 'RUN a'],
    ['RUN b x | c', 'c', ''],
    ['RUN a && b | c && d', 'c', 'RUN a && d'],
    ['RUN a; b | c', 'c', '! the command is not joined by `&&` only'],
  ])('%j without %j', (before, name, expected) => {
    const { syntax, run, after } = runOf(before);
    const command = run.script.commands.find((c) => c.name === name);
    expect(command && after(dropCommand(syntax, run, command)).trimEnd()).toBe(expected);
  });
});

describe('texts that are written', () => {
  test.each([
    ['RUN echo "a b" >> /etc/f', ['a b'], '/etc/f'],
    ['RUN printf "a\\nb" | tee -a /etc/f', ['a\n b'], '/etc/f'],
    ['RUN sed -i "s/old/new/" /etc/f', ['-i', 'new/', '/etc/f'], '/etc/f'],
    ['RUN cat <<X > /etc/f\nbody\nX', ['body\n'], '/etc/f'],
    ['RUN echo a', [], undefined],
  ])('%j', (before, texts, file) => {
    const written = runOf(before).run.script.commands.flatMap(textsWrittenBy);
    expect(written.map((w) => w.text)).toEqual(texts);
    expect(written[0]?.file).toBe(file);
  });

  test('are found again in the source', () => {
    const { text, run } = runOf('RUN echo "set x no" >> /etc/f');
    const [written] = run.script.commands.flatMap(textsWrittenBy);
    const found = written?.locate({ start: 6, end: 8 });
    expect(found?.editable).toBe(true);
    expect(text.slice(found?.span.start, found?.span.end)).toBe('no');
  });
});

test('a part of joined words stands where it is written', () => {
  const { text, run } = runOf('RUN npm set   "strict-ssl" false');
  const args = run.script.commands[0]?.args ?? [];
  const joined = args.map((w) => w.text).join(' ');
  const at = (part: string) => {
    const start = joined.indexOf(part);
    const found = locateInWords(args, { start, end: start + part.length });
    return { text: text.slice(found.span.start, found.span.end), editable: found.editable };
  };
  expect(at('strict-ssl false')).toEqual({ text: '"strict-ssl" false', editable: false });
  expect(at('false')).toEqual({ text: 'false', editable: true });
  expect(at('ssl')).toEqual({ text: 'ssl', editable: true });
});

test.each([
  ['4755', '0755'],
  ['04755', '0755'],
  ['6711', '0711'],
  ['4777', '0775'],
  ['u+s', 'u-s'],
  ['+xs', '+x'],
  ['u=rwxs,g=rx', 'u=rwx,g=rx'],
  ['755', undefined],
  ['2755', undefined],
  ['g+s', undefined],
  ['u-s', undefined],
])('mode %s without set-user-id is %s', (mode, expected) => {
  expect(setuidMode(mode)?.without).toBe(expected);
});

test.each([
  ['https://www.openssl.org/source/openssl-3.0.6.tar.gz', '3.0.7'],
  ['https://www.openssl.org/source/openssl-3.0.7.tar.gz', undefined],
  ['https://example.com/OpenSSL_1_0_1f.zip', '1.0.1g'],
  ['https://example.com/openssl-1.0.1u.tar.gz', '3.5'],
  ['https://example.com/openssl-1.1.1w.tar.gz', undefined],
  ['https://example.com/libopenssl-3.0.1.tar.gz', undefined],
])('%s', (name, fixedIn) => {
  expect(vulnerableOpenssl(name)?.fixedIn).toBe(fixedIn);
});

test('packages of servers are known by tool, with or without a version', () => {
  expect(serverPackage('apk', 'openssh~9.9')).toEqual({ kind: 'ssh', service: 'SSH', client: 'openssh-client' });
  expect(serverPackage('dnf', 'openssh')).toBeUndefined();
  expect(serverPackage('apt-get', 'telnetd=0.17')).toEqual({ kind: 'plain-text', service: 'Telnet' });
  expect(serverPackage('apt-get', 'telnet')).toBeUndefined();
});
