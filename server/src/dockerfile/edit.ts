/**
 * The edit operations: the only way a rule changes a Dockerfile. Each gives the edits, or in one sentence why it cannot make
 * them; all keep every byte that they are not about: comments, line endings, continuations, the case of keywords.
 */
export { removeBlankLines } from './edit/blank-lines.ts';
export { appendToRun, removeCommand } from './edit/commands.ts';
export { insertInstruction, type Place, removeInstruction, replaceKeyword } from './edit/instructions.ts';
export { type EditResult, isRefused } from './edit/result.ts';
export { dropCommand, insertShellWord, removeShellSpan, removeShellWords, replaceShellWord } from './edit/shell-words.ts';
export {
  addFlag,
  removeFlag,
  removePair,
  removeWord,
  replaceJsonString,
  replacePart,
  replaceText,
  setJsonForm,
} from './edit/words.ts';
