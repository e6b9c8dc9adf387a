import type { Comment } from '../../core/comment.ts';
import type { Directive, Scopes } from './directive.ts';
import { listWords } from './directive.ts';

const DIRECTIVE = /^(\s*seaworthy-ignore(-file)?)(?=\s|$)([^\n]*)$/;

/**
 * `# seaworthy-ignore <rule>[, <rule>…] [-- reason]` for the next instruction (above a FROM, its stage) or node (the node of
 * its line, at the end of a YAML line) and `# seaworthy-ignore-file [<rule>…] [-- reason]` for the file. Rules may be globs: `compose/*`.
 */
export function ownDirective(comment: Comment, scopes: Scopes): Directive | undefined {
  const match = DIRECTIVE.exec(comment.text);
  if (!match) return undefined;
  const [, head = '', file, rest = ''] = match;
  const dash = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const list = dash ? rest.slice(0, dash.index) : rest;
  const reason = dash ? rest.slice(dash.index + dash[0].length).trim() : '';
  const targets = listWords(list, comment.span.start + 1 + head.length).map(({ word, span }) => ({ id: word, span }));
  const scope = file ? 'file' : comment.ownLine ? scopes.stage(comment) : scopes.here(comment);
  return {
    source: 'seaworthy',
    span: comment.span,
    scope: scope ?? comment.span,
    targets: targets.length > 0 ? targets : [{ id: '*', span: comment.span }],
    ...(reason && { reason }),
    comment,
  };
}
