import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json';
import { isCandidateName } from '../../server/src/analysis/index.ts';
import { ROOT } from '../support/pages.ts';
import { CLEAN, folderWith, only, PRIVILEGED, PROGRAM, seaworthy } from './support/cli.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A folder on the PATH with an `npx` that runs the built command line, and notes what package it was asked for. */
function npxFolder(): string {
  const folder = folderWith({
    npx: `#!/bin/sh\n[ "$1" = --yes ] || exit 9\necho "$2" >> "$NPX_LOG"\nshift 2\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`,
  });
  chmodSync(join(folder, 'npx'), 0o755);
  return folder;
}

function bash(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  const path = `${npxFolder()}${delimiter}${process.env.PATH}`;
  // The options with which GitHub starts `shell: bash`.
  const run = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, NPX_LOG: join(cwd, 'npx.log'), ...env },
  });
  return { ...run, asked: readFileSync(join(cwd, 'npx.log'), 'utf8').trim().split('\n') };
}

describe('the GitHub Action', () => {
  const action = parse(read('action.yml'));
  const [step] = action.runs.steps;

  function runAction(cwd: string, inputs: Readonly<Record<string, string>>) {
    const env = Object.entries(step.env as Record<string, string>).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? '';
      expect(action.inputs).toHaveProperty(input);
      return [name, inputs[input] ?? action.inputs[input].default];
    });
    return bash(step.run, cwd, Object.fromEntries(env));
  }

  it('annotates, writes SARIF and fails at high', () => {
    const cwd = folderWith({ '.seaworthy.yaml': only('critical'), 'compose.yaml': PRIVILEGED });
    const { status, stdout, asked } = runAction(cwd, {});
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=compose\.yaml,line=5,.*::/m);
    expect(JSON.parse(readFileSync(join(cwd, 'seaworthy.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
    expect(new Set(asked)).toEqual(new Set(['seaworthy@latest']));
  });

  it('takes its inputs: several paths, profile, threshold, config, report and version', () => {
    const cwd = folderWith({
      'a b/compose.yaml': PRIVILEGED,
      'c/compose.yaml': CLEAN,
      'd/compose.yaml': PRIVILEGED,
      'strict.yaml': only('critical'),
    });
    const { status, stdout, asked } = runAction(cwd, {
      path: 'a b\nc\n',
      profile: 'strict',
      'fail-on': 'never',
      config: 'strict.yaml',
      sarif: 'out.sarif',
      version: '0.1.0',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('file=a b/compose.yaml');
    expect(stdout).not.toContain('d/compose.yaml');
    expect(existsSync(join(cwd, 'out.sarif'))).toBe(true);
    expect(new Set(asked)).toEqual(new Set(['seaworthy@0.1.0']));
  });

  it('runs no text of an input', () => {
    const cwd = folderWith({ 'compose.yaml': CLEAN });
    const { status } = runAction(cwd, { path: '$(touch stolen)\n"; touch stolen; "' });
    expect(status).toBe(2);
    expect(existsSync(join(cwd, 'stolen'))).toBe(false);
    expect(step.run).not.toContain('${{');
  });

  it('fails when it could not scan', () => {
    const cwd = folderWith({ 'compose.yaml': CLEAN });
    expect(runAction(cwd, { profile: 'nonsense' }).status).toBe(2);
  });
});

describe('the pre-commit hooks', () => {
  const hooks: { id: string; entry: string; files: string; exclude: string }[] = parse(read('.pre-commit-hooks.yaml'));
  const names = [
    'Dockerfile',
    'a/Dockerfile.dev',
    'Containerfile',
    'web.dockerfile',
    'compose.yaml',
    'k8s/pod.YML',
    'docker-compose.yml',
    '.seaworthy.yaml',
    'main.go',
    'README.md',
    'Dockerfile.dockerignore',
    'dockerfiles/readme.txt',
    'a.yaml.tpl',
  ];

  it.each(hooks)('$id gets the files that a scan would look at', ({ files, exclude }) => {
    const matches = (pattern: string, name: string) => new RegExp(pattern.replace(/^\(\?i\)/, ''), 'i').test(name);
    const given = names.filter((name) => matches(files, name) && !matches(exclude, name));
    expect(given).toEqual(names.filter((name) => isCandidateName(name)));
  });

  it.each(hooks)('$id runs a command that takes files', async ({ entry }) => {
    const [program, ...args] = entry.split(' ');
    expect(Object.keys(manifest.bin)).toContain(program);
    const cwd = folderWith({ '.seaworthy.yaml': only('critical'), 'compose.yaml': PRIVILEGED, 'other.yaml': 'a: 1\n' });
    const { code, out, err } = await seaworthy([...args, 'compose.yaml', 'other.yaml'], { cwd });
    expect(code, err).toBe(args[0] === 'scan' ? 1 : 0);
    expect(out + err).toContain('compose/privileged-container');
  });
});

describe('the GitLab template', () => {
  it('leaves the report that it names as an artifact, and fails as a scan does', () => {
    const { seaworthy: job } = parse(read('docs/gitlab-ci.yml'));
    const cwd = folderWith({ '.seaworthy.yaml': only('critical'), 'compose.yaml': PRIVILEGED });
    const { status } = bash(job.script.join('\n'), cwd, job.variables);
    expect(status).toBe(1);
    const issues = JSON.parse(readFileSync(join(cwd, job.artifacts.reports.codequality), 'utf8'));
    expect(issues).toMatchObject([{ check_name: 'compose/privileged-container', location: { path: 'compose.yaml' } }]);
    expect(job.artifacts.when).toBe('always');
  });
});

describe('the examples of docs/ci.md', () => {
  const page = read('docs/ci.md');
  const example = (name: string): string => new RegExp(`title=${name}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? '';

  it('give the action only inputs and outputs that it has', () => {
    const action = parse(read('action.yml'));
    const steps: { id?: string; with?: Record<string, string> }[] = parse(example('github')).jobs.seaworthy.steps;
    const [own, upload] = [steps.find(({ id }) => id === 'seaworthy'), steps.at(-1)];
    for (const input of Object.keys(own?.with ?? {})) expect(action.inputs).toHaveProperty(input);
    expect(action.outputs).toHaveProperty(/outputs\.(\w+)/.exec(upload?.with?.sarif_file ?? '')?.[1] ?? 'none');
    const named = /Inputs: (.+?)\. /s.exec(page)?.[1] ?? '';
    for (const input of Object.keys(action.inputs)) expect(named).toContain(`\`${input}\``);
  });

  it('name the hooks and the job that there are', () => {
    const hooks: { id: string }[] = parse(read('.pre-commit-hooks.yaml'));
    const [{ id }] = parse(example('pre-commit')).repos[0].hooks;
    expect(hooks.map((hook) => hook.id)).toContain(id);
    expect(parse(read('docs/gitlab-ci.yml'))).toHaveProperty('seaworthy');
    expect(parse(example('gitlab'))).toHaveProperty('seaworthy');
  });

  it('list every format', async () => {
    const { err } = await seaworthy(['scan', '--format', 'nothing']);
    const formats = /one of (.+)\./.exec(err)?.[1]?.split(', ') ?? [];
    expect([...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name).sort()).toEqual([...formats].sort());
  });
});

describe('the npm package', () => {
  it('holds the command line with its pages and nothing else, and runs without anything installed beside it', async () => {
    const folder = folderWith({
      'dist/server.js': '',
      'dist/cli.js.map': '',
      'server/src/main.cli.ts': '',
      'test/a.test.ts': '',
    });
    for (const name of ['package.json', '.npmignore', 'README.md', 'LICENSE', 'CHANGELOG.md', 'docs']) {
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    }
    cpSync(PROGRAM, join(folder, 'dist/cli.js'));
    const pack = spawnSync('npm', ['pack', '--json', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' });
    const [{ filename, files }] = JSON.parse(pack.stdout);
    const paths: string[] = files.map(({ path }: { path: string }) => path);
    const rest = paths.filter((path) => !path.startsWith('docs/rules/')).sort();
    expect(rest).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/cli.js', 'docs/ci.md', 'docs/editors.md', 'package.json'].sort(),
    );
    const target = join(folder, 'unpacked');
    mkdirSync(target);
    spawnSync('tar', ['-xzf', join(folder, filename), '-C', target]);
    writeFileSync(join(target, 'compose.yaml'), PRIVILEGED);
    const program = join(target, 'package', manifest.bin.seaworthy);
    const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { cwd: target, encoding: 'utf8' });
    expect(run('--version').stdout.trim()).toBe(manifest.version);
    expect(run('scan', '.').status).toBe(1);
    expect(run('explain', 'compose/privileged-container').stdout).toContain('## References');
  });
});
