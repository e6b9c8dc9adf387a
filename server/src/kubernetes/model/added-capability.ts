import type { At } from '../../core/value.ts';
import type { CapabilityTier } from '../../knowledge/capabilities.ts';
import { lookupCapability } from '../../knowledge/capabilities.ts';
import { isBaselineCapability, isRestrictedCapability } from '../pod-security/tables.ts';
import type { Container } from './model.ts';

/**
 * What an item of `capabilities.add` is, so that one rule only reports it: *dangerous*: breaks the isolation of the node;
 * *beyond-baseline*: outside of the baseline list; *misspelt*: in the list, but not as it is written; *unknown*: none of Linux;
 * *default*: one of the runtime's defaults; *harmless*: what *restricted* allows.
 */
export type AddedKind = 'dangerous' | 'beyond-baseline' | 'misspelt' | 'unknown' | 'default' | 'harmless';

export interface AddedCapability {
  readonly kind: AddedKind;
  /** As written. */
  readonly text: string;
  /** As Linux and admission call it; as written when it is unknown. */
  readonly name: string;
  readonly tier: CapabilityTier;
  /** What it gives an attacker: the end of a sentence, without its period. */
  readonly attack: string;
  readonly at: At;
}

/** The known items of a container's `capabilities.add`. */
export function addedCapabilities(container: Container): readonly AddedCapability[] {
  return container.securityContext.capabilities.add.items.flatMap((item) => {
    if (item.kind !== 'known') return [];
    const found = lookupCapability(item.value);
    const { name, tier, attack } = found ?? { name: item.value, tier: 'low' as const, attack: '' };
    return [{ kind: kindOf(item.value), text: item.value, name, tier, attack: clause(attack), at: item.at }];
  });
}

function kindOf(text: string): AddedKind {
  const found = lookupCapability(text);
  if (!found) return 'unknown';
  if (found.tier === 'critical' || found.tier === 'high') return 'dangerous';
  if (!isBaselineCapability(found.name)) return 'beyond-baseline';
  if (found.name !== text) return 'misspelt';
  return isRestrictedCapability(text) ? 'harmless' : 'default';
}

function clause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
