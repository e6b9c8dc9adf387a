import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import manifest from '../../package.json';
import { allRules } from '../../server/src/analysis/index.ts';
import { ROOT } from '../support/pages.ts';
import { folderWith, PRIVILEGED, PROGRAM, seaworthy } from './support/cli.ts';

describe('seaworthy', () => {
  it.each([['--version'], ['-v']])('%s says its version', async (option) => {
    expect(await seaworthy([option])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  it.each([[['--help']], [['-h']], [['help']], [['scan', '--help']], [['fix', '--help']]])(
    '%j prints its usage',
    async (args) => {
      const { code, out, err } = await seaworthy(args);
      expect([code, err]).toEqual([0, '']);
      for (const word of ['scan', 'fix', 'rules', 'explain', 'lsp --stdio', '--fail-on', '--dry-run', '--stdin-filename'])
        expect(out).toContain(word);
    },
  );

  it('without a command prints its usage and fails', async () => {
    expect(await seaworthy([])).toMatchObject({ code: 2, out: expect.stringContaining('seaworthy scan') });
  });

  it.each<[string, string[], string]>([
    ['a command that is none', ['scna'], '`scna` is no command: give one of scan, fix, rules, explain, lsp.'],
    ['a command that objects have', ['constructor'], '`constructor` is no command: give one of scan, fix, rules, explain, lsp.'],
    ['an option that is none', ['scan', '--formt', 'json'], "Unknown option '--formt'. Try `seaworthy --help`."],
    ['an option without its value', ['scan', '--format'], "Option '--format <value>' argument missing. Try `seaworthy --help`."],
    [
      'a format that is none',
      ['scan', '--format', 'xml'],
      '`--format xml` is not known: give one of text, compact, json, sarif, github, gitlab, junit, markdown, html.',
    ],
    [
      'a severity that is none',
      ['scan', '--fail-on', 'bad'],
      '`--fail-on bad` is not known: give one of critical, high, medium, low, info, never.',
    ],
    ['a profile that is none', ['fix', '--profile', 'x'], '`--profile x` is not known: give one of recommended, strict, all.'],
    [
      'a version that is none',
      ['scan', '--kubernetes-version', 'new'],
      '`--kubernetes-version new` is no version: give one such as 1.34.',
    ],
    [
      '--config and --no-config',
      ['scan', '--config', 'x', '--no-config'],
      '`--config` and `--no-config` exclude each other: give one.',
    ],
    [
      'a config that does not exist',
      ['scan', '--config', 'nope.yaml'],
      "The config `nope.yaml` can't be read: give a file that exists.",
    ],
    ['a path that does not exist', ['scan', 'nope'], "`nope` can't be read: give a file or folder that exists."],
    ['a path that does not exist, to fix', ['fix', 'nope'], "`nope` can't be read: give a file or folder that exists."],
    [
      'standard input without a name',
      ['scan', '-'],
      'Standard input needs a name to be judged by: add `--stdin-filename Dockerfile`.',
    ],
    ['a rule to fix that is none', ['fix', '--rule', 'x/y'], 'There is no rule `x/y`: see `seaworthy rules`.'],
    [
      'a format of rules that is none',
      ['rules', '--format', 'sarif'],
      '`--format sarif` is not known: give one of text, json, markdown.',
    ],
    ['a rule to explain that is none', ['explain', 'x/y'], 'There is no rule `x/y`: see `seaworthy rules`.'],
    ['nothing to explain', ['explain'], 'Name a rule to explain: `seaworthy explain compose/privileged-container`.'],
    [
      'a name that several rules have',
      ['explain', 'host-namespace'],
      '`host-namespace` is the name of compose/host-namespace and kubernetes/host-namespace: give one of them.',
    ],
    [
      'a report that goes nowhere',
      ['scan', 'package.json', '--output', 'no/such/folder/report'],
      "The report can't be written to `no/such/folder/report` (ENOENT: no such file or directory, open 'no/such/folder/report'): give a file in a folder that exists.",
    ],
  ])('exits with 2 and one line for %s', async (_, args, line) => {
    expect(await seaworthy(args)).toEqual({ code: 2, out: '', err: `seaworthy: ${line}\n` });
  });

  it('is content when its reader has seen enough', async () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`compose.${i}.yaml`, PRIVILEGED])));
    const { code, err } = await seaworthy(['scan', '--format', 'json'], { cwd: folder, readOnly: 100 });
    expect(err).toBe('');
    expect([0, 1]).toContain(code);
  });
});

describe('seaworthy rules', () => {
  it('lists every rule as text', async () => {
    const { code, out } = await seaworthy(['rules']);
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/\s+/)[0]),
    ).toEqual(allRules.map(({ id }) => id));
  });

  it('lists every rule as a table', async () => {
    const { out } = await seaworthy(['rules', '--format', 'markdown']);
    const [head, rule, ...rows] = out.trimEnd().split('\n');
    expect([head, rule]).toEqual(['| rule | title | severity | profile | fix |', '| --- | --- | --- | --- | --- |']);
    expect(rows.map((row) => row.split('|').length)).toEqual(allRules.map(() => 7));
  });

  it('lists every rule as data of one shape', async () => {
    const { code, out } = await seaworthy(['rules', '--format', 'json']);
    expect(code).toBe(0);
    const rules = JSON.parse(out) as Record<string, unknown>[];
    expect(rules.map(({ id }) => id)).toEqual(allRules.map(({ id }) => id));
    for (const rule of rules) {
      const keys = [
        'id',
        'title',
        'family',
        'severity',
        'confidence',
        'category',
        'profile',
        'fix',
        'equivalents',
        'references',
        'docs',
      ];
      expect(Object.keys(rule)).toEqual(keys);
      expect(rule.id).toBe(`${rule.family}/${String(rule.id).split('/')[1]}`);
      expect(existsSync(join(ROOT, String(rule.docs))), String(rule.docs)).toBe(true);
    }
    expect(rules.find(({ id }) => id === 'compose/privileged-container')).toMatchObject({
      title: 'Privileged container',
      family: 'compose',
      severity: 'critical',
      confidence: 'high',
      category: 'privilege',
      profile: 'recommended',
      fix: 'sometimes',
      docs: 'docs/rules/compose/privileged-container.md',
    });
  });
});

describe('seaworthy explain', () => {
  it.each([['compose/privileged-container'], ['no-new-privileges-missing']])('%s prints the page', async (name) => {
    const { code, out, err } = await seaworthy(['explain', name]);
    expect([code, err]).toEqual([0, '']);
    for (const heading of ['## What it finds', '## Why it matters', '## The fix and its safety']) expect(out).toContain(heading);
  });
});

describe('seaworthy lsp', () => {
  it.each([[['lsp', '--stdio']], [['lsp']]])('%j answers, judges and says goodbye', async (args) => {
    const child = spawn(process.execPath, [PROGRAM, ...args]);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const published = new Promise<{ uri: string; diagnostics: { code: string }[] }>((resolve) =>
      client.onNotification('textDocument/publishDiagnostics', resolve),
    );
    client.onRequest('client/registerCapability', () => null);
    client.listen();
    const params = { processId: null, rootUri: null, workspaceFolders: null, capabilities: {} };
    const answer = await client.sendRequest<InitializeResult>('initialize', params);
    expect(answer.serverInfo?.name).toBe('seaworthy');
    await client.sendNotification('initialized', {});
    const textDocument = { uri: 'file:///nowhere/compose.yaml', languageId: 'yaml', version: 1, text: PRIVILEGED };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    const { uri, diagnostics } = await published;
    expect([uri, diagnostics.map((d) => d.code)]).toEqual([textDocument.uri, ['compose/privileged-container']]);
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect(await ended).toBe(0);
  });
});
