import type { TextEdit } from '../../core/text-edit.ts';

/** The edits of an operation, or the reason why it cannot be made here: one plain sentence for the user. */
export type EditResult = readonly TextEdit[] | string;

/** Whether an operation was refused; then the result is the reason. */
export function isRefused(result: EditResult): result is string {
  return typeof result === 'string';
}
