import type { Finding, FixOffer, Related, Resource } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import { shiftSpan } from '../core/span.ts';
import { shiftEdits } from '../core/text-edit.ts';
import type { At } from '../core/value.ts';

/** A place moved from a slice's offsets to the file's; places in other files stay. */
export function shiftAt(at: At, delta: number): At {
  if (delta === 0 || at.uri !== undefined) return at;
  return {
    ...at,
    span: shiftSpan(at.span, delta),
    ...(at.key && { key: shiftSpan(at.key, delta) }),
    ...(at.via && { via: { ...at.via, ...(at.via.at && { at: shiftAt(at.via.at, delta) }) } }),
  };
}

function shiftResource(resource: Resource, delta: number): Resource {
  return { ...resource, at: shiftAt(resource.at, delta) };
}

function shiftRelated(related: Related, delta: number): Related {
  return { ...related, at: shiftAt(related.at, delta) };
}

function shiftOffer(offer: FixOffer, delta: number): FixOffer {
  return isRefusal(offer) ? offer : { ...offer, edits: shiftEdits(offer.edits, delta) };
}

/** The same finding with the file's offsets; its fixes are moved when someone asks for them. */
export function shiftFinding(finding: Finding, delta: number): Finding {
  if (delta === 0) return finding;
  return {
    ...finding,
    at: shiftAt(finding.at, delta),
    resource: shiftResource(finding.resource, delta),
    related: finding.related.map((r) => shiftRelated(r, delta)),
    fixes: () => finding.fixes().map((offer) => shiftOffer(offer, delta)),
  };
}
