import type { InlineIgnore } from '../types.ts';
import type { Directive } from './directive.ts';

/** Directives that count under the policy, and those of ours that do not, with the message that tells so. */
export interface Policed {
  readonly honoured: readonly Directive[];
  readonly refused: readonly { readonly directive: Directive; readonly message: 'reasonless' | 'forbidden' }[];
}

/**
 * What the project lets comments and annotations do. Under *never* those of other tools count as little as ours, or they would be
 * the way around it; *with-reason* asks a reason of ours only, since several tools' comments have no place for one.
 */
export function policed(directives: readonly Directive[], policy: InlineIgnore = 'always'): Policed {
  if (policy === 'always') return { honoured: directives, refused: [] };
  const isOurs = ({ source }: Directive) => source === 'seaworthy';
  if (policy === 'never') {
    return { honoured: [], refused: directives.filter(isOurs).map((directive) => ({ directive, message: 'forbidden' })) };
  }
  const lacks = (directive: Directive) => isOurs(directive) && !isReason(directive.reason);
  return {
    honoured: directives.filter((directive) => !lacks(directive)),
    refused: directives.filter(lacks).map((directive) => ({ directive, message: 'reasonless' })),
  };
}

/** What our own edit leaves for the user to replace is no reason yet. */
function isReason(reason: string | undefined): boolean {
  return reason !== undefined && reason !== PLACEHOLDER;
}

/** What stands for the reason until the user has written one. */
export const PLACEHOLDER = 'reason';
