import type { Span } from '../../core/span.ts';
import { overlaps } from '../../core/span.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import type { YamlDocument, YamlNode } from '../node.ts';
import { ownChildren } from './own.ts';

/** What an edit operation gives: edits of the document's text, or one plain sentence why there are none. */
export type YamlEdit = readonly TextEdit[] | { readonly refused: string };

/** Whether an operation was refused. */
export function isRefused(edit: YamlEdit): edit is { readonly refused: string } {
  return 'refused' in edit;
}

export function refuse(refused: string): { readonly refused: string } {
  return { refused };
}

/** Why a node can't be changed where it is used: it is written elsewhere, or a template writes it. */
export function sharedReason(node: YamlNode): string | undefined {
  if (node.via?.kind === 'alias')
    return `This comes through the alias \`*${node.via.name}\`; change it where \`&${node.via.name}\` stands.`;
  if (node.via) return 'This comes through a merge key; change it where it is written.';
  if (node.kind === 'scalar' && node.template !== undefined) return 'A template or an alias writes this value.';
  return undefined;
}

function anchorsIn(node: YamlNode, found: string[]): void {
  if (node.via) return;
  if (node.anchor !== undefined) found.push(node.anchor);
  for (const child of ownChildren(node)) anchorsIn(child, found);
}

function hasTemplate(node: YamlNode): boolean {
  if (node.via) return false;
  if (node.kind === 'scalar') return node.template !== undefined;
  return node.open || ownChildren(node).some(hasTemplate);
}

/** Why the text at `gone` can't be dropped: it holds an anchor that is used elsewhere, or a template. */
export function dropReason(document: YamlDocument, node: YamlNode, gone: Span): string | undefined {
  if (hasTemplate(node) || document.masked.some((m) => overlaps(m, gone))) return 'A template or a half-typed line stands in it.';
  const names: string[] = [];
  anchorsIn(node, names);
  for (const name of names) {
    for (let at = document.text.indexOf(`*${name}`); at >= 0; at = document.text.indexOf(`*${name}`, at + 1)) {
      const next = document.text[at + name.length + 1] ?? ' ';
      if ((at < gone.start || at >= gone.end) && ' \t\r\n,[]{}'.includes(next))
        return `Its anchor \`&${name}\` is used elsewhere.`;
    }
  }
  return undefined;
}
