import { valueOf } from '../../core/value.ts';
import type { EffectiveService } from '../model/service.ts';

/** Whether both services can run at a time: not when their profiles have none in common (Compose spec, "profiles"). */
export function runTogether(a: EffectiveService, b: EffectiveService): boolean {
  if (a === b || !a.profiles.present || !b.profiles.present) return true;
  const names = a.profiles.items.map(valueOf);
  return b.profiles.items.some((profile) => names.includes(valueOf(profile)));
}
