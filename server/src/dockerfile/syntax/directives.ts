import type { SyntaxProblem } from '../../core/comment.ts';
import { span } from '../../core/span.ts';
import type { Directive } from './syntax.ts';

const DIRECTIVE = /^#[\t\n\f\r ]*([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=/;
const KNOWN = new Set(['syntax', 'escape', 'check']);

/**
 * Reads parser directives from the first lines of a Dockerfile. The first line that does not look like one ends them, a
 * blank line included; one of an unknown name is a comment and does not.
 * (https://docs.docker.com/reference/dockerfile/#parser-directives; BuildKit, frontend/dockerfile/parser: `DirectiveParser`.)
 */
export class DirectiveReader {
  readonly directives: Directive[] = [];
  readonly problems: SyntaxProblem[] = [];
  escape: '\\' | '`' = '\\';
  done = false;

  /** Takes a line without leading blanks and line ending, which starts at `offset`; tells whether it is a directive. */
  read(line: string, offset: number): boolean {
    if (this.done) return false;
    const head = DIRECTIVE.exec(line);
    const rest = head ? line.slice(head[0].length) : '';
    const value = trimAscii(rest);
    if (!head || value === '') {
      this.done = true;
      return false;
    }
    const name = (head[1] ?? '').toLowerCase();
    if (!KNOWN.has(name)) return false;
    const at = offset + head[0].length + rest.indexOf(value);
    const directive: Directive = {
      name,
      value,
      span: span(offset, at + value.length),
      valueSpan: span(at, at + value.length),
    };
    if (this.directives.some((d) => d.name === name)) {
      this.#problem(directive, 'duplicate-directive', `Only one \`${name}\` directive can be used`);
    } else if (name === 'escape') this.#setEscape(directive);
    this.directives.push(directive);
    return true;
  }

  #setEscape(directive: Directive): void {
    if (directive.value === '`' || directive.value === '\\') this.escape = directive.value;
    else
      this.#problem(directive, 'invalid-escape', `The escape character must be \`\\\` or a backtick, not \`${directive.value}\``);
  }

  #problem(directive: Directive, code: string, message: string): void {
    this.problems.push({ span: directive.valueSpan, message, code });
  }
}

function trimAscii(text: string): string {
  let start = 0;
  let end = text.length;
  const blank = (i: number): boolean => '\t\n\f\r '.includes(text.charAt(i));
  while (end > start && blank(end - 1)) end--;
  while (start < end && blank(start)) start++;
  return text.slice(start, end);
}
