import type { Finding, FixOffer, Related, Resource } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import { shiftSpan } from '../core/span.ts';
import { shiftEdits } from '../core/text-edit.ts';
import type { At } from '../core/value.ts';

/** From the path of another file, as a family writes it, to its URI; undefined where paths lead nowhere. */
export type Resolve = (path: string) => string | undefined;

/** A place moved from a slice's offsets to the file's; a place in another file keeps its offsets, and its path becomes a URI. */
export function shiftAt(at: At, delta: number, resolve?: Resolve): At {
  if (delta === 0 && !resolve) return at;
  const via = at.via?.at ? { via: { ...at.via, at: shiftAt(at.via.at, delta, resolve) } } : undefined;
  if (at.uri !== undefined) return { ...at, uri: resolve?.(at.uri) ?? at.uri, ...via };
  return { ...at, span: shiftSpan(at.span, delta), ...(at.key && { key: shiftSpan(at.key, delta) }), ...via };
}

function shiftResource(resource: Resource, delta: number, resolve?: Resolve): Resource {
  return { ...resource, at: shiftAt(resource.at, delta, resolve) };
}

function shiftRelated(related: Related, delta: number, resolve?: Resolve): Related {
  return { ...related, at: shiftAt(related.at, delta, resolve) };
}

function shiftOffer(offer: FixOffer, delta: number, resolve?: Resolve): FixOffer {
  if (isRefusal(offer)) return offer;
  const edits = shiftEdits(offer.edits, delta);
  if (!offer.elsewhere || !resolve) return { ...offer, edits };
  const elsewhere = new Map([...offer.elsewhere].map(([path, list]) => [resolve(path) ?? path, list]));
  return { ...offer, edits, elsewhere };
}

/**
 * The same finding with the file's offsets; its fixes are moved when someone asks for them. `resolve` is given where other files
 * were read: without one there is no place in another file.
 */
export function shiftFinding(finding: Finding, delta: number, resolve?: Resolve): Finding {
  if (delta === 0 && !resolve) return finding;
  return {
    ...finding,
    at: shiftAt(finding.at, delta, resolve),
    resource: shiftResource(finding.resource, delta, resolve),
    related: finding.related.map((r) => shiftRelated(r, delta, resolve)),
    fixes: () => finding.fixes().map((offer) => shiftOffer(offer, delta, resolve)),
  };
}
