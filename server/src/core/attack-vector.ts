import type { AnyRule, Category } from './rule.ts';

/** What an attacker gains, from worst to mildest; `other` is for what harms without one. */
export const VECTORS = [
  'container-escape',
  'privilege-escalation',
  'host-access',
  'secret-exposure',
  'supply-chain',
  'network-exposure',
  'resource-abuse',
  'other',
] as const;
export type Vector = (typeof VECTORS)[number];

/** The vectors as titles. */
export const VECTOR_NAMES: Readonly<Record<Vector, string>> = {
  'container-escape': 'Container escape',
  'privilege-escalation': 'Privilege escalation',
  'host-access': 'Host access',
  'secret-exposure': 'Secret exposure',
  'supply-chain': 'Supply chain',
  'network-exposure': 'Network exposure',
  'resource-abuse': 'Resource abuse',
  other: 'Correctness and good practice',
};

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
