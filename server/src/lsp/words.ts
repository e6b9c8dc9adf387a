/** Turns of phrase that more than one feature uses. */
import type { FixOffer, FixSafety, Resource } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';

/** A text without the backticks that mark its values: diagnostics and menus are plain text in every editor. */
export function plainText(text: string): string {
  return text.replaceAll('`', '');
}

/** A text as a sentence of its own, with a full stop. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A resource inside a sentence: `` `web` ``, `the final stage`. */
export function resourceInWords({ kind, name }: Resource): string {
  return kind === 'stage' && UNNAMED_STAGES.includes(name) ? `the ${name}` : `\`${name}\``;
}

/** What a stage without a name is called; see `Stage.label` of the Dockerfile model. */
const UNNAMED_STAGES: readonly string[] = ['image', 'final stage'];

const BY_SAFETY: Readonly<Record<FixSafety, string>> = {
  safe: 'The program behaves as before.',
  hardening: 'A program that relied on it may break.',
  placeholder: 'You have to complete it.',
};

/** What a fix asks of its user, as a sentence: what may break, or what is left to do. */
export function cautionOf(fix: { readonly safety: FixSafety; readonly caution?: string }): string {
  return sentence(fix.caution ?? BY_SAFETY[fix.safety]);
}

/** Every fix with what it may break; then, each reason once, why others can't be made here. */
export function fixLines(offers: readonly FixOffer[]): string[] {
  const fixes = offers.flatMap((offer) => (isRefusal(offer) ? [] : `Fix: ${sentence(offer.title)} ${cautionOf(offer)}`));
  const refusals = offers.flatMap((offer) => {
    if (!isRefusal(offer)) return [];
    return fixes.length === 0
      ? `No automatic fix: ${sentence(offer.refused)}`
      : `Not offered here: ${offer.title}, because ${sentence(offer.refused)}`;
  });
  return [...new Set([...fixes, ...refusals])];
}
