import type { Comment } from '../../core/comment.ts';
import type { Span } from '../../core/span.ts';
import type { DockerfileSyntax } from '../../dockerfile/syntax/syntax.ts';
import type { Directive, Scopes } from './directive.ts';
import { listWords } from './directive.ts';

/** A comment holds for the instruction below it, or for the one between whose continued lines it stands. */
export function dockerfileScopes(syntax: DockerfileSyntax): Scopes {
  const { instructions, text } = syntax;
  const next = (comment: Comment): Span | undefined => instructions.find((i) => i.span.end > comment.span.end)?.span;
  const stage = (comment: Comment): Span | undefined => {
    const index = instructions.findIndex((i) => i.span.end > comment.span.end);
    if (instructions[index]?.keyword !== 'FROM') return next(comment);
    const end = instructions.slice(index + 1).find((i) => i.keyword === 'FROM')?.span.start ?? text.length;
    return { start: instructions[index].span.start, end };
  };
  return { whole: { start: 0, end: text.length }, next, here: next, stage };
}

/** `# check=skip=Rule,…` of the first lines holds for the file (https://docs.docker.com/reference/dockerfile/#check). */
export function checkDirective(syntax: DockerfileSyntax): Directive[] {
  return syntax.directives
    .filter((d) => d.name === 'check')
    .flatMap((d) => {
      const match = /(?:^|;)skip=([\w,]+)/.exec(d.value.split(' ')[0] ?? '');
      if (!match) return [];
      const words = listWords(match[1] ?? '', d.valueSpan.start + match.index + match[0].length - (match[1] ?? '').length);
      const targets = words.map(({ word, span }) => ({ id: word === 'all' ? '*' : word, span, tool: 'buildkit' as const }));
      return [{ source: 'buildkit' as const, span: d.span, scope: 'file' as const, targets }];
    });
}
