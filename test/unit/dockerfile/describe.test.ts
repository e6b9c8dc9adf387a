import { describe, expect, test } from 'vitest';
import { describeDockerfile } from '../../../server/src/dockerfile/describe.ts';
import { buildDockerfile } from '../../../server/src/dockerfile/model/build.ts';
import { parseDockerfile } from '../../../server/src/dockerfile/syntax/parse.ts';

const TODAY = { today: '2026-11-21' };

/** What is told at the `|` of a text. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = describeDockerfile(buildDockerfile(parseDockerfile(text)), offset, TODAY);
  return found && { title: found.title, lines: found.lines, on: text.slice(found.span.start, found.span.end) };
}

function lines(marked: string): readonly string[] {
  return at(marked)?.lines ?? [];
}

describe('a stage, on its image or its name', () => {
  test('tells user, account, shipping, base, support and pinning', () => {
    expect(at('FROM n|ode:16-bullseye\n')).toEqual({
      title: 'The image',
      on: 'node:16-bullseye',
      lines: [
        'Runs as **`root`**: no `USER`, and `node` starts as root.',
        'Its base image ships the account `node` (1000) to run as.',
        'Ships: it is the last stage, which a build makes into the image.',
        'Base `node:16-bullseye`: Debian or Ubuntu, packages by `apt`, a shell.',
        'Node.js 16: **no support** since 2023-09-11.',
        'Debian 11 (bullseye): **no support** since 2026-08-31.',
        'No digest: tag `16-bullseye` may be another image in the next build.',
      ],
    });
  });

  test.each([
    ['FROM a|lpine\nUSER app\n', 'Runs as `app`: `USER` in line 2.'],
    ['FROM a|lpine\nUSER root\n', 'Runs as **`root`**: `USER` in line 2.'],
    ['FROM a|lpine\nUSER a\nUSER 0:0\n', 'Runs as **`0:0`**: `USER` in line 3.'],
    ['FROM alpine AS base\nUSER app\nFROM b|ase\n', 'Runs as `app`: `USER` in line 2, of stage `base`.'],
    ['FROM a|lpine\nARG WHO=app\nUSER $WHO\n', 'Runs as `app`: `USER` in line 3; `$WHO` by its default.'],
    ['FROM a|lpine\nARG WHO\nUSER $WHO\n', 'Runs as `$WHO`: `USER` in line 3; only the build knows who that is.'],
    ['FROM s|cratch\n', 'Runs as **`root`**: no `USER`, and `scratch` has none.'],
    ['FROM acme/p|rivate:1\n', 'Runs as the user of its base image: no `USER`, and what `acme/private` sets is not known.'],
    [
      'FROM p|ostgres:16\n',
      'Runs as **`root`**: no `USER`, and `postgres` starts as root; its entrypoint changes to `postgres`.',
    ],
    ['FROM p|ostgres:16\nENTRYPOINT ["x"]\n', 'Runs as **`root`**: no `USER`, and `postgres` starts as root.'],
  ])('%j: %s', (text, line) => {
    expect(lines(text)[0]).toBe(line);
  });

  test.each([
    ['FROM a AS |one\nFROM b\nCOPY --from=one /x /y\n', 'Does not ship: only what the final stage takes from it can.'],
    ['FROM a AS |one\nFROM b\nRUN --mount=from=one,target=/x y\n', 'Does not ship: only what the final stage takes from it can.'],
    ['FROM a AS |one\nFROM b\n', 'Does not ship, and no stage uses it.'],
    ['FROM a AS |one\nFROM one AS two\nFROM b\n', 'Does not ship: it is the base of stage `two` only.'],
    ['FROM a AS |one\nFROM one\n', 'Ships as a part of the final stage, which is built on it.'],
    ['FROM a AS one\nFROM b AS |two\n', 'Ships: it is the last stage, which a build makes into the image.'],
  ])('%j: %s', (text, line) => {
    expect(lines(text)).toContain(line);
  });

  test.each([
    [
      'FROM alpine:3.20 AS one\nFROM |one\n',
      'Built on stage `one`, in the end on `alpine:3.20`: Alpine, packages by `apk`, a shell.',
    ],
    ['FROM |$BASE\n', 'Base `$BASE`, which only the build knows.'],
    [
      `FROM |alpine:3.20@sha256:${'a'.repeat(64)}\n`,
      'Base `alpine:3.20`, pinned by its digest: Alpine, packages by `apk`, a shell.',
    ],
    ['FROM |python:3.12\n', 'Python 3.12: supported until 2028-10-31.'],
  ])('%j: %s', (text, line) => {
    expect(lines(text)).toContain(line);
  });

  test('says nothing of a digest that is there', () => {
    expect(lines(`FROM |alpine@sha256:${'a'.repeat(64)}\n`).join()).not.toContain('No digest');
  });
});

describe("USER's operand", () => {
  test.each([
    ['FROM alpine\nUSER r|oot\n', '**Root**: whoever breaks into the program is root in the container.'],
    ['FROM alpine\nUSER 1|000\n', "A number: needs no account, and Kubernetes' `runAsNonRoot` can tell that it is not root."],
    ['FROM alpine\nUSER 1|000\n', 'Without an account of this number, its group is the one of root.'],
    ['FROM alpine\nUSER $|WHO\n', 'Only the build knows who this is.'],
    ['FROM alpine\nARG WHO=me\nUSER $|WHO\n', 'By default: `me`, from `$WHO`.'],
    [
      'FROM node\nUSER n|ode\n',
      "An account of `node`, number 1000. Kubernetes' `runAsNonRoot` wants a number here, or `runAsUser`.",
    ],
    [
      'FROM alpine\nRUN adduser -D -u 1001 app\nUSER |app\n',
      "An account made by `adduser` in line 2, number 1001. Kubernetes' `runAsNonRoot` wants a number here, or `runAsUser`.",
    ],
    ['FROM alpine\nUSER |a\nRUN b\nRUN c\nUSER d\nRUN e\n', 'Runs as it, until `USER` in line 5: `RUN` in lines 3 and 4.'],
    ['FROM alpine\nUSER |a\nUSER d\n', 'Nothing runs as it until `USER` in line 3.'],
    ['FROM alpine\nUSER |a\nRUN b\nENTRYPOINT c\nCMD d\n', 'Runs as it: `RUN` in line 3, `ENTRYPOINT`, `CMD`.'],
    ['FROM alpine\nUSER |a\n', 'Runs as it: the program of the base image.'],
    ['FROM alpine AS x\nUSER |a\nFROM x\nFROM b\n', 'Runs as it: stage 1.'],
  ])('%j: %s', (text, line) => {
    expect(lines(text)).toContain(line);
  });

  test('knows no group of its own for a number that has one', () => {
    expect(lines('FROM alpine\nUSER 1|000:1000\n').join()).not.toContain('group');
  });
});

describe('the program of a command', () => {
  test.each([
    ['FROM node\nRUN x && a|pt-get install y\n', 'apt-get', 'Here it runs as root: no `USER`, and `node` starts as root.'],
    [
      'FROM node\nUSER a\nRUN /usr/bin/a|pt-get install y\n',
      '/usr/bin/apt-get',
      'Here it runs as `a` and **fails**, unless that user was allowed to: `USER` in line 2.',
    ],
    ['FROM node\nUSER a\nRUN sudo a|pt-get install y\n', 'apt-get', 'Here `sudo` makes it root, if the user may.'],
    [
      'FROM x/y\nRUN a|pk add z\n',
      'apk',
      'Here it runs as the user of its base image: no `USER`, and what `x/y` sets is not known.',
    ],
    [
      'FROM node\nCMD ["|gosu", "x", "y"]\nUSER a\n',
      '"gosu"',
      'Here it runs as `a` and **fails**, unless that user was allowed to: `USER` in line 3.',
    ],
    [
      'FROM node\nHEALTHCHECK CMD s|udo y\n',
      'sudo',
      'Starts a program as another user: from root it needs `CAP_SETUID` and `CAP_SETGID`, from others a set-user-id bit.',
    ],
    [
      'FROM node\nRUN s|etcap cap_net_raw+ep x\n',
      'setcap',
      'Gives a program capabilities of its own, with `CAP_SETFCAP`: whoever starts it has them, unless `no-new-privileges` is set.',
    ],
  ])('%j', (text, on, line) => {
    const found = at(text);
    expect(found?.on.replaceAll('"', '')).toBe(on.replaceAll('"', ''));
    expect(found?.lines).toContain(line);
  });

  test.each(['FROM a\nRUN l|s\n', 'FROM a\nRUN apt-get ins|tall x\n', 'FROM a\nRUN $|X\n'])('%j says nothing', (text) => {
    expect(at(text)).toBeUndefined();
  });
});

describe('a variable where it is declared', () => {
  test.each([
    [
      'ARG |V=1\nFROM a\nARG V\n',
      ['Value: `1`.', 'Seen by `FROM` lines only; a stage has to declare it again.', 'Declared again in the final stage.'],
    ],
    [
      'ARG V=1\nFROM a:$V AS b\nARG |V\nFROM c\n',
      [
        'Value: `1`, of the global `ARG` in line 1, unless the build says otherwise.',
        'Holds while building, from here on in stage `b`; containers do not see it.',
      ],
    ],
    [
      'FROM a\nARG |V\n',
      [
        'No default: empty unless the build gives it (`--build-arg`).',
        "Holds while building, from here on in the final stage; containers do not see it, but the image's history keeps what a `RUN` was given.",
      ],
    ],
    [
      'FROM a AS b\nENV X=1\nENV |V=$X\nENV V=2\nFROM b\n',
      [
        'Value: `1` (with `$X` put in).',
        'Holds for all that follows in stage `b`, in the final stage, and in every container of the image.',
        'Set again in line 4.',
      ],
    ],
    ['FROM a AS b\nENV |V=\nFROM c\n', ['Empty.', 'Holds for all that follows in stage `b`; that stage does not ship.']],
    [
      'FROM a AS b\nENV V=1\nARG |V=2\nFROM c\n',
      [
        'Value: `2`, unless the build says otherwise (`--build-arg`).',
        'Holds while building, from here on in stage `b`; containers do not see it.',
        'Hidden by the `ENV` of the same name in line 2: an `ENV` always wins.',
      ],
    ],
  ])('%j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('is not told on its value', () => {
    expect(at('FROM a\nENV V=va|lue\n')).toBeUndefined();
  });
});

describe('an exposed port', () => {
  test.each([
    [
      'FROM node\nUSER node\nEXPOSE |80\n',
      'Port 80/tcp',
      'Below 1024: needs `CAP_NET_BIND_SERVICE` wherever the runtime does not lift that, as Docker does; the program runs as `node`, without it.',
    ],
    [
      'FROM node\nEXPOSE 1 |80/udp\n',
      'Port 80/udp',
      'Below 1024: needs `CAP_NET_BIND_SERVICE` wherever the runtime does not lift that, as Docker does; the program runs as root and has it.',
    ],
    [
      'FROM x/y\nEXPOSE |80\n',
      'Port 80/tcp',
      'Below 1024: needs `CAP_NET_BIND_SERVICE` wherever the runtime does not lift that, as Docker does.',
    ],
    ['FROM node\nEXPOSE |5432\n', 'Port 5432/tcp', 'The usual port of PostgreSQL.'],
    ['FROM node\nEXPOSE |8000-8010\n', 'Ports 8000 to 8010/tcp', 'Any user may open a port from 1024 on.'],
    ['FROM node\nEXPOSE |$P\n', 'Port `$P`', 'Only the build knows which port this is.'],
  ])('%j: %s', (text, title, line) => {
    expect(at(text)?.title).toBe(title);
    expect(lines(text)).toContain(line);
  });
});

test.each([
  '|FROM a\n',
  'FROM a |AS b\n',
  'FROM a\n|USER b\n',
  'FROM a\nCOPY |b c\n',
  '|',
  '# |x\nFROM a\n',
  'USER |x\n',
  'FROM|',
  'EXPOSE |80\n',
])('nothing is said at %j', (text) => {
  expect(at(text)).toBeUndefined();
});

test('no half-typed text throws, and no more than eight lines are told', () => {
  const text =
    'ARG V=1\nFROM node:16-bullseye@sha256:x AS b\nARG V\nRUN sudo apt-get x | sh\nUSER $V:1\nEXPOSE 80-1 99999\nHEALTHCHECK CMD ["su"]\nFROM b\n';
  for (let end = 0; end <= text.length; end++) {
    const file = buildDockerfile(parseDockerfile(text.slice(0, end)));
    for (const offset of [0, end >> 1, end]) {
      const found = describeDockerfile(file, offset, TODAY);
      expect(found?.lines.length ?? 0).toBeLessThanOrEqual(8);
      if (found) expect(found.span.end).toBeLessThanOrEqual(end);
    }
  }
});
