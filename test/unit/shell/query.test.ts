import { describe, expect, it } from 'vitest';
import {
  chooseInterpreter,
  interpreterOfShebang,
  isInterpreter,
  isShellInterpreter,
} from '../../../server/src/shell/interpreter.ts';
import {
  commandsNamed,
  downstream,
  flagValue,
  flagValues,
  hasFlag,
  operands,
  subcommand,
} from '../../../server/src/shell/query.ts';
import { command, script } from './helpers.ts';

const INSECURE = ['-k', '--insecure'];

describe('hasFlag', () => {
  it.each<[string, string | undefined]>([
    ['curl -k x', '-k'],
    ['curl -sk x', 'k'],
    ['curl -fsSLk x', 'k'],
    ['curl --insecure x', '--insecure'],
    ['curl --insecure=true x', '--insecure=true'],
    ['curl "-k" x', '"-k"'],
    ['curl -s"k" x', '-s"k"'],
    ['curl -o -k', undefined],
    ['curl -okay x', undefined],
    ['curl -- -k', undefined],
    ['curl $OPTS x', undefined],
    ['curl --insecure-not x', undefined],
    ['curl k', undefined],
    ['curl', undefined],
  ])('%s', (text, expected) => {
    const found = hasFlag(command(text), INSECURE, ['-o', '--output']);
    expect(found && text.slice(found.span.start, found.span.end)).toBe(expected);
  });

  it('knows long flags with one dash', () => {
    expect(hasFlag(command('go build -insecure x'), ['-insecure'])?.name).toBe('-insecure');
    expect(hasFlag(command('find . -exec x'), ['-e'])?.clustered).toBe(true);
    expect(hasFlag(command('find . -exec x'), ['-exec', '-e'])?.name).toBe('-exec');
  });
});

describe('flagValue', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['pip install --trusted-host=x y', 'x', 'x'],
    ['pip install --trusted-host x y', 'x', 'x'],
    ['pip install --trusted-host "x" y', 'x', '"x"'],
    ['pip install --trusted-host="x" y', 'x', '--trusted-host="x"'],
    ['pip install --trusted-host=$X y', undefined, '$X'],
    ['pip install -t x', 'x', 'x'],
    ['pip install -tx', 'x', 'x'],
    ['pip install -qtx', 'x', 'x'],
    ['pip install --trusted-host', undefined, undefined],
    ['pip install x', undefined, undefined],
  ])('%s', (text, value, at) => {
    const found = flagValue(command(text), ['--trusted-host', '-t']);
    expect(found?.value).toBe(value);
    expect(found && text.slice(found.span.start, found.span.end)).toBe(at);
  });

  it('gives all of them', () => {
    expect(flagValues(command('x -H a --header=b -o -H -Hc'), ['-H', '--header'], ['-o']).map((v) => v.text)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('operands and names', () => {
  it('leaves out flags and their values', () => {
    const c = command('apt-get -o X=y -qq install -t stable a "b" $C -- -d');
    expect(operands(c, ['-o', '-t']).map((w) => w.text)).toEqual(['install', 'a', 'b', '$C', '-d']);
    expect(subcommand(c, ['-o', '-t'])).toBe('install');
    expect(subcommand(command('apt-get $X'))).toBeUndefined();
  });

  it('finds commands at any depth, and what a pipe leads to', () => {
    const s = script("sh -c 'curl a' && x $(wget b | tee c | sh) && echo curl");
    expect(commandsNamed(s, 'curl', 'wget').map((c) => c.name)).toEqual(['curl', 'wget']);
    expect(
      commandsNamed(s, 'wget')
        .flatMap(downstream)
        .map((c) => c.name),
    ).toEqual(['tee', 'sh']);
  });
});

describe('interpreters', () => {
  it.each<[string[] | undefined, string]>([
    [undefined, 'posix'],
    [[], 'posix'],
    [['/bin/sh', '-c'], 'posix'],
    [['/bin/bash', '-o', 'pipefail', '-c'], 'posix'],
    [['ash', '-c'], 'posix'],
    [['busybox', 'sh', '-c'], 'posix'],
    [['pwsh', '-Command'], 'powershell'],
    [['C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\PowerShell.exe'], 'powershell'],
    [['cmd', '/S', '/C'], 'cmd'],
    [['CMD.EXE'], 'cmd'],
    [['/usr/bin/env', 'bash', '-c'], 'posix'],
    [['conda', 'run', '-n', 'x', '/bin/bash', '-c'], 'posix'],
    [['/usr/bin/python3', '-c'], 'other'],
    [['python', 'sh'], 'other'],
    [['env', 'python3', 'sh'], 'other'],
    [['$SHELL', '-c'], 'other'],
  ])('%j is %s', (words, expected) => {
    expect(chooseInterpreter(words)).toBe(expected);
  });

  it.each<[string, string | undefined]>([
    ['#!/bin/sh\nx', 'posix'],
    ['#! /usr/bin/env -S bash -e\r\nx', 'posix'],
    ['#!/usr/bin/env python3', 'other'],
    ['x\n#!/bin/sh', undefined],
    ['#!', undefined],
  ])('%j', (text, expected) => {
    expect(interpreterOfShebang(text)).toBe(expected);
  });

  it('tells programs that run code from others', () => {
    for (const name of [
      'sh',
      'bash',
      'dash',
      'ash',
      'zsh',
      'ksh',
      'python',
      'python3',
      'python3.12',
      'perl',
      'ruby',
      'node',
      'php',
      'php8',
      'pwsh',
    ])
      expect(isInterpreter(name)).toBe(true);
    for (const name of ['cat', 'tee', 'tar', 'gpg', 'jq', undefined, 'shasum', 'busybox', ''])
      expect(isInterpreter(name)).toBe(false);
    expect(['sh', 'python3', 'busybox'].map(isShellInterpreter)).toEqual([true, false, false]);
  });
});
