import type { Comment } from '../../core/comment.ts';
import type { Tool } from '../../core/rule.ts';
import type { Span } from '../../core/span.ts';
import type { Directive, Scopes, Target } from './directive.ts';
import { listWords } from './directive.ts';

/**
 * Comments of other tools that name a check. Each dialect is read as its tool documents it, and its reach is the
 * instruction or node it stands above, unless the tool means a stage or the whole file. `today` is `YYYY-MM-DD`.
 */
export function foreignDirectives(comment: Comment, scopes: Scopes, today: string): Directive[] {
  return DIALECTS.flatMap((dialect) => dialect(comment, scopes, today) ?? []);
}

type Dialect = (comment: Comment, scopes: Scopes, today: string) => Directive | undefined;

function directive(
  tool: Tool,
  comment: Comment,
  scope: Span | 'file' | undefined,
  ids: readonly { word: string; span: Span }[],
  reason?: string,
): Directive | undefined {
  if (scope === undefined || ids.length === 0) return undefined;
  const targets: Target[] = ids.map(({ word, span }) => ({ id: word, span, tool }));
  return { source: tool, span: comment.span, scope, targets, comment, ...(reason && { reason }) };
}

function attached(comment: Comment, scopes: Scopes): Span | undefined {
  return comment.ownLine ? scopes.next(comment) : scopes.here(comment);
}

function everything(comment: Comment): { word: string; span: Span }[] {
  return [{ word: '*', span: comment.span }];
}

/** Where the group `index` of a match over `comment.text` starts in the source. */
function offsetOf(comment: Comment, match: RegExpExecArray, index: number): number {
  return comment.span.start + 1 + match.index + match[0].lastIndexOf(match[index] ?? '');
}

/** https://github.com/hadolint/hadolint#ignoring-rules: next instruction; `stage` above FROM; `global` anywhere. */
const hadolint: Dialect = (comment, scopes) => {
  const match =
    /^[ \t]*hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*([DLSC0-9]+(?:[ \t]*,[ \t]*[DLSC0-9]+)*)[ \t]*(?:#.*)?$/.exec(
      comment.text,
    );
  if (!match) return undefined;
  const scope = match[1] === 'global' ? 'file' : match[1] === 'stage' ? scopes.stage(comment) : attached(comment, scopes);
  return directive('hadolint', comment, scope, listWords(match[2] ?? '', offsetOf(comment, match, 2)));
};

/** https://docs.docker.com/reference/dockerfile/#check above an instruction; the directive of the first lines is no comment. */
const buildkit: Dialect = (comment, scopes) => {
  const match = /^\s*check\s*=\s*(?:[^\s;]*;)*skip=([\w,]+)/i.exec(comment.text);
  if (!match) return undefined;
  const ids = listWords(match[1] ?? '', offsetOf(comment, match, 1));
  return directive('buildkit', comment, attached(comment, scopes), ids.some((i) => i.word === 'all') ? everything(comment) : ids);
};

/**
 * https://trivy.dev/docs/latest/scanner/misconfiguration/config/config/#skipping-resources-by-inline-comments; behind
 * `:exp:YYYY-MM-DD` it holds until that day.
 */
const trivy: Dialect = (comment, scopes, today) => {
  const ids = [...comment.text.matchAll(/(?:^|[\s#])(?:trivy|tfsec):ignore:([\w*-]+)(\S*)/g)].flatMap(
    ([whole, id = '', rest = ''], i, all) => {
      const expires = /:exp:(\d{4}-\d\d-\d\d)/.exec(rest)?.[1];
      if (expires !== undefined && expires <= today) return [];
      const start = comment.span.start + 1 + (all[i]?.index ?? 0) + whole.length - rest.length - id.length;
      return [{ word: id, span: { start, end: start + id.length } }];
    },
  );
  return directive('trivy', comment, attached(comment, scopes), ids);
};

/** https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html: the whole file for Dockerfiles. */
const checkov: Dialect = (comment) => {
  const match = /(?:checkov|bridgecrew|cortex):skip= *([\w-]+(?:,[\w-]+)*)(?::([^\n]*))?/.exec(comment.text);
  if (!match) return undefined;
  return directive('checkov', comment, 'file', listWords(match[1] ?? '', offsetOf(comment, match, 1)), match[2]?.trim());
};

/** https://docs.kics.io/latest/running-kics/#using_commands_on_scanned_files_as_comments; those for the file stand at its head. */
const kics: Dialect = (comment, scopes) => {
  const match = /^[\s#;/]*kics-scan\s+(ignore-line|ignore-block|ignore|disable)(?:=([\w,-]+))?/i.exec(comment.text);
  if (!match) return undefined;
  const command = match[1]?.toLowerCase();
  const ids = match[2] ? listWords(match[2], offsetOf(comment, match, 2)) : command === 'disable' ? [] : everything(comment);
  const isHead = (scopes.next({ ...comment, span: { start: 0, end: 0 } })?.start ?? comment.span.end) >= comment.span.start;
  const ofFile = isHead ? 'file' : undefined;
  const scope =
    command === 'ignore-line' ? attached(comment, scopes) : command === 'ignore-block' ? scopes.stage(comment) : ofFile;
  return directive('kics', comment, scope, ids);
};

/** https://semgrep.dev/docs/ignoring-files-folders-code#ignore-code-through-nosemgrep; ids may carry their folders. */
const semgrep: Dialect = (comment, scopes) => {
  const match = /^\s*nosem(?:grep)?(?:[:=]\s*([\w.\-, ]+))?/i.exec(comment.text);
  if (!match) return undefined;
  const ids = match[1]
    ? listWords(match[1], offsetOf(comment, match, 1)).map(({ word, span }) => ({
        word: word.slice(word.lastIndexOf('.') + 1),
        span,
      }))
    : everything(comment);
  return directive('semgrep', comment, attached(comment, scopes), ids);
};

/** https://github.com/zavoloklom/docker-compose-linter/blob/main/docs/configuration-comments.md */
const dclint: Dialect = (comment, scopes) => {
  const match = /^\s*dclint disable(-line|-file)?\b([\w\s,-]*)/.exec(comment.text);
  if (!match) return undefined;
  const ids = listWords(match[2] ?? '', offsetOf(comment, match, 2));
  return directive(
    'dclint',
    comment,
    match[1] === '-line' ? scopes.here(comment) : 'file',
    ids.length > 0 ? ids : everything(comment),
  );
};

const DIALECTS: readonly Dialect[] = [hadolint, buildkit, trivy, checkov, kics, semgrep, dclint];
