import type { Comment } from '../../core/comment.ts';
import type { FileSettings } from '../types.ts';
import type { Directive, Scopes } from './directive.ts';
import { foreignDirectives } from './foreign-comments.ts';
import { ownDirective } from './own.ts';

const MAY_BE_DIRECTIVE = /ignore|skip|nosem|disable/i;

/** What the comments of a slice silence, ours and those of other tools. `scopesOf` is asked only where one may. */
export function commentDirectives(
  comments: readonly Comment[],
  scopesOf: () => Scopes,
  { environment }: Pick<FileSettings, 'environment'>,
): Directive[] {
  const candidates = comments.filter((comment) => MAY_BE_DIRECTIVE.test(comment.text));
  if (candidates.length === 0) return [];
  const scopes = scopesOf();
  return candidates.flatMap((comment) => ownDirective(comment, scopes) ?? foreignDirectives(comment, scopes, environment.today));
}
