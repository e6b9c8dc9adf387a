import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, seaworthy } from './support/cli.ts';

const CONFIG =
  'rules:\n  "*/*": off\n  compose/privileged-container: critical\n  compose/missing-non-root-user: low\n  dockerfile/curl-insecure: high\n  dockerfile/secret-in-arg-or-env: high\n';
const INLINE = `services:
  web:
    build:
      dockerfile_inline: |
        FROM node:26
        ENV TOKEN=hunter2hunter2
        RUN curl -k https://example.org/x -o /x
        USER node
`;

interface Shown {
  readonly rule: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

async function scan(files: Readonly<Record<string, string>>, ...paths: string[]): Promise<string[]> {
  const folder = folderWith({ '.seaworthy.yaml': CONFIG, ...files });
  const { out } = await seaworthy(['scan', '--format', 'json', ...paths], { cwd: folder });
  const report = JSON.parse(out) as { files: { path: string; findings: Shown[] }[] };
  return report.files.flatMap(({ path, findings }) =>
    findings.map((f) => `${path}:${f.startLine}:${f.startColumn}-${f.endColumn} ${f.rule}`),
  );
}

describe('a scan of Compose files that use other files', () => {
  const files = {
    'compose.yaml': 'include: [db.yaml]\nservices:\n  web:\n    extends: {file: common/base.yaml, service: base}\n',
    'common/base.yaml': 'services:\n  base:\n    image: a:1\n    privileged: true\n',
    'db.yaml': 'services:\n  db: {image: b:1, privileged: true}\n',
  };

  it('reports what is extended in both files, what is included in its own', async () => {
    expect(await scan(files)).toEqual([
      'common/base.yaml:4:17-21 compose/privileged-container',
      'compose.yaml:4:14-53 compose/privileged-container',
      'db.yaml:2:32-36 compose/privileged-container',
    ]);
  });

  it('reads files that it was not asked to judge', async () => {
    expect(await scan(files, 'compose.yaml')).toEqual(['compose.yaml:4:14-53 compose/privileged-container']);
    const built = { 'compose.yaml': 'services:\n  web:\n    build: app\n', 'app/Dockerfile': 'FROM node:26\n' };
    expect(await scan(built, 'compose.yaml')).toEqual(['compose.yaml:2:3-6 compose/missing-non-root-user']);
    expect(await scan({ ...built, 'app/Dockerfile': 'FROM node:26\nUSER node\n' }, 'compose.yaml')).toEqual([]);
  });

  it('takes the override file with its base', async () => {
    const compose = 'services:\n  web:\n    image: a:1\n    privileged: true\n';
    const override = 'services:\n  web:\n    privileged: false\n';
    expect(await scan({ 'compose.yaml': compose, 'compose.override.yaml': override })).toEqual([]);
    expect(await scan({ 'compose.yaml': compose, 'compose.prod.yaml': override })).toHaveLength(1);
  });
});

describe('a Dockerfile in a Compose file', () => {
  it('is judged, each finding at its token', async () => {
    expect(await scan({ 'compose.yaml': INLINE })).toEqual([
      'compose.yaml:6:13-18 dockerfile/secret-in-arg-or-env',
      'compose.yaml:7:18-20 dockerfile/curl-insecure',
    ]);
  });

  it('is fixed in the Compose file', async () => {
    const folder = folderWith({ '.seaworthy.yaml': CONFIG, 'compose.yaml': INLINE });
    expect(await seaworthy(['fix', '--hardening'], { cwd: folder })).toEqual({
      code: 0,
      out: '',
      err: 'fixed 2 findings in 1 file, left 0\n',
    });
    const expected = INLINE.replace('        ENV TOKEN=hunter2hunter2\n', '').replace('curl -k ', 'curl ');
    expect(readFileSync(join(folder, 'compose.yaml'), 'utf8')).toBe(expected);
  });
});
