import { volumeClaims } from '../model/volume-claim.ts';
import { kubernetesRule } from '../rule.ts';

export default kubernetesRule({
  id: 'kubernetes/volume-claim-without-request',
  title: 'Volume claim without a size',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'absence',
  fix: 'none',
  equivalents: {
    kubesec: [
      { id: 'VolumeClaimRequestsStorage', relation: 'wider', note: 'each claim, not one for all; claims of their own too' },
    ],
  },
  references: [
    {
      title: 'Persistent volume claims',
      url: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims',
    },
  ],
  messages: {
    missing: 'The API server refuses claim `{claim}`: it does not say how much storage it requests.',
  },
  visit: {
    object(context, object) {
      for (const { name, at, spec } of volumeClaims(object)) {
        if (spec.mapping('resources').mapping('requests').field('storage').kind !== 'absent') continue;
        context.report({ at, message: 'missing', data: { claim: name } });
      }
    },
  },
});
