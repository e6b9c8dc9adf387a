import * as vscode from 'vscode';
import { treeItem } from './items.ts';
import type { Tree, TreeNode } from './model.ts';

/** Hands the current tree to VS Code. */
export class FindingsProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private tree: Tree = { roots: [], nodes: new Map(), parents: new Map(), order: [], total: 0 };
  readonly onDidChangeTreeData = this.changed.event;

  get current(): Tree {
    return this.tree;
  }

  /** Replaces the tree; ids keep what is open and selected. */
  show(tree: Tree): void {
    this.tree = tree;
    this.changed.fire(undefined);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node, this.tree.parents.get(node.id));
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (node === undefined) return [...this.tree.roots];
    // VS Code may ask for a node of the tree before; its id finds what it has become.
    const now = this.tree.nodes.get(node.id);
    return now?.type === 'group' ? [...now.children] : [];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.tree.parents.get(node.id);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
