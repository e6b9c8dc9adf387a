import type { At } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import { atKey } from './at-key.ts';
import type { KubernetesObject } from './model.ts';
import { peersIn } from './network.ts';

/** What is open in the network policy of a sandbox. */
export interface OpenEgress {
  readonly kind: 'unmanaged' | 'missing' | 'invalid' | 'any' | 'world' | 'pods';
  readonly at: At;
}

const KINDS = { any: 'any', world: 'world', 'all-pods': 'pods' } as const;

/** Where the code in a SandboxTemplate reaches too much (https://agent-sandbox.sigs.k8s.io/); empty for other objects. */
export function sandboxEgress(object: KubernetesObject): readonly OpenEgress[] {
  if (object.kind !== 'SandboxTemplate' || !object.group?.endsWith('agents.x-k8s.io')) return [];
  const spec = object.fields.mapping('spec');
  const management = spec.string('networkPolicyManagement');
  if (!spec.present || management.kind === 'dynamic') return [];
  if (valueOf(management) === 'Unmanaged') return [{ kind: 'unmanaged', at: management.at }];
  const policy = spec.mapping('networkPolicy');
  if (policy.value.kind === 'absent') return [{ kind: 'missing', at: policy.value.at }];
  if (policy.value.kind === 'invalid') return [{ kind: 'invalid', at: atKey(policy.value.at) }];
  return policy
    .list('egress', (node) => peersIn(object, node, 'egress', 'to', true))
    .items.flat()
    .flatMap(({ reach, at }) => (reach === 'some' ? [] : [{ kind: KINDS[reach], at }]));
}
