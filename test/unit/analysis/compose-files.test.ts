import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../server/src/core/finding.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { analyze, pick } from '../../support/engine.ts';

type Texts = Readonly<Record<string, string>>;

/** The findings of some rules in the first of some files, each with the text that it stands on. */
function found(files: Texts, ...rules: string[]): string[] {
  const [name = '', text = ''] = Object.entries(files)[0] ?? [];
  const { findings } = analyze(name, text, undefined, undefined, files);
  return findings
    .filter((f) => rules.includes(f.rule.replace('compose/', '')))
    .map(
      ({ rule, at, resource }) => `${rule.replace('compose/', '')} ${resource.name} ${text.slice(at.span.start, at.span.end)}`,
    );
}

const service = (text: string): string => `services:\n  web:\n    ${text}\n`;
const EXTENDING = service('extends: {file: common/base.yaml, service: base}');
const BASE = 'services:\n  base: {image: "node:26", privileged: true, user: root}\n';

describe('what an extended service of another file says', () => {
  const files = { 'compose.yaml': EXTENDING, 'common/base.yaml': BASE };
  const finding = analyze('compose.yaml', EXTENDING, undefined, undefined, files).findings.find(
    (f) => f.rule === 'compose/privileged-container',
  );

  it('is reported where it is extended, with where it is set', () => {
    expect(found(files, 'privileged-container', 'runs-as-root')).toEqual([
      'privileged-container web {file: common/base.yaml, service: base}',
      'runs-as-root web {file: common/base.yaml, service: base}',
    ]);
    expect(finding?.related[0]?.message).toBe('Set in `common/base.yaml`');
    expect(finding?.related[0]?.at.uri).toBe('file:///case/common/base.yaml');
    const { start = 0, end = 0 } = finding?.related[0]?.at.span ?? {};
    expect(BASE.slice(start, end)).toBe('true');
  });

  it('is not changed here, with the reason', () => {
    const refusals = finding?.fixes().filter(isRefusal) ?? [];
    expect(refusals.map(({ refused }) => refused).join()).toContain('common/base.yaml');
  });

  it('is overridden here where that is possible', () => {
    const fix = finding && pick(finding);
    expect(fix?.title).toBe('Remove `privileged` for service `web` only');
    const text = fix ? applyEdits(EXTENDING, fix.edits) : '';
    expect(text).toBe(`${EXTENDING}    privileged: false\n`);
    expect(found({ ...files, 'compose.yaml': text }, 'privileged-container')).toEqual([]);
  });

  it('is reported of the file itself, where that is judged', () => {
    expect(found({ 'common/base.yaml': BASE }, 'privileged-container')).toEqual(['privileged-container base true']);
  });

  it('is not called missing, and not guessed when the file is not known', () => {
    const hardening = 'services: {base: {image: a, read_only: true, cap_drop: [ALL]}}\n';
    const rules = ['writable-root-filesystem', 'capabilities-not-dropped', 'no-new-privileges-missing'];
    expect(found({ 'compose.yaml': EXTENDING, 'common/base.yaml': hardening }, ...rules)).toEqual([
      'no-new-privileges-missing web web',
    ]);
    expect(found({ 'compose.yaml': EXTENDING }, ...rules)).toEqual([]);
  });

  it('each thing by itself, although all stand at one token', () => {
    const base = 'services:\n  base: {image: a, ports: ["5432:5432", "6379:6379"]}\n';
    const all = analyze('compose.yaml', EXTENDING, undefined, undefined, { 'common/base.yaml': base }).findings;
    const ports = all.filter((f) => f.rule === 'compose/sensitive-port-published');
    expect(ports.map((f) => /`(\d+:\d+)`/.exec(f.message)?.[1])).toEqual(['5432:5432', '6379:6379']);
    expect(new Set(ports.map((f) => f.fingerprint)).size).toBe(2);
  });

  it('once for each service that extends it', () => {
    const two = `${EXTENDING}  api:\n    extends: {file: common/base.yaml, service: base}\n`;
    expect(found({ 'compose.yaml': two, 'common/base.yaml': BASE }, 'privileged-container')).toHaveLength(2);
  });

  it('once for services that extend one of this file which extends it', () => {
    const mid =
      'services:\n  mid:\n    extends: {file: common/base.yaml, service: base}\n  web: {extends: mid}\n  api: {extends: mid}\n';
    expect(found({ 'compose.yaml': mid, 'common/base.yaml': BASE }, 'privileged-container')).toEqual([
      'privileged-container mid {file: common/base.yaml, service: base}',
    ]);
  });
});

describe('an override file', () => {
  const override = (text: string) => `services:\n  web: ${text}\n`;

  it('counts for the file that it is beside', () => {
    const base = service('image: a\n    privileged: true');
    expect(found({ 'compose.yaml': base }, 'privileged-container', 'writable-root-filesystem')).toEqual([
      'writable-root-filesystem web web',
      'privileged-container web true',
    ]);
    const files = { 'compose.yaml': base, 'compose.override.yaml': override('{privileged: false, read_only: true}') };
    expect(found(files, 'privileged-container', 'writable-root-filesystem')).toEqual([]);
  });

  it('has its own findings reported in itself alone', () => {
    const files = { 'compose.yaml': service('image: a'), 'compose.override.yaml': override('{privileged: true}') };
    expect(found(files, 'privileged-container')).toEqual([]);
    const turned = { 'compose.override.yaml': files['compose.override.yaml'], 'compose.yaml': files['compose.yaml'] };
    expect(found(turned, 'privileged-container', 'writable-root-filesystem')).toEqual(['privileged-container web true']);
  });

  it('leaves what only the base says to be fixed there', () => {
    const base = service('image: a\n    environment:\n      DB_PASSWORD: hunter2hunter2\n      TZ: UTC');
    const remove = (more: string) => {
      const files = { 'compose.override.yaml': override(`{environment: {${more}}}`) };
      const { findings } = analyze('compose.yaml', base, undefined, undefined, files);
      const finding = findings.find((f) => f.rule === 'compose/hardcoded-secret-env');
      return finding?.fixes().map((offer) => (isRefusal(offer) ? offer.refused : offer.title));
    };
    expect(remove('A: b')).toEqual(remove('C: d'));
    expect(remove('A: b')?.join()).not.toContain('compose.override.yaml');
  });

  it('does not take an open port back', () => {
    const files = {
      'compose.yaml': service('image: a\n    ports: ["8080:80"]'),
      'compose.override.yaml': override('{ports: ["127.0.0.1:8080:80"]}'),
    };
    expect(found(files, 'port-all-interfaces')).toEqual(['port-all-interfaces web "8080:80"']);
    expect(
      found({ ...files, 'compose.override.yaml': override('{ports: !override ["127.0.0.1:8080:80"]}') }, 'port-all-interfaces'),
    ).toEqual([]);
  });

  it('has nothing missing that its base is judged for', () => {
    const files = { 'compose.prod.yaml': override('{restart: always}'), 'compose.yaml': service('image: a') };
    expect(found(files, 'writable-root-filesystem', 'capabilities-not-dropped')).toEqual([]);
  });
});

describe('an included file', () => {
  const db =
    'services: {db: {image: "postgres:17", privileged: true}}\nvolumes: {data: {driver_opts: {type: none, o: bind, device: /etc}}}\n';

  it('has its findings reported in itself alone', () => {
    expect(
      found({ 'compose.yaml': `include: [db.yaml]\n${service('image: a')}`, 'db.yaml': db }, 'privileged-container'),
    ).toEqual([]);
  });

  it('defines what services here use', () => {
    const files = { 'compose.yaml': `include: [db.yaml]\n${service('image: a\n    volumes: ["data:/d"]')}`, 'db.yaml': db };
    expect(found(files, 'root-equivalent-host-mount')).toEqual(['root-equivalent-host-mount web "data:/d"']);
  });
});

describe('what several services take from one anchor', () => {
  const text =
    'x-app: &app\n  image: a\n  privileged: true\n  ports: ["5432:5432"]\nservices:\n  a: *app\n  b:\n    <<: *app\n    user: root\n  c:\n    <<: *app\n';

  it('is one finding, at the anchor, with who uses it', () => {
    expect(found({ 'compose.yaml': text }, 'privileged-container', 'sensitive-port-published')).toEqual([
      'privileged-container a true',
      'sensitive-port-published a "5432:5432"',
    ]);
    const { findings } = analyze('compose.yaml', text);
    const related = findings.find((f) => f.rule === 'compose/privileged-container')?.related.map((r) => r.message);
    expect(related).toEqual(['`b` uses it too', '`c` uses it too']);
  });

  it('what it lacks is a finding of each service, which each can be fixed alone', () => {
    expect(found({ 'compose.yaml': text.replace('privileged: true', 'init: true') }, 'capabilities-not-dropped')).toEqual([
      'capabilities-not-dropped a a',
      'capabilities-not-dropped b b',
      'capabilities-not-dropped c c',
    ]);
  });
});

describe('the Dockerfile of a service that builds its image', () => {
  const built = (build: string, more = '') => service(`build: ${build}${more}`);
  const user = (compose: string, dockerfiles: Texts) =>
    found({ 'compose.yaml': compose, ...dockerfiles }, 'missing-non-root-user');

  it.each([
    ['root', '.', { Dockerfile: 'FROM node:26\n' }, true],
    ['not root', '.', { Dockerfile: 'FROM node:26\nUSER node\n' }, false],
    ['by number', '.', { Dockerfile: 'FROM example/base\nUSER 1000\n' }, false],
    ['root again', './app', { 'app/Dockerfile': 'FROM example/base\nUSER 1000\nUSER 0\n' }, true],
    [
      'another file',
      '{context: app, dockerfile: ../D}',
      { D: 'FROM node:26\n', 'app/Dockerfile': 'FROM node:26\nUSER node\n' },
      true,
    ],
    [
      'the stage that is built',
      '{context: ., target: run}',
      { Dockerfile: 'FROM node:26 AS run\nUSER node\nFROM run\nUSER root\n' },
      false,
    ],
    ['the last stage', '.', { Dockerfile: 'FROM node:26 AS run\nUSER node\nFROM run\nUSER root\n' }, true],
    ['a stage of another one', '.', { Dockerfile: 'FROM node:26 AS base\nUSER node\nFROM base\nRUN x\n' }, false],
    ['a base that is not known', '.', { Dockerfile: 'FROM example/base\n' }, false],
    ['an entrypoint that changes the user', '.', { Dockerfile: 'FROM postgres:17\n' }, false],
    ['the Dockerfile is not there', '.', {}, false],
    ['a context that is fetched', '"https://e.org/r.git"', { Dockerfile: 'FROM node:26\n' }, false],
    ['a target by variable', '{context: ., target: "${T}"}', { Dockerfile: 'FROM node:26\n' }, false],
  ] as const)('user: %s', (_, build, dockerfiles, reported) => {
    expect(user(built(build), dockerfiles)).toEqual(reported ? ['missing-non-root-user web web'] : []);
    expect(user(built(build, '\n    user: app'), dockerfiles)).toEqual([]);
  });

  it('the fix knows the base image', () => {
    const fixes = (dockerfile: string) =>
      analyze('compose.yaml', built('.'), undefined, undefined, { Dockerfile: dockerfile })
        .findings.find((f) => f.rule === 'compose/missing-non-root-user')
        ?.fixes()
        .map((offer) => (isRefusal(offer) ? 'refused' : offer.title));
    expect(fixes('FROM eclipse-temurin:25\n')).toEqual(['Run as `1000:1000`']);
    expect(fixes('FROM nginx:1.31\n')).toEqual(['refused']);
  });

  it('of an extended service in another folder', () => {
    const files = {
      'compose.yaml': EXTENDING,
      'common/base.yaml': 'services: {base: {build: .}}\n',
      'common/Dockerfile': 'FROM node:26\n',
      Dockerfile: 'FROM node:26\nUSER node\n',
    };
    expect(found(files, 'missing-non-root-user')).toEqual(['missing-non-root-user web web']);
  });

  it.each([
    ['set', 'FROM node:26\nHEALTHCHECK CMD x\n', false],
    ['not set', 'FROM node:26\n', true],
    ['perhaps set by its base', 'FROM example/base\n', false],
  ])('healthcheck: %s', (_, dockerfile, reported) => {
    const files = { 'compose.yaml': built('.'), Dockerfile: dockerfile };
    expect(found(files, 'healthcheck-missing')).toEqual(reported ? ['healthcheck-missing web web'] : []);
  });
});
