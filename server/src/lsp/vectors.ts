import type { AnyRule, Category } from '../core/rule.ts';
import type { Vector } from './protocol.ts';

const BY_CATEGORY: Readonly<Record<Category, Vector>> = {
  privilege: 'privilege-escalation',
  isolation: 'container-escape',
  'host-access': 'host-access',
  secrets: 'secret-exposure',
  'supply-chain': 'supply-chain',
  network: 'network-exposure',
  'access-control': 'privilege-escalation',
  resources: 'resource-abuse',
  correctness: 'other',
  'best-practice': 'other',
};

/** What gives the whole host away, whatever its category: one command leads out of the container (MITRE ATT&CK T1611). */
const ESCAPES =
  /\/(?:privileged-(?:container|build|lifecycle-hook)|.*-socket(?:-mount)?|dangerous-capability.*|insecure-run-flag|windows-host-process|root-equivalent-host-mount|mount-propagation-bidirectional|host-device-exposed)$/;

/** The attack vector that a rule's findings are grouped under. */
export function vectorOf({ id, category }: Pick<AnyRule, 'id' | 'category'>): Vector {
  return ESCAPES.test(id) ? 'container-escape' : BY_CATEGORY[category];
}
