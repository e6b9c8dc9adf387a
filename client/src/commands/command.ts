import * as vscode from 'vscode';
import type { FindingsStore } from '../findings-store.ts';
import type { Scanner } from '../scan.ts';
import type { Session } from '../session.ts';
import type { FindingNode, LocatedFinding, TreeNode } from '../tree/model.ts';
import type { FindingsView } from '../tree/view.ts';
import type { ViewState } from '../view-state.ts';

/** What commands work with. */
export interface Services {
  readonly extensionUri: vscode.Uri;
  /** Of the extension. */
  readonly version: string;
  readonly log: vscode.LogOutputChannel;
  readonly session: Session;
  readonly store: FindingsStore;
  readonly state: ViewState;
  readonly scanner: Scanner;
  readonly view: FindingsView;
}

/** A command: its name, and what it does with whatever VS Code passes it. */
export interface Command {
  readonly id: string;
  run(services: Services, ...args: unknown[]): unknown;
}

/**
 * The findings an item command is for: the whole selection when the clicked item is part of it, else the clicked item alone;
 * the selection when the command came from the keyboard.
 */
export function targets(services: Services, clicked: unknown, selection: unknown): readonly FindingNode[] {
  if (isSelected(clicked)) return services.view.selectedFindings;
  const nodes =
    Array.isArray(selection) && selection.length > 0
      ? selection
      : clicked === undefined
        ? services.view.selectedFindings
        : [typeof clicked === 'string' ? services.view.tree.nodes.get(clicked) : clicked];
  return nodes.filter(isFindingNode);
}

/** The findings at the cursor of the active editor, the nearest first. */
export function atCursor({ store }: Services): LocatedFinding[] {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return [];
  const { uri } = editor.document;
  const { line, character } = editor.selection.active;
  const path = vscode.workspace.asRelativePath(uri);
  return store
    .of(uri)
    .filter(({ range }) => range.start.line <= line && line <= range.end.line)
    .map((finding) => ({ uri: uri.toString(), path, finding }))
    .sort(
      (a, b) => Math.abs(a.finding.range.start.character - character) - Math.abs(b.finding.range.start.character - character),
    );
}

/** Whether a key was pressed in the tree: what it is for is what is selected there. */
export function isSelected(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'selected' in value;
}

/** Whether an argument is a finding of the tree. */
export function isFindingNode(value: unknown): value is FindingNode {
  return isTreeNode(value) && value.type === 'finding';
}

/** Whether an argument is a node of the tree. */
export function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'id' in value;
}
