import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../../server/src/dockerfile/syntax/parse.ts';
import type { InstructionSyntax } from '../../../server/src/dockerfile/syntax/syntax.ts';
import { VECTORS } from './vectors.ts';

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** An instruction in the notation of the vectors. */
function describeInstruction(text: string, i: InstructionSyntax): string {
  const flags = i.flags.map((f) => `{--${f.name}${f.value === undefined ? '' : `=${f.value}`}}`).join('');
  const words = (i.json?.map((s) => s.value) ?? i.words.map((w) => w.raw)).map((w) => `[${w}]`).join('');
  const heredocs = i.heredocs.map((h) => `${h.name}${h.expand ? '' : '!'}=${JSON.stringify(h.content.text)}`);
  const lines = `${lineOf(text, i.span.start)}-${lineOf(text, i.span.end)}`;
  return [`${i.keyword} ${lines}`, flags, `${i.json ? 'J' : ''}${words}`, ...heredocs].filter((part) => part !== '').join(' ');
}

describe('vectors', () => {
  test.each(VECTORS.map((v) => [v.name, v] as const))('%s', (_, v) => {
    const { instructions, problems } = parseDockerfile(v.text);
    expect(instructions.map((i) => describeInstruction(v.text, i))).toEqual(v.instructions);
    expect(problems.map((p) => p.code)).toEqual(v.problems ?? []);
  });
});

describe('places', () => {
  test('words, flags and values of a continued instruction', () => {
    const text = 'FROM a\nRUN --mount=type=ssh,id=x \\\n  # why\n  git clone \\\n  x\n';
    const run = parseDockerfile(text).instructions[1];
    const slice = (s: { start: number; end: number } | undefined) => text.slice(s?.start, s?.end);
    expect(slice(run?.keywordSpan)).toBe('RUN');
    expect(slice(run?.flags[0]?.span)).toBe('--mount=type=ssh,id=x');
    expect(slice(run?.flags[0]?.valueSpan)).toBe('type=ssh,id=x');
    expect(run?.args.text).toBe('git clone   x');
    expect(slice(run?.args.spanToSource({ start: 0, end: 3 }))).toBe('git');
    expect(slice(run?.args.spanToSource({ start: 12, end: 13 }))).toBe('x');
    expect(run?.args.isContiguous({ start: 0, end: 9 })).toBe(true);
    expect(run?.args.isContiguous({ start: 4, end: 13 })).toBe(false);
    expect(slice(run?.span)).toBe(text.slice(7, -1));
    expect(run?.comments.map((c) => slice(c.span))).toEqual(['# why']);
  });

  test('the value of a quoted flag maps to the characters inside the quotes', () => {
    const text = 'RUN --mount="type=bind,source=a b" x\n';
    const flag = parseDockerfile(text).instructions[0]?.flags[0];
    expect(text.slice(flag?.valueSpan?.start, flag?.valueSpan?.end)).toBe('"type=bind,source=a b"');
    const at = flag?.valueText?.spanToSource({ start: 17, end: 20 });
    expect(text.slice(at?.start, at?.end)).toBe('a b');
  });

  test('JSON strings map through their escapes', () => {
    const text = 'CMD ["a\\tb", "c"]\n';
    const [first, second] = parseDockerfile(text).instructions[0]?.json ?? [];
    expect(first?.value).toBe('a\tb');
    expect(text.slice(first?.span.start, first?.span.end)).toBe('"a\\tb"');
    expect(first?.text.toSource(1)).toBe(text.indexOf('tb'));
    expect(first?.text.toSource(2)).toBe(text.indexOf('b"'));
    expect(first?.text.isContiguous({ start: 0, end: 2 })).toBe(false);
    expect(text.slice(second?.span.start, second?.span.end)).toBe('"c"');
  });

  test('heredoc bodies map back behind removed tabs', () => {
    const text = 'RUN cat <<-"E" | sh\n\tone\n\t\ttwo\n\tE\n';
    const heredoc = parseDockerfile(text).instructions[0]?.heredocs[0];
    expect(heredoc).toMatchObject({ name: 'E', expand: false, chomp: true, terminated: true });
    expect(heredoc?.content.toSource(4)).toBe(text.indexOf('two'));
    expect(text.slice(heredoc?.operator.start, heredoc?.operator.end)).toBe('<<-"E"');
    expect(parseDockerfile('RUN 3<<E\nE\n').instructions[0]?.heredocs[0]?.fileDescriptor).toBe(3);
  });

  test('directives are no comments', () => {
    const text = '# syntax = docker/dockerfile:1 \n# unknown=1\n# escape=`\n# text\nFROM a `\n# inside\n\n AS b\n';
    const { directives, comments, escape: escapeChar, instructions } = parseDockerfile(text);
    expect(directives.map((d) => [d.name, d.value, text.slice(d.valueSpan.start, d.valueSpan.end)])).toEqual([
      ['syntax', 'docker/dockerfile:1', 'docker/dockerfile:1'],
      ['escape', '`', '`'],
    ]);
    expect(escapeChar).toBe('`');
    expect(comments.map((c) => c.text)).toEqual([' unknown=1', ' text', ' inside']);
    expect(instructions[0]?.blankLines).toHaveLength(1);
  });

  test('triggers', () => {
    const text = 'ONBUILD COPY --from=b x \\\n y\nHEALTHCHECK --retries=1 CMD ["a"]\nONBUILD ONBUILD ONBUILD RUN x\n';
    const [onbuild, check, deep] = parseDockerfile(text).instructions;
    expect(onbuild?.trigger?.keyword).toBe('COPY');
    expect(onbuild?.trigger?.flags.map((f) => f.value)).toEqual(['b']);
    expect(text.slice(onbuild?.trigger?.span.start, onbuild?.trigger?.span.end)).toBe('COPY --from=b x \\\n y');
    expect(check?.trigger?.json?.map((s) => s.value)).toEqual(['a']);
    expect(deep?.trigger?.trigger?.keyword).toBe('ONBUILD');
    expect(deep?.trigger?.trigger?.trigger).toBeUndefined();
  });
});

test('large files take linear time', () => {
  const started = performance.now();
  for (const text of [
    `FROM a\nRUN x \\\n${'  && echo hello world \\\n'.repeat(100_000)}`,
    `ENV A=1 \\\n${'  B=2 \\\n'.repeat(100_000)}`,
    `RUN ${'<<E '.repeat(20_000)}\n${'E\n'.repeat(20_000)}`,
    `RUN <<E ${'${'.repeat(1_000_000)}`,
    `RUN << ${' '.repeat(1_000_000)}<`,
    `CMD ${'['.repeat(1_000_000)}]`,
    `CMD [${'"a", '.repeat(300_000)}"b"]`,
    'ONBUILD '.repeat(100_000),
  ]) {
    expect(parseDockerfile(text).instructions.length).toBeGreaterThan(0);
  }
  expect(performance.now() - started).toBeLessThan(15_000);
});
