import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import {
  addFlag,
  appendToRun,
  type EditResult,
  insertInstruction,
  isRefused,
  removeCommand,
  removeFlag,
  removeInstruction,
  removePair,
  removeWord,
  replaceJsonString,
  replaceKeyword,
  replacePart,
  replaceText,
  setJsonForm,
} from '../../../server/src/dockerfile/edit.ts';
import { buildDockerfile } from '../../../server/src/dockerfile/model/build.ts';
import { parseDockerfile } from '../../../server/src/dockerfile/syntax/parse.ts';
import type { InstructionSyntax } from '../../../server/src/dockerfile/syntax/syntax.ts';

function parsed(text: string) {
  const syntax = parseDockerfile(text);
  const dockerfile = buildDockerfile(syntax);
  const instruction = (n: number): InstructionSyntax => {
    const found = syntax.instructions.at(n);
    if (!found) throw new Error(`no instruction ${n}`);
    return found;
  };
  const stage = (n: number) => {
    const found = dockerfile.stages.at(n);
    if (!found) throw new Error(`no stage ${n}`);
    return found;
  };
  return { syntax, instruction, stage };
}

/** The text after the edits, or `! reason`. */
function edited(text: string, result: EditResult): string {
  return isRefused(result) ? `! ${result}` : applyEdits(text, result);
}

describe('insertInstruction', () => {
  const before = (text: string, n: number) =>
    edited(text, insertInstruction(parsed(text).syntax, { before: parsed(text).instruction(n) }, 'USER app'));
  const behind = (text: string, n: number) =>
    edited(text, insertInstruction(parsed(text).syntax, { after: parsed(text).instruction(n) }, 'USER app'));

  test.each([
    ['FROM a\nCMD x\n', 'FROM a\nUSER app\nCMD x\n'],
    ['FROM a\r\nCMD x\r\n', 'FROM a\r\nUSER app\r\nCMD x\r\n'],
    ['from a\ncmd x\n', 'from a\nuser app\ncmd x\n'],
    ['FROM a\n\n# one\n# two\nCMD x\n', 'FROM a\n\nUSER app\n# one\n# two\nCMD x\n'],
    ['FROM a\n# far\n\nCMD x\n', 'FROM a\n# far\n\nUSER app\nCMD x\n'],
    ['FROM a\nRUN <<#\nx\n#\nCMD x\n', 'FROM a\nRUN <<#\nx\n#\nUSER app\nCMD x\n'],
    ['FROM a\n  CMD x', 'FROM a\nUSER app\n  CMD x'],
    ['# syntax=docker/dockerfile:1\nCMD x\n', '# syntax=docker/dockerfile:1\nUSER app\nCMD x\n'],
    ['\uFEFFCMD x\n', '\uFEFFUSER app\nCMD x\n'],
  ])('before the last of %j', (text, expected) => {
    expect(before(text, -1)).toBe(expected);
  });

  test.each([
    ['FROM a\nCMD x\n', 'FROM a\nCMD x\nUSER app\n'],
    ['FROM a\nCMD x', 'FROM a\nCMD x\nUSER app'],
    ['FROM a\r\nCMD x\r\n', 'FROM a\r\nCMD x\r\nUSER app\r\n'],
    ['FROM a\nRUN <<EOF\nx\nEOF\n', 'FROM a\nRUN <<EOF\nx\nEOF\nUSER app\n'],
    ['FROM a\nRUN a \\\n  b\n# end\n', 'FROM a\nRUN a \\\n  b\nUSER app\n# end\n'],
    ['FROM a\nRUN a \\\n', '! the RUN before it is not finished'],
    ['FROM a\nRUN <<EOF\nx\n', '! the RUN before it is not finished'],
    ['FROM a\nRUN\n', 'FROM a\nRUN\nUSER app\n'],
  ])('after the last of %j', (text, expected) => {
    expect(behind(text, -1)).toBe(expected);
  });

  test('at the end of a stage', () => {
    const text = 'FROM a AS b\nRUN x\n\n# next\nFROM c\n';
    const { syntax, stage } = parsed(text);
    expect(edited(text, insertInstruction(syntax, { endOf: stage(0) }, 'USER app'))).toBe(
      'FROM a AS b\nRUN x\nUSER app\n\n# next\nFROM c\n',
    );
    expect(edited(text, insertInstruction(syntax, { endOf: stage(1) }, 'RUN a \\\n  b'))).toBe(
      'FROM a AS b\nRUN x\n\n# next\nFROM c\nRUN a \\\n  b\n',
    );
  });
});

describe('removeInstruction', () => {
  test.each([
    ['FROM a\n# why\nUSER root\nCMD x\n', 1, 'FROM a\n# why\nCMD x\n'],
    ['FROM a\nRUN a \\\n # c\n b\nCMD x\n', 1, 'FROM a\nCMD x\n'],
    ['FROM a\nRUN <<EOF\nx\nEOF\nCMD x\n', 1, 'FROM a\nCMD x\n'],
    ['FROM a\r\nUSER root\r\nCMD x\r\n', 1, 'FROM a\r\nCMD x\r\n'],
    ['FROM a\nUSER root', 1, 'FROM a'],
    ['FROM a\r\nUSER root', 1, 'FROM a'],
    ['USER root', 0, ''],
  ])('%j', (text, n, expected) => {
    const { syntax, instruction } = parsed(text);
    expect(edited(text, removeInstruction(syntax, instruction(n)))).toBe(expected);
  });

  test('a trigger is refused', () => {
    const { syntax, instruction } = parsed('FROM a\nONBUILD USER root\n');
    const trigger = instruction(1).trigger;
    expect(trigger && removeInstruction(syntax, trigger)).toBe('the USER is part of another instruction');
  });
});

describe('words', () => {
  test('replaceKeyword keeps the case', () => {
    for (const [text, expected] of [
      ['add a b\n', 'copy a b\n'],
      ['ADD a b\n', 'COPY a b\n'],
      ['AD\\\nD a b\n', '! the keyword ADD is written over several lines'],
    ] as const) {
      const { syntax, instruction } = parsed(text);
      expect(edited(text, replaceKeyword(syntax, instruction(0), 'COPY'))).toBe(expected);
    }
  });

  test('replaceText and replacePart are exact or refuse', () => {
    const text = 'FROM node:latest\nUSER ro\\\not\n';
    const { instruction } = parsed(text);
    const image = instruction(0).words[0]?.text;
    const user = instruction(1).words[0]?.text;
    if (!image || !user) throw new Error('no word');
    expect(edited(text, replacePart(image, { start: 5, end: 11 }, '22'))).toBe('FROM node:22\nUSER ro\\\not\n');
    expect(replaceText(user, 'app')).toBe('it is written over several lines or with escapes');
  });

  test('replaceJsonString quotes and escapes', () => {
    const text = 'CMD ["a", "b\\n"]\n';
    const { syntax, instruction } = parsed(text);
    const string = instruction(0).json?.[1];
    if (!string) throw new Error('no string');
    expect(edited(text, replaceJsonString(syntax, string, 'say "x"'))).toBe('CMD ["a", "say \\"x\\""]\n');
  });

  test('addFlag', () => {
    for (const [text, expected] of [
      ['COPY a b\n', 'COPY --chown=1 a b\n'],
      ['COPY --link \\\n  a b\n', 'COPY --link --chown=1 \\\n  a b\n'],
      ['ONBUILD COPY a b\n', 'ONBUILD COPY --chown=1 a b\n'],
    ] as const) {
      const target = parsed(text).instruction(0);
      expect(edited(text, addFlag(target.trigger ?? target, '--chown=1'))).toBe(expected);
    }
  });

  test.each([
    ['RUN --security=insecure make\n', 0, 'RUN make\n'],
    ['RUN --network=host --security=insecure make\n', 0, 'RUN --security=insecure make\n'],
    ['RUN --network=host --security=insecure make\n', 1, 'RUN --network=host make\n'],
    ['RUN --network=host \\\n  make\n', 0, 'RUN \\\n  make\n'],
    ['RUN --mount=type=ssh \\\n  --network=host \\\n  # why\n  make\n', 1, 'RUN --mount=type=ssh \\\n  # why\n  make\n'],
    ['RUN \\\r\n  --network=host \\\r\n  make\r\n', 0, 'RUN \\\r\n  make\r\n'],
    ['RUN --mount=type=cache,\\\ntarget=/x \\\n  make\n', 0, 'RUN \\\n  make\n'],
  ])('removeFlag from %j', (text, n, expected) => {
    const { syntax, instruction } = parsed(text);
    const flag = instruction(0).flags[n];
    if (!flag) throw new Error('no flag');
    expect(edited(text, removeFlag(syntax, instruction(0), flag))).toBe(expected);
  });

  test.each([
    ['EXPOSE 80 22\n', 1, 'EXPOSE 80\n'],
    ['EXPOSE 80 22\n', 0, 'EXPOSE 22\n'],
    ['EXPOSE 80 \\\n  22 \\\n  443\n', 1, 'EXPOSE 80 \\\n  443\n'],
    ['EXPOSE 80 \\\n  22\n', 1, 'EXPOSE 80\n'],
    ['EXPOSE 80 \\\n # ssh\n  22\nCMD x\n', 1, 'EXPOSE 80\n # ssh\nCMD x\n'],
    ['VOLUME ["/a", "/b", "/c"]\n', 0, 'VOLUME ["/b", "/c"]\n'],
    ['VOLUME ["/a", "/b", "/c"]\n', 1, 'VOLUME ["/a", "/c"]\n'],
    ['VOLUME ["/a", "/b", "/c"]\n', 2, 'VOLUME ["/a", "/b"]\n'],
    ['VOLUME ["/a", \\\n "/b"]\n', 1, '! it is written over several lines or with escapes'],
  ])('removeWord from %j', (text, n, expected) => {
    const { syntax, instruction } = parsed(text);
    const word = instruction(0).words[n];
    if (!word) throw new Error('no word');
    expect(edited(text, removeWord(syntax, instruction(0), word))).toBe(expected);
  });

  test.each([
    ['ENV A=1\nCMD x\n', 0, 'CMD x\n'],
    ['ENV A the value\nCMD x\n', 0, 'CMD x\n'],
    ['ENV A=1 B=2 C=3\n', 1, 'ENV A=1 C=3\n'],
    ['ENV A=1 \\\n    B="x y" \\\n    C=3\n', 1, 'ENV A=1 \\\n    C=3\n'],
    ['ENV A=1 \\\n    B=2 \\\n    C=3\n', 0, 'ENV \\\n    B=2 \\\n    C=3\n'],
    ['ENV A=1 \\\n    B=2 \\\n    C=3\n', 2, 'ENV A=1 \\\n    B=2\n'],
    ['LABEL A=1 \\\n    # two\n    B=2 \\\n    C=3\n', 1, 'LABEL A=1 \\\n    # two\n    C=3\n'],
    ['ARG A B=2\n', 0, 'ARG B=2\n'],
    ['ARG A\nFROM a\n', 0, 'FROM a\n'],
    ['# escape=`\nENV A=1 `\n  B=2\n', 1, '# escape=`\nENV A=1\n'],
    ['ENV A=1\n', 3, '! the ENV has no such pair'],
  ])('removePair from %j', (text, n, expected) => {
    const { syntax, instruction } = parsed(text);
    expect(edited(text, removePair(syntax, instruction(0), n))).toBe(expected);
  });

  test.each([
    ['CMD node server.js\n', 'CMD ["node", "server.js"]\n'],
    ['CMD node \\\n  server.js\n', 'CMD ["node", "server.js"]\n'],
    ['HEALTHCHECK --interval=1s CMD node server.js\n', 'HEALTHCHECK --interval=1s CMD ["node", "server.js"]\n'],
    ['CMD node \\\n # c\n  server.js\n', '! the comments between its lines would be lost'],
    ['CMD\n', '! the CMD has no arguments'],
  ])('setJsonForm of %j', (text, expected) => {
    const target = parsed(text).instruction(0);
    expect(edited(text, setJsonForm(target.trigger ?? target, ['node', 'server.js']))).toBe(expected);
  });
});

describe('removeCommand', () => {
  const removed = (body: string, name: string) => {
    const text = `FROM a\n${body}`;
    const { syntax, stage } = parsed(text);
    const run = stage(0).last('RUN');
    const command = run?.script.commands.find((c) => c.name === name);
    if (!run || !command) throw new Error('no command');
    return edited(text, removeCommand(syntax, run, command)).replace('FROM a\n', '');
  };

  test.each([
    ['RUN a \\\n  && b \\\n  && c\n', 'RUN a \\\n  && c\n'],
    ['RUN a && \\\n  b && \\\n  c\n', 'RUN a && \\\n  c\n'],
    ['RUN a && b && c\n', 'RUN a && c\n'],
    ['RUN b && c\n', 'RUN c\n'],
    ['RUN a && b\n', 'RUN a\n'],
    ['RUN a \\\n  && b\nCMD x\n', 'RUN a\nCMD x\n'],
    ['RUN a && \\\n  b\nCMD x\n', 'RUN a\nCMD x\n'],
    ['RUN b \\\n  && c\n', 'RUN \\\n  c\n'],
    ['RUN a \\\n  # about b\n  && b x \\\n    y \\\n  # about c\n  && c\n', 'RUN a \\\n  # about b\n  # about c\n  && c\n'],
    ['RUN a \\\r\n  && b \\\r\n  && c\r\n', 'RUN a \\\r\n  && c\r\n'],
    ['RUN a || b && c\n', '! the command is not joined by `&&` only'],
    ['RUN a; b\n', '! the command is not joined by `&&` only'],
    ['RUN a && b | c\n', '! the command is part of a pipe'],
    ['RUN b\n', '! it is the only command of the RUN'],
    ['RUN ["b"]\n', '! the command does not stand in a plain RUN'],
    ['RUN <<EOF\na && b\nEOF\n', '! the command does not have a line for itself'],
    ['RUN <<EOF\na\n  b x\nc\nEOF\n', 'RUN <<EOF\na\nc\nEOF\n'],
    ['RUN <<-EOF\r\n\tb\r\n\tc\r\n\tEOF\r\n', 'RUN <<-EOF\r\n\tc\r\n\tEOF\r\n'],
    ['RUN <<EOF\na\nb # why\nEOF\n', '! the command does not have a line for itself'],
    ['RUN <<EOF\na &&\nb\nEOF\n', '! the command does not have a line for itself'],
    ['RUN <<EOF\na \\\nb\nb\nEOF\n', 'RUN <<EOF\na \\\nb\nEOF\n'],
    ['RUN <<EOF\nif a; then\nb\nfi\nEOF\n', '! the command does not have a line for itself'],
    ['RUN <<EOF\na\nb <<X\ny\nX\nEOF\n', '! the command does not have a line for itself'],
    ['RUN <<EOF\nb\nEOF\n', '! it is the only command of the RUN'],
    ['RUN a && (x; b)\n', '! the command is not joined by `&&` only'],
    ['RUN --network=none a && b \\\n && c\n', 'RUN --network=none a \\\n && c\n'],
  ])('b from %j', (body, expected) => {
    expect(removed(body, 'b')).toBe(expected);
  });
});

describe('appendToRun', () => {
  test.each([
    ['RUN a\n', 'RUN a && z\n'],
    ['RUN a \\\n    && b\n', 'RUN a \\\n    && b \\\n    && z\n'],
    ['RUN a && \\\n\tb\n', 'RUN a && \\\n\tb && \\\n\tz\n'],
    ['RUN a \\\r\n  && b\r\n', 'RUN a \\\r\n  && b \\\r\n  && z\r\n'],
    ['# escape=`\nRUN a `\n  && b', '! the RUN is not a POSIX shell script'],
    ['RUN a\\\n&& b', 'RUN a\\\n&& b\\\n&& z'],
    ['RUN <<EOF\n  a\nEOF\n', 'RUN <<EOF\n  a\n  z\nEOF\n'],
    ['RUN <<-EOF\n\ta\n\tEOF\n', 'RUN <<-EOF\n\ta\n\tz\n\tEOF\n'],
    ['RUN <<EOF\nEOF\n', 'RUN <<EOF\nz\nEOF\n'],
    ['RUN ["a"]\n', '! the RUN has JSON form'],
    ['RUN cat <<EOF > x\na\nEOF\n', '! the RUN feeds heredocs to its commands'],
    ['RUN a # note\n', '! a shell comment would swallow the command'],
    ['RUN echo "# no"\n', 'RUN echo "# no" && z\n'],
    ['RUN a;\n', '! the last command of the RUN is not finished'],
    ['RUN a && \\\n', '! the last command of the RUN is not finished'],
    ['RUN a \\\n', '! the RUN is not finished'],
    ['RUN <<EOF\na\n', '! the heredoc never ends'],
  ])('%j', (body, expected) => {
    const text = body.startsWith('#') ? body.replace('\n', '\nFROM a\n') : `FROM a\n${body}`;
    const { syntax, stage } = parsed(text);
    const run = stage(0).last('RUN');
    if (!run) throw new Error('no RUN');
    expect(edited(text, appendToRun(syntax, run, 'z')).replace('FROM a\n', '')).toBe(expected);
  });
});
