import type { Severity } from '../../core/severity.ts';
import type { Stage } from '../model/model.ts';

/**
 * How severe something is that stays in its stage: two steps less where the stage only builds, since nobody runs it.
 * (https://docs.docker.com/build/building/multi-stage/)
 */
export function whereShipped({ stage }: { readonly stage: Stage | undefined }, severity: 'high' | 'medium' | 'low'): Severity {
  if (stage?.ships !== false) return severity;
  return severity === 'high' ? 'low' : 'info';
}
