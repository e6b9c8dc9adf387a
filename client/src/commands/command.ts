import type * as vscode from 'vscode';
import type { FindingsStore } from '../findings-store.ts';
import type { Scanner } from '../scan.ts';
import type { Session } from '../session.ts';
import type { FindingNode, TreeNode } from '../tree/model.ts';
import type { FindingsView } from '../tree/view.ts';
import type { ViewState } from '../view-state.ts';

/** What commands work with. */
export interface Services {
  readonly extensionUri: vscode.Uri;
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
  const nodes =
    Array.isArray(selection) && selection.length > 0
      ? selection
      : clicked === undefined
        ? services.view.selectedFindings
        : [clicked];
  return nodes.filter(isFindingNode);
}

/** Whether an argument is a finding of the tree. */
export function isFindingNode(value: unknown): value is FindingNode {
  return isTreeNode(value) && value.type === 'finding';
}

/** Whether an argument is a node of the tree. */
export function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'id' in value;
}
