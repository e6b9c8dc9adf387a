import { MappedText } from '../core/mapped-text.ts';
import { type Span, shiftSpan } from '../core/span.ts';
import type { CommandDraft } from './flow.ts';
import type { ShellAssignment, ShellCommand, ShellRedirect, ShellScript, ShellWord } from './script.ts';

/**
 * The script as it would be parsed with its text `delta` UTF-16 units further on, in a small part of the time. `text` is that
 * text: the same characters in the same pieces.
 */
export function movedScript(script: ShellScript, text: MappedText, delta: number): ShellScript {
  const mover = new Mover(delta);
  return {
    interpreter: script.interpreter,
    text,
    commands: script.commands.map((command) => mover.command(command)),
    problems: script.problems.map((problem) => ({ ...problem, span: shiftSpan(problem.span, delta) })),
  };
}

/** Makes one copy of each thing, so that what was the same stays the same. */
class Mover {
  readonly #delta: number;
  readonly #commands = new Map<ShellCommand, ShellCommand>();
  readonly #words = new Map<ShellWord, ShellWord>();

  constructor(delta: number) {
    this.#delta = delta;
  }

  command(command: ShellCommand): ShellCommand {
    const before = this.#commands.get(command);
    if (before) return before;
    const moved: CommandDraft = { ...command, span: this.#span(command.span) };
    // Before its parts: the commands of a pipe know each other.
    this.#commands.set(command, moved);
    if (command.word) moved.word = this.#word(command.word);
    moved.args = this.#list(command.args);
    if (command.assignments.length > 0) moved.assignments = command.assignments.map((one) => this.#assignment(one));
    if (command.redirects.length > 0) moved.redirects = command.redirects.map((one) => this.#redirect(one));
    if (command.wrappers.length > 0) {
      moved.wrappers = command.wrappers.map(({ name, span, args }) => ({ name, span: this.#span(span), args: this.#list(args) }));
    }
    if (command.pipesTo) moved.pipesTo = this.command(command.pipesTo);
    if (command.pipedFrom) moved.pipedFrom = this.command(command.pipedFrom);
    return moved;
  }

  #span(span: Span): Span {
    return { start: span.start + this.#delta, end: span.end + this.#delta };
  }

  #list(words: readonly ShellWord[]): readonly ShellWord[] {
    return words.length === 0 ? words : words.map((word) => this.#word(word));
  }

  #word(word: ShellWord): ShellWord {
    const before = this.#words.get(word);
    if (before) return before;
    const { substitutions } = word;
    const moved = {
      ...word,
      span: this.#span(word.span),
      substitutions: substitutions.length === 0 ? substitutions : substitutions.map((command) => this.command(command)),
    };
    this.#words.set(word, moved);
    return moved;
  }

  #assignment({ name, value, span }: ShellAssignment): ShellAssignment {
    return { name, value: this.#word(value), span: this.#span(span) };
  }

  #redirect({ target, body, ...redirect }: ShellRedirect): ShellRedirect {
    return {
      ...redirect,
      span: this.#span(redirect.span),
      ...(target && { target: this.#word(target) }),
      ...(body && {
        body: new MappedText(
          body.text,
          body.segments.map((s) => ({ ...s, source: s.source + this.#delta })),
        ),
      }),
    };
  }
}
