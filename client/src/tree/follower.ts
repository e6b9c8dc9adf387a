import * as vscode from 'vscode';
import type { WireRange } from '../../../server/src/lsp/protocol.ts';
import type { Tree, TreeNode } from './model.ts';

/** The cursor stays in a place for so many milliseconds before the tree follows it there. */
const PAUSE = 150;

/**
 * Selects in the tree what the cursor of the active editor is on: the finding, where all groups around it are open, else the file.
 * Opens nothing and takes no focus.
 */
export class Follower implements vscode.Disposable {
  private readonly view: vscode.TreeView<TreeNode>;
  private readonly treeOf: () => Tree;
  private readonly subscriptions: vscode.Disposable[];
  /** What the user opened or closed by hand, by id. */
  private readonly toggled = new Map<string, boolean>();
  /** VS Code forgets for a moment what is selected while the tree is shown anew. */
  private selectedIds: readonly string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: vscode.TreeView<TreeNode>, treeOf: () => Tree) {
    this.view = view;
    this.treeOf = treeOf;
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.followSoon()),
      vscode.window.onDidChangeTextEditorSelection(() => this.followSoon()),
      view.onDidChangeVisibility(() => this.followSoon()),
      view.onDidChangeSelection(({ selection }) => {
        this.selectedIds = selection.map(({ id }) => id);
      }),
      view.onDidExpandElement(({ element }) => this.toggled.set(element.id, true)),
      view.onDidCollapseElement(({ element }) => this.toggled.set(element.id, false)),
    ];
  }

  /** The selected nodes, as they are now. */
  get selected(): readonly TreeNode[] {
    const { nodes } = this.treeOf();
    return this.selectedIds.flatMap((id) => nodes.get(id) ?? []);
  }

  private followSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.follow(), PAUSE);
  }

  private follow(): void {
    const editor = vscode.window.activeTextEditor;
    // With several selected the user is about to do something with them.
    if (!this.view.visible || editor === undefined || this.selected.length > 1) return;
    if (!vscode.workspace.getConfiguration('seaworthy').get('tree.followEditor', true)) return;
    const uri = editor.document.uri.toString();
    const node = this.findingAt(uri, editor.selection.active) ?? this.fileOf(uri);
    if (node === undefined || this.selected.some(({ id }) => id === node.id)) return;
    void Promise.resolve(this.view.reveal(node, { select: true, focus: false, expand: false })).catch(() => undefined);
  }

  /** The finding at the cursor; of several the nearest, and of equally near ones that which is selected. */
  private findingAt(uri: string, cursor: vscode.Position): TreeNode | undefined {
    const tree = this.treeOf();
    let best: TreeNode | undefined;
    let distance = Number.POSITIVE_INFINITY;
    for (const node of tree.nodes.values()) {
      if (node.type !== 'finding' || node.uri !== uri) continue;
      const away = distanceTo(node.finding.range, cursor);
      const isCloser = away < distance || (away === distance && this.selected.some(({ id }) => id === node.id));
      if (away !== Number.POSITIVE_INFINITY && isCloser && this.isShown(tree, node)) [best, distance] = [node, away];
    }
    return best;
  }

  private fileOf(uri: string): TreeNode | undefined {
    const holdsIt = (node: TreeNode | undefined): boolean =>
      node !== undefined && node.type !== 'more' && 'uri' in node && node.uri === uri;
    if (this.selected.some(holdsIt)) return undefined;
    return this.treeOf().roots.find((node) => node.type === 'group' && node.role === 'file' && holdsIt(node));
  }

  /** Whether all groups around a node are open, and the node is not behind a “Show more”. */
  private isShown(tree: Tree, node: TreeNode): boolean {
    const parent = tree.parents.get(node.id);
    if (parent === undefined) return tree.roots.includes(node);
    const isOpen = this.toggled.get(parent.id) ?? startsOpen(parent.severity);
    return isOpen && this.isShown(tree, parent);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** 0 on a finding, infinite on another line than any of its own, else the characters between. */
function distanceTo({ start, end }: WireRange, { line, character }: vscode.Position): number {
  if (line < start.line || line > end.line) return Number.POSITIVE_INFINITY;
  const before = line === start.line ? start.character - character : 0;
  const behind = line === end.line ? character - end.character : 0;
  return Math.max(0, before, behind);
}

/** Groups that say what to do first are open; the rest would bury them. */
export function startsOpen(severity: string): boolean {
  return severity === 'critical' || severity === 'high';
}
