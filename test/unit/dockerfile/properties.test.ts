import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappedText } from '../../../server/src/core/mapped-text.ts';
import type { Span } from '../../../server/src/core/span.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { type EditResult, insertInstruction, isRefused, removeCommand, removePair } from '../../../server/src/dockerfile/edit.ts';
import { buildDockerfile } from '../../../server/src/dockerfile/model/build.ts';
import { parseDockerfile } from '../../../server/src/dockerfile/syntax/parse.ts';
import type { InstructionSyntax } from '../../../server/src/dockerfile/syntax/syntax.ts';
import { VECTORS } from './vectors.ts';

const PIECES = [
  'FROM a',
  'FROM b AS c',
  'RUN ',
  'RUN a && b',
  'COPY --from=c x y',
  'ENV A=1 B="$A"',
  'ENV X y',
  'ARG V=${A:-d}',
  'USER $V',
  'SHELL ["pwsh"]',
  'ONBUILD ',
  'HEALTHCHECK CMD x',
  'CMD ["a", "sh -c"]',
  'RUN ["sh", "-c", "a|b"]',
  '<<EOF',
  "<<-'E'",
  'EOF',
  'E',
  '# escape=`',
  '# c',
  '\\',
  '`',
  '\n',
  '\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '\uFEFF',
  '"',
  "'",
  '[',
  ']',
  '${',
  '}',
  '$',
  '=',
  '--mount=type=secret,id=x',
  '😀',
  '\u2028',
  'EXPOSE 1-2/udp',
];

const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4, unit: 'binary' })), { maxLength: 40 })
  .map((p) => p.join(''));
/** A vector with a piece cut out, put in, or other line endings. */
const mutated = fc
  .tuple(fc.constantFrom(...VECTORS), fc.nat(), fc.nat(8), fc.constantFrom('', ...PIECES), fc.boolean())
  .map(([v, at, length, piece, crlf]) => {
    const start = at % (v.text.length + 1);
    const text = v.text.slice(0, start) + piece + v.text.slice(start + length);
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });
const anyText = fc.oneof(soup, mutated, fc.string({ unit: 'binary' }));

function checkSpan(text: string, s: Span): void {
  expect(s.start).toBeGreaterThanOrEqual(0);
  expect(s.start).toBeLessThanOrEqual(s.end);
  expect(s.end).toBeLessThanOrEqual(text.length);
}

/** Every piece of a mapped text stands in the source as it is. */
function checkMapped(text: string, mapped: MappedText, exact = true): void {
  for (const s of mapped.segments) {
    checkSpan(text, { start: s.source, end: s.source + s.length });
    if (exact) expect(text.slice(s.source, s.source + s.length)).toBe(mapped.text.slice(s.start, s.start + s.length));
  }
}

function checkInstruction(text: string, i: InstructionSyntax): void {
  for (const s of [i.span, i.keywordSpan]) checkSpan(text, s);
  checkMapped(text, i.args);
  for (const w of i.words) {
    checkSpan(text, w.span);
    checkMapped(text, w.text);
    expect(w.text.text).toBe(w.raw);
    if (w.text.isContiguous({ start: 0, end: w.raw.length })) expect(text.slice(w.span.start, w.span.end)).toBe(w.raw);
    expect(w.span.start >= i.span.start && w.span.end <= i.span.end).toBe(true);
  }
  for (const f of i.flags) {
    checkSpan(text, f.span);
    if (f.valueSpan) checkSpan(text, f.valueSpan);
    if (f.valueText) checkMapped(text, f.valueText);
    expect(f.valueText?.text).toBe(f.value);
  }
  for (const s of i.json ?? []) {
    checkSpan(text, s.span);
    checkMapped(text, s.text, false);
  }
  for (const h of i.heredocs) {
    checkSpan(text, h.operator);
    checkMapped(text, h.content);
  }
  if (i.trigger) checkInstruction(text, i.trigger);
}

/** Fields that lead back to where a visitor came from. */
const LINKS = new Set(['syntax', 'stage', 'scope', 'parent', 'onbuild', 'fromStage', 'pipesTo', 'pipedFrom']);

describe('any text', () => {
  test('parses without a throw, every place lies in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const syntax = parseDockerfile(text);
        for (const i of syntax.instructions) checkInstruction(text, i);
        for (const p of syntax.problems) checkSpan(text, p.span);
        for (const c of syntax.comments) expect(text.slice(c.span.start, c.span.end)).toBe(`#${c.text}`);
        for (const d of syntax.directives) expect(text.slice(d.valueSpan.start, d.valueSpan.end)).toBe(d.value);
        let end = 0;
        for (const i of syntax.instructions) {
          expect(i.span.start).toBeGreaterThanOrEqual(end);
          end = i.span.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('has a model in which everything can be asked for', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { instructions, stages } = buildDockerfile(parseDockerfile(text));
        const visit = (value: unknown, depth: number): void => {
          if (typeof value !== 'object' || value === null || depth > 5) return;
          for (const key of Object.keys(value)) {
            if (LINKS.has(key)) continue;
            const child = (value as Record<string, unknown>)[key];
            if (key === 'at') checkSpan(text, (child as { span: Span }).span);
            visit(child, depth + 1);
          }
        };
        for (const i of instructions) visit(i, 0);
        for (const s of stages) for (const v of [s.user, s.workdir]) checkSpan(text, v.at.span);
      }),
      { numRuns: 1000 },
    );
  });
});

/** What must not change when another part does. */
function fingerprint(i: InstructionSyntax): string {
  return JSON.stringify([i.keyword, i.flags.map((f) => [f.name, f.value]), i.args.text, i.heredocs.map((h) => h.content.text)]);
}

describe('edits leave the rest as it was', () => {
  test('insertInstruction adds one instruction and changes no other', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.boolean(), (text, n, before) => {
        const syntax = parseDockerfile(text);
        const anchor = syntax.instructions[n % Math.max(1, syntax.instructions.length)];
        if (!anchor) return;
        const result = insertInstruction(syntax, before ? { before: anchor } : { after: anchor }, 'USER inserted');
        if (isRefused(result)) return;
        const expected = syntax.instructions.map(fingerprint);
        expected.splice(anchor.index + (before ? 0 : 1), 0, JSON.stringify(['USER', [], 'inserted', []]));
        expect(parseDockerfile(applyEdits(text, result)).instructions.map(fingerprint)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  const eol = fc.constantFrom('\n', '\r\n');
  const gap = fc.constantFrom(' ', ' \\\n  ', ' \\\n\t', ' \\\n  # note\n  ', '  \\ \n    ');

  test('removePair removes that pair only, comments stay', () => {
    const pair = fc.constantFrom('A=1', 'B="x y"', 'C=', "D='#'", 'E=a\\ b', 'F="x \\\n y"');
    fc.assert(
      fc.property(fc.array(fc.tuple(gap, pair), { minLength: 2, maxLength: 6 }), fc.nat(), eol, (pairs, n, end) => {
        const text = `FROM a\nENV${pairs.map((p) => p.join('')).join('')}\nUSER x\n`.replaceAll('\n', end);
        const syntax = parseDockerfile(text);
        const env = syntax.instructions[1];
        const index = n % pairs.length;
        if (!env) return;
        const result = removePair(syntax, env, index);
        if (isRefused(result)) throw new Error(result);
        const again = parseDockerfile(applyEdits(text, result));
        expect(again.problems).toEqual([]);
        expect(again.instructions.map((i) => i.keyword)).toEqual(['FROM', 'ENV', 'USER']);
        expect(again.instructions[1]?.words.map((w) => w.raw)).toEqual(env.words.map((w) => w.raw).toSpliced(index, 1));
        expect(again.comments.map((c) => c.text)).toEqual(syntax.comments.map((c) => c.text));
        expect(again.text.includes('\r')).toBe(text.includes('\r'));
      }),
      { numRuns: 2000 },
    );
  });

  test('removeCommand removes that command only, comments stay', () => {
    const command = fc.constantFrom('one', 'two -x', 'three \\\n    --long', 'four "a b"', 'five \\\n    # inner\n    y');
    fc.assert(
      fc.property(fc.array(fc.tuple(command, gap, gap), { minLength: 2, maxLength: 5 }), fc.nat(), eol, (parts, n, end) => {
        const body = parts.map(([c, before, behind], i) => (i === 0 ? c : `${before}&&${behind}${c}`)).join('');
        const text = `FROM a\nRUN ${body}\nUSER x\n`.replaceAll('\n', end);
        const read = (t: string) => {
          const syntax = parseDockerfile(t);
          const run = buildDockerfile(syntax).stages[0]?.last('RUN');
          const words = run?.script.commands.map((c) => [c.name, ...c.args.map((a) => a.text)].join(' ')) ?? [];
          return { syntax, run, words };
        };
        const { syntax, run, words } = read(text);
        const index = n % parts.length;
        const target = run?.script.commands[index];
        if (!run || !target) throw new Error('no command');
        const result: EditResult = removeCommand(syntax, run, target);
        if (isRefused(result)) throw new Error(result);
        const again = read(applyEdits(text, result));
        expect(again.syntax.problems).toEqual([]);
        expect(again.syntax.instructions.map((i) => i.keyword)).toEqual(['FROM', 'RUN', 'USER']);
        expect(again.words).toEqual(words.toSpliced(index, 1));
        expect(again.syntax.comments.map((c) => c.text)).toEqual(syntax.comments.map((c) => c.text));
      }),
      { numRuns: 2000 },
    );
  });
});
