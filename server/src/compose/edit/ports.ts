import type { FixOffer } from '../../core/finding.ts';
import type { FixText } from '../edit.ts';
import { setServiceItem } from '../edit.ts';
import type { PortMapping } from '../model/ports.ts';
import type { EffectiveService } from '../model/service.ts';
import { setAt } from './paths.ts';

/** Publishes a port of the container at another port of the host: `222:22` → `8222:22`. Refused for a range, and where a variable stands. */
export function movePublishedPort(
  service: EffectiveService,
  port: PortMapping,
  from: number,
  to: number,
  text: FixText,
): FixOffer {
  if (port.syntax === 'long') return setAt(service, port.published.at, to, text);
  const raw = port.text?.raw ?? '';
  const published = new RegExp(`(^|:)${from}(?=:[^:]*$)`);
  if (raw.includes('$') || !published.test(raw)) return { title: text.title, refused: 'it is a range, or comes from a variable' };
  return setServiceItem(service, port.at, raw.replace(published, `$1${to}`), text);
}
