/** The only ways to change YAML: each gives edits that keep every other byte, or says why it can't. */
export { appendItem } from './edit/append-item.ts';
export { detectIndent, type YamlLayout } from './edit/detect-indent.ts';
export { insertAbove } from './edit/insert-above.ts';
export { homesOf } from './edit/own.ts';
export { type RemoveOptions, removeItem, removePair } from './edit/remove.ts';
export { renameKey } from './edit/rename-key.ts';
export type { YamlData } from './edit/render.ts';
export { replaceItem } from './edit/replace-item.ts';
export { isRefused, type YamlEdit } from './edit/result.ts';
export { type SetKeyOptions, setKey } from './edit/set-key.ts';
export { type ScalarData, setScalar } from './edit/set-scalar.ts';
