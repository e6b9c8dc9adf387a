import type { SyntaxProblem } from '../core/comment.ts';
import type { RawError } from './raw.ts';

const MESSAGES: Readonly<Record<string, string>> = {
  'alias-cycle': 'This alias stands inside the node that it names.',
  'alias-props': 'An alias can have no anchor or tag of its own.',
  'alias-too-large': 'This alias expands to too much; it is not followed.',
  'bad-alias': 'An anchor or alias needs a name.',
  'bad-directive': 'This directive is not known to YAML 1.2.',
  'bad-dq-escape': 'This is no escape sequence of a double-quoted string.',
  'bad-indent': 'This line is not indented like its siblings.',
  'bad-merge': 'A merge key (`<<`) needs a mapping, or a list of mappings.',
  'bad-prop-order': 'Anchors and tags stand behind the indicator.',
  'bad-scalar-start': 'A plain value can not start with this character; quote it.',
  'block-as-implicit-key': 'A mapping can not start on the line of another key; is a quote missing?',
  'block-in-flow': 'A block collection can not stand inside `[ ]` or `{ }`.',
  'block-scalar-indent': 'The first lines of this block scalar are not indented as they should be.',
  'comment-without-space': 'A comment needs a blank before its `#`.',
  internal: 'This document can not be read.',
  'key-over-1024-chars': 'A key can have at most 1024 characters.',
  'key-without-colon': 'This key has no `:`.',
  'missing-comma': 'A `,` is missing here.',
  'missing-dash': 'This item has no `-`.',
  'missing-space': 'A blank is missing after `:`.',
  'multiline-implicit-key': 'A key must stand on one line; is a `:` missing?',
  'multiple-anchors': 'A node can have only one anchor.',
  'multiple-docs': 'Only the first document is read here.',
  'multiple-tags': 'A node can have only one tag.',
  'open-bracket': 'The closing bracket is missing, or the lines inside are not indented enough.',
  'open-quote': 'The closing quote is missing.',
  'tab-as-indent': 'Tabs can not indent YAML; use blanks.',
  'too-deep': 'This document is nested too deeply to be read.',
  'too-large': 'This document is too large to be read.',
  'unexpected-token': 'This can not stand here.',
  'unknown-anchor': 'There is no anchor of this name above.',
};

/** Puts an error of the parser into words; causes without words of their own are `This is not valid YAML.`. */
export function problemOf(error: RawError): SyntaxProblem {
  return { span: error.span, message: MESSAGES[error.cause] ?? 'This is not valid YAML.', code: error.cause };
}
