import * as vscode from 'vscode';
import { treeItem } from './items.ts';
import type { Tree, TreeNode } from './model.ts';
import { findingTooltip } from './tooltip.ts';

/** Why a rule's findings matter, as Markdown; '' when nobody can tell. */
export type Explain = (rule: string) => Promise<string>;

/** Hands the current tree to VS Code. */
export class FindingsProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  private tree: Tree = { roots: [], nodes: new Map(), parents: new Map(), order: [], total: 0 };
  readonly onDidChangeTreeData = this.changed.event;
  private readonly explain: Explain;

  constructor(explain: Explain) {
    this.explain = explain;
  }

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

  /** Tooltips are asked for one by one, when the mouse is there. */
  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    if (node.type === 'finding') item.tooltip = findingTooltip(node, await this.explain(node.finding.rule));
    return item;
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
