import { valueOf } from '../../core/value.ts';
import { volumeClaims } from '../model/volume-claim.ts';
import { kubernetesRule } from '../rule.ts';

const OWN = new Set(['ReadWriteOnce', 'ReadWriteOncePod']);

export default kubernetesRule({
  id: 'kubernetes/volume-claim-shared',
  title: 'Volume of one replica that others may mount',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    kubesec: [{ id: 'VolumeClaimAccessModeReadWriteOnce', relation: 'wider', note: 'each claim, not one for all' }],
    kics: [
      {
        id: 'Incorrect volume claim access mode ReadWriteOnce',
        relation: 'narrower',
        note: '`ReadWriteOncePod` is stricter still',
        aliases: ['3878dc92-8e5d-47cf-9cdd-7590f71d21b9', 'incorrect_volume_claim_access_mode_read_write_once'],
      },
    ],
  },
  references: [{ title: 'Access modes', url: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes' }],
  messages: {
    shared: 'The volumes of claim `{claim}` may be mounted on many nodes; each replica has one of its own.',
  },
  visit: {
    object(context, object) {
      if (object.kind !== 'StatefulSet') return;
      for (const { name, spec } of volumeClaims(object)) {
        const modes = spec.strings('accessModes');
        if (modes.value.kind !== 'known' || modes.open || modes.items.some((mode) => OWN.has(valueOf(mode) ?? ''))) continue;
        const [first] = modes.items;
        context.report({ at: first?.at ?? modes.value.at, message: 'shared', data: { claim: name } });
      }
    },
  },
});
