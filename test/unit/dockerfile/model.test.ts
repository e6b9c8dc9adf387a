import { describe, expect, test } from 'vitest';
import { valueOf as knownValue, type Value } from '../../../server/src/core/value.ts';
import { type BuildOptions, buildDockerfile } from '../../../server/src/dockerfile/model/build.ts';
import type { Dockerfile, Stage } from '../../../server/src/dockerfile/model/model.ts';
import { parseDockerfile } from '../../../server/src/dockerfile/syntax/parse.ts';

function model(text: string, options?: BuildOptions): Dockerfile {
  return buildDockerfile(parseDockerfile(text), options);
}

function finalStage(text: string): Stage {
  const stage = model(text).stages.at(-1);
  if (!stage) throw new Error('no stage');
  return stage;
}

/** What a value is, in one string. */
function show<T>(value: Value<T> | undefined): string {
  if (!value) return 'none';
  if (value.kind === 'known') return JSON.stringify(value.value);
  return value.kind === 'dynamic' ? `dynamic ${value.text}` : value.kind;
}

/** The text a value's place, or that of the last thing it came through, points at. */
function origin(text: string, value: Value<unknown>): string {
  let at = value.at;
  while (at.via?.at) at = at.via.at;
  return text.slice(at.span.start, at.span.end);
}

describe('stages', () => {
  const text = 'FROM a AS Base\nFROM b AS build\nFROM base\nFROM build AS last\n';

  test('names are compared without case, parents found', () => {
    const { stages } = model(text);
    expect(stages.map((s) => s.parent?.index)).toEqual([undefined, undefined, 0, 1]);
    expect(stages.map((s) => s.label)).toEqual(['Base', 'build', 'stage 2', 'last']);
    expect(stages[0]?.name?.key).toBe('base');
  });

  test('what ships is the last stage and what it is built from', () => {
    const dockerfile = model(text);
    expect(dockerfile.stages.map((s) => s.ships)).toEqual([false, true, false, true]);
    expect(dockerfile.shippedStages.map((s) => s.index)).toEqual([3]);
    expect(dockerfile.stages.map((s) => s.isFinal)).toEqual([false, false, false, true]);
  });

  test('a named target ships too', () => {
    const dockerfile = model(text, { targets: ['2', 'nowhere'] });
    expect(dockerfile.shippedStages.map((s) => s.index)).toEqual([2, 3]);
    expect(dockerfile.stages.map((s) => s.ships)).toEqual([true, true, true, true]);
  });

  test('a stage cannot be built from itself or a later one', () => {
    const { stages } = model('FROM later AS self\nFROM self AS later\n');
    expect(stages[0]?.parent).toBeUndefined();
    expect(stages[1]?.parent?.index).toBe(0);
  });

  test('an empty file, and instructions without a stage', () => {
    expect(model('').stages).toEqual([]);
    const dockerfile = model('RUN x\nUSER y\n');
    expect(dockerfile.instructions.map((i) => [i.keyword, i.stage])).toEqual([
      ['RUN', undefined],
      ['USER', undefined],
    ]);
  });
});

describe('FROM', () => {
  test('the image is evaluated with global defaults', () => {
    const text = 'ARG TAG=3.19\nARG BASE=alpine:${TAG}\nFROM ${BASE} AS x\n';
    const { image } = finalStage(text).from;
    expect(knownValue(image)?.repository).toBe('alpine');
    expect(knownValue(image)?.tag).toBe('3.19');
    expect(text.slice(image.at.span.start, image.at.span.end)).toBe('${BASE}');
    expect(image.at.via).toMatchObject({ kind: 'arg', name: 'BASE' });
    expect(origin(text, image)).toBe('3.19');
  });

  test.each([
    ['ARG X\nFROM $X\n', 'dynamic $X'],
    ['FROM $X\n', 'dynamic $X'],
    ['FROM ${X:-debian:12}\n', '"debian:12"'],
    ['ARG X\nFROM ${X:-debian:12}\n', '"debian:12"'],
    ['ARG X=\nFROM debian${X:+:$X}\n', '"debian"'],
    ['ARG X=1\nFROM debian${X:+:$X}\n', '"debian:1"'],
    ['FROM "alpine"\n', '"alpine"'],
    ['FROM a-$TARGETARCH\n', 'dynamic a-$TARGETARCH'],
    ['FROM ${TARGETARCH:-amd64}\n', 'dynamic ${TARGETARCH:-amd64}'],
    ['FROM a\nARG X=b\nFROM $X\n', 'dynamic $X'],
  ])('%j', (text, expected) => {
    expect(show(finalStage(text).from.reference)).toBe(expected);
  });

  test('scratch and stages are no images; bad references are invalid', () => {
    const { stages } = model('FROM scratch AS a\nFROM a\nFROM UPPER:\n');
    expect(stages.map((s) => [s.from.scratch, s.from.image.kind])).toEqual([
      [true, 'absent'],
      [false, 'absent'],
      [false, 'invalid'],
    ]);
  });

  test('the platform flag', () => {
    expect(show(finalStage('FROM --platform=linux/amd64 a\n').from.platform)).toBe('"linux/amd64"');
    expect(show(finalStage('FROM --platform=$BUILDPLATFORM a\n').from.platform)).toBe('dynamic $BUILDPLATFORM');
    expect(show(finalStage('FROM a\n').from.platform)).toBe('absent');
  });
});

describe('the effective user', () => {
  test.each([
    ['FROM a\n', 'absent'],
    ['FROM a\nUSER app\nUSER root\n', '"root"'],
    ['FROM a\nUSER "app"\n', '"app"'],
    ['FROM a\nARG U=app\nUSER $U\n', '"app"'],
    ['ARG U=app\nFROM a\nUSER $U\n', 'dynamic $U'],
    ['ARG U=app\nFROM a\nARG U\nUSER $U\n', '"app"'],
    ['FROM a\nARG U\nUSER ${U:-1000}\n', '"1000"'],
    ['FROM a\nUSER $U\n', 'dynamic $U'],
    ['FROM a AS b\nUSER app\nFROM c\n', 'absent'],
    ['FROM a AS b\nUSER app\nFROM b\n', '"app"'],
    ['FROM a AS b\nENV U=app\nFROM b\nUSER $U\n', '"app"'],
    ['FROM a AS b\nARG U=app\nFROM b\nUSER $U\n', '"app"'],
    ['FROM a\nONBUILD USER root\n', 'absent'],
    ['FROM a\nUSER \\\n  app\n', '"app"'],
    ['FROM a\nUSER\n', 'absent'],
  ])('%j', (text, expected) => {
    expect(show(finalStage(text).user)).toBe(expected);
  });

  test('an inherited user says from where', () => {
    const text = 'FROM a AS b\nUSER app\nFROM b AS c\nRUN x\n';
    const { user } = finalStage(text);
    expect(user.at.via).toMatchObject({ kind: 'inherited', name: 'b' });
    expect(text.slice(user.at.span.start, user.at.span.end)).toBe('app');
  });

  test('user and group apart', () => {
    const parts = (line: string) => {
      const user = finalStage(`FROM a\n${line}\n`).last('USER');
      return [show(user?.user), show(user?.group)];
    };
    expect(parts('USER app:staff')).toEqual(['"app"', '"staff"']);
    expect(parts('USER 1000:$GID')).toEqual(['"1000"', 'dynamic $GID']);
    expect(parts('USER ${U:-root}:0')).toEqual(['"root"', '"0"']);
    expect(parts('USER "a:b"')).toEqual(['"a"', '"b"']);
    expect(parts('USER app')).toEqual(['"app"', 'absent']);
  });
});

describe('variables', () => {
  test('each instruction sees what stands before it', () => {
    const text = 'FROM a\nENV A=1\nLABEL x=$A\nENV A=2 B=$A\nLABEL y=$A z=$B\n';
    const labels = finalStage(text)
      .all('LABEL')
      .flatMap((l) => l.pairs.map((p) => [p.name, show(p.value)]));
    expect(labels).toEqual([
      ['x', '"1"'],
      ['y', '"2"'],
      ['z', '"1"'],
    ]);
  });

  test('ENV hides ARG; the next ARG of a line sees the one before', () => {
    expect(show(finalStage('FROM a\nENV X=env\nARG X=arg\nUSER $X\n').user)).toBe('"env"');
    expect(show(finalStage('FROM a\nARG A=1 B=$A-2\nUSER $B\n').user)).toBe('"1-2"');
  });

  test('lookup at an instruction and at the end', () => {
    const stage = finalStage('FROM a\nRUN one\nENV K=v\nRUN two\n');
    const [one, two] = stage.all('RUN');
    expect(one?.scope.lookup('K')).toBeUndefined();
    expect(two?.scope.lookup('K')).toMatchObject({ kind: 'env', name: 'K', value: { kind: 'known', value: 'v' } });
    expect(stage.scope.lookup('K')?.kind).toBe('env');
    expect(finalStage('ARG G=1\nFROM a\n').scope.lookup('G')).toBeUndefined();
  });

  test('pairs: names, spans, legacy form', () => {
    const text = 'FROM a\nENV A="x y" \\\n  B=\nENV OLD the rest of it\nLABEL "c d"=e\nARG NAME P=$A\n';
    const stage = finalStage(text);
    const pairs = [...stage.all('ENV'), ...stage.all('LABEL'), ...stage.all('ARG')].flatMap((i) => i.pairs);
    expect(pairs.map((p) => [p.name, show(p.value), p.legacy, text.slice(p.span.start, p.span.end)])).toEqual([
      ['A', '"x y"', false, 'A="x y"'],
      ['B', '""', false, 'B='],
      ['OLD', '"the rest of it"', true, 'OLD the rest of it'],
      ['c d', '"e"', false, '"c d"=e'],
      ['NAME', 'absent', false, 'NAME'],
      ['P', '"x y"', false, 'P=$A'],
    ]);
  });

  test('growth is bounded', () => {
    const doubling = `FROM a\nENV A=xxxxxxxxxx\n${'ENV A=$A$A\n'.repeat(60)}USER $A\n`;
    expect(finalStage(doubling).user.kind).toBe('dynamic');
  });
});

describe('RUN', () => {
  const run = (text: string) => finalStage(text).all('RUN').at(-1);
  const names = (text: string) => run(text)?.script.commands.map((c) => c.name);

  test('shell form: commands with places in the source', () => {
    const text = 'FROM a\nRUN apt-get update && \\\n  # why\n  curl -k https://x | sh\n';
    expect(run(text)?.form).toBe('shell');
    expect(names(text)).toEqual(['apt-get', 'curl', 'sh']);
    const curl = run(text)?.script.commands[1];
    expect(text.slice(curl?.span.start, curl?.span.end)).toBe('curl -k https://x');
    expect(curl?.pipesTo?.name).toBe('sh');
  });

  test('the script is parsed once', () => {
    const instruction = run('FROM a\nRUN x\n');
    expect(instruction?.script).toBe(instruction?.script);
  });

  test('exec form is one command, and the text behind sh -c', () => {
    expect(names('FROM a\nRUN ["/usr/bin/curl", "-k", "a|b"]\n')).toEqual(['curl']);
    const text = 'FROM a\nRUN ["/bin/sh", "-c", "echo \\"a\\" && curl -k x | bash"]\n';
    expect(run(text)?.form).toBe('exec');
    expect(names(text)).toEqual(['sh', 'echo', 'curl', 'bash']);
    const curl = run(text)?.script.commands[2];
    expect(text.slice(curl?.span.start, curl?.span.end)).toBe('curl -k x');
  });

  test('a bare heredoc is the script, its #! the interpreter', () => {
    const text = 'FROM a\nRUN <<EOF\napk add curl\ncurl -k x\nEOF\n';
    expect(run(text)?.form).toBe('heredoc');
    expect(names(text)).toEqual(['apk', 'curl']);
    expect(run('FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n')?.interpreter).toBe('other');
    expect(names('FROM a\nRUN --mount=type=ssh <<-"EOF"\n\tgit clone x\n\tEOF\n')).toEqual(['git']);
  });

  test('a heredoc that is being typed', () => {
    const text = 'FROM a\nRUN <<EOF bash\napt-get install -y \\\n  ';
    const install = run(text)?.script.commands.find((command) => command.name === 'apt-get');
    expect(install?.args.map((arg) => [arg.value, text.slice(arg.span.start, arg.span.end)])).toEqual([
      ['install', 'install'],
      ['-y', '-y'],
    ]);
  });

  test('a heredoc that a shell reads is a script, one that another program reads is data', () => {
    expect(names('FROM a\nRUN bash <<EOF\ncurl -k x\nEOF\n')).toEqual(['bash', 'curl']);
    expect(names('FROM a\nRUN cat <<EOF > /x\ncurl -k x\nEOF\n')).toEqual(['cat']);
    expect(names('FROM a\nRUN python3 <<EOF && true\nprint()\nEOF\n')).toEqual(['python3', 'true']);
  });

  test.each([
    ['FROM a\nRUN x\n', 'posix'],
    ['FROM a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN x\n', 'posix'],
    ['FROM a\nSHELL ["pwsh", "-Command"]\nRUN x\n', 'powershell'],
    ['FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN x\n', 'cmd'],
    ['FROM --platform=windows/amd64 golang\nRUN x\n', 'cmd'],
    ['# escape=`\nFROM w\nRUN x\n', 'cmd'],
    ['FROM a AS b\nSHELL ["pwsh", "-c"]\nFROM b\nRUN x\n', 'powershell'],
    ['FROM a AS b\nSHELL ["pwsh", "-c"]\nFROM c\nRUN x\n', 'posix'],
  ])('interpreter of %j', (text, expected) => {
    expect(run(text)?.interpreter).toBe(expected);
  });

  test('mounts', () => {
    const text =
      'FROM a AS b\nARG ID=tok\nRUN --mount=type=secret,id=$ID,env=TOKEN,required --mount=from=B,src=/x,dst=/y \\\n --network=host --security=insecure x\n';
    const instruction = run(text);
    const [secret, bind] = instruction?.mounts ?? [];
    expect([secret?.type, secret?.id, secret?.env, secret?.required].map((v) => show<unknown>(v))).toEqual([
      '"secret"',
      '"tok"',
      '"TOKEN"',
      'true',
    ]);
    expect([bind?.type, bind?.source, bind?.target, bind?.required].map((v) => show<unknown>(v))).toEqual([
      '"bind"',
      '"/x"',
      '"/y"',
      'false',
    ]);
    expect(bind?.options.map((o) => text.slice(o.span.start, o.span.end))).toEqual(['from=B', 'src=/x', 'dst=/y']);
    expect(bind?.fromStage).toBeUndefined();
    expect([instruction?.network, instruction?.security].map(show)).toEqual(['"host"', '"insecure"']);
    expect(run('FROM a AS b\nFROM c\nRUN --mount=from=B,target=/y x\n')?.mounts[0]?.fromStage?.index).toBe(0);
  });
});

describe('COPY and ADD', () => {
  const copy = (text: string) => {
    const stage = finalStage(text);
    return stage.last('COPY') ?? stage.last('ADD');
  };

  test('sources, destination, flags', () => {
    const c = copy('FROM a\nARG D=/srv\nCOPY --link --chown=1:1 --chmod=0644 --exclude=*.md a b ${D}/x\n');
    expect(c?.sources.map((s) => show(s.value))).toEqual(['"a"', '"b"']);
    expect([c?.destination, c?.chown, c?.chmod, c?.checksum].map(show)).toEqual(['"/srv/x"', '"1:1"', '"0644"', 'absent']);
    expect([c?.link, c?.parents, c?.exclude.map(show)]).toEqual([true, false, ['"*.md"']]);
  });

  test('JSON form and heredoc files', () => {
    const json = copy('FROM a\nCOPY ["a b", "/c d/"]\n');
    expect([json?.json, show(json?.sources[0]?.value), show(json?.destination)]).toEqual([true, '"a b"', '"/c d/"']);
    const files = copy('FROM a\nCOPY <<one <<-two x /d/\n1\none\n\t2\n\ttwo\n');
    expect(files?.sources.map((s) => [s.kind, s.heredoc?.content.text])).toEqual([
      ['heredoc', '1\n'],
      ['heredoc', '2\n'],
      ['path', undefined],
    ]);
  });

  test.each([
    ['https://x/a.tgz', 'url'],
    ['"https://x/$V.tgz"', 'url'],
    ['https://x/a.git#v1', 'git'],
    ['git@github.com:a/b', 'git'],
    ['./a.git', 'path'],
  ])('ADD %s is %s', (source, kind) => {
    expect(copy(`FROM a\nADD ${source} /d\n`)?.sources[0]?.kind).toBe(kind);
  });

  test('--from: stage by name or index, else image', () => {
    const from = (value: string) => copy(`FROM a AS Build\nFROM b\nCOPY --from=${value} /x /y\n`)?.from;
    expect(from('build')?.stage?.index).toBe(0);
    expect(from('0')?.stage?.index).toBe(0);
    expect(from('0')?.image.kind).toBe('absent');
    expect(from('1')?.stage).toBeUndefined();
    const image = from('ghcr.io/x/y:latest')?.image;
    expect(image && knownValue(image)?.tag).toBe('latest');
    expect(copy('FROM a\nCOPY x y\n')?.from).toBeUndefined();
  });
});

describe('other instructions', () => {
  test('EXPOSE', () => {
    const [expose] = finalStage('FROM a\nARG P="80 443/udp"\nEXPOSE 22 8000-8010/tcp $P $Q 70000\n').all('EXPOSE');
    expect(expose?.ports.map(show)).toEqual([
      '{"start":22,"end":22,"protocol":"tcp"}',
      '{"start":8000,"end":8010,"protocol":"tcp"}',
      '{"start":80,"end":80,"protocol":"tcp"}',
      '{"start":443,"end":443,"protocol":"udp"}',
      'dynamic $Q',
      'invalid',
    ]);
  });

  test.each([
    ['WORKDIR /a\nWORKDIR b\n', '"/a/b"'],
    ['WORKDIR b\n', 'dynamic b'],
    ['WORKDIR /a\nWORKDIR $X\nWORKDIR /c\n', '"/c"'],
    ['ENV D=/d\nWORKDIR $D\nWORKDIR e\n', '"/d/e"'],
    ['', 'absent'],
  ])('the working directory after %j', (lines, expected) => {
    expect(show(finalStage(`FROM a\n${lines}`).workdir)).toBe(expected);
  });

  test('VOLUME, STOPSIGNAL, MAINTAINER, SHELL, unknown', () => {
    const stage = finalStage('FROM a\nVOLUME /a /b\nVOLUME ["/c d"]\nSTOPSIGNAL 9\nMAINTAINER me\nFOO x\n');
    expect(stage.all('VOLUME').map((v) => v.paths.map(show))).toEqual([['"/a"', '"/b"'], ['"/c d"']]);
    expect(show(stage.last('STOPSIGNAL')?.signal)).toBe('"9"');
    expect(stage.last('MAINTAINER')?.name).toBe('me');
    expect(stage.last('UNKNOWN')?.syntax.keyword).toBe('FOO');
  });

  test('HEALTHCHECK and ONBUILD have typed instructions in them', () => {
    const stage = finalStage(
      'FROM a\nHEALTHCHECK --interval=5s CMD curl -k x || exit 1\nONBUILD RUN curl -k y\nHEALTHCHECK NONE\n',
    );
    const [check, none] = stage.all('HEALTHCHECK');
    expect(check?.test?.script.commands.map((c) => c.name)).toEqual(['curl', 'exit']);
    expect([check?.none, none?.none, none?.test]).toEqual([false, true, undefined]);
    const trigger = stage.last('ONBUILD')?.trigger;
    expect(trigger?.keyword).toBe('RUN');
    expect(trigger?.onbuild).toBe(stage.last('ONBUILD'));
    expect(stage.all('RUN')).toEqual([]);
  });

  test('the last CMD is found through the parent', () => {
    const stage = finalStage('FROM a AS b\nCMD ["x"]\nFROM b\nENTRYPOINT run me\n');
    expect(stage.last('CMD')?.argv?.map((s) => s.value)).toEqual(['x']);
    expect(stage.last('ENTRYPOINT')?.form).toBe('shell');
  });

  test('routes count by keyword within the stage', () => {
    const { instructions } = model('ARG A\nFROM a\nRUN 1\nENV B=1\nRUN 2\nFROM b\nRUN 3\n');
    expect(instructions.map((i) => i.at.route.join('/'))).toEqual([
      'global/ARG/0',
      '0/FROM/0',
      '0/RUN/0',
      '0/ENV/0',
      '0/RUN/1',
      '1/FROM/0',
      '1/RUN/0',
    ]);
  });
});
