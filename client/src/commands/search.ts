import * as vscode from 'vscode';
import type { Command } from './command.ts';
import { SEARCH } from './ids.ts';

/** The tree follows what is typed when nothing was typed for so many milliseconds. */
const PAUSE = 150;

/** Asks for words, and shows only findings that have them, while they are typed; Escape gives up the search. */
export const search: Command = {
  id: SEARCH,
  run: ({ state }) => {
    const before = state.filters.text;
    const input = vscode.window.createInputBox();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let accepted = false;
    const show = (text: string): void => {
      clearTimeout(timer);
      if (text.trim() !== state.filters.text) void state.setFilters({ ...state.filters, text: text.trim() });
    };
    input.title = vscode.l10n.t('Search Findings');
    input.placeholder = vscode.l10n.t('Words of a path, rule, resource or message');
    input.value = before;
    input.onDidChangeValue((text) => {
      clearTimeout(timer);
      timer = setTimeout(() => show(text), PAUSE);
    });
    input.onDidAccept(() => {
      accepted = true;
      show(input.value);
      input.hide();
    });
    input.onDidHide(() => {
      if (!accepted) show(before);
      input.dispose();
    });
    input.show();
  },
};
