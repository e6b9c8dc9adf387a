import { claimInstead } from '../edit/fields.ts';
import { removeVolume } from '../edit.ts';
import { RESTRICTED_VOLUMES } from '../pod-security/tables.ts';
import { kubernetesRule } from '../rule.ts';

const CLAIM = {
  title: 'Mount a PersistentVolumeClaim instead',
  safety: 'placeholder',
  caution: 'The claim has to exist, bound to a volume with the same content.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/restricted-volume-type',
  title: 'Volume of a type that restricted pods may not use',
  severity: 'low',
  confidence: 'high',
  category: 'host-access',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    pss: [{ id: 'restrictedVolumes', relation: 'equal', note: 'together with the rules about host paths' }],
    trivy: [
      {
        id: 'KSV-0028',
        relation: 'wider',
        note: 'also types that it does not know or spells otherwise',
        aliases: ['AVD-KSV-0028', 'KSV028', 'no-non-ephemeral-volumes'],
      },
    ],
  },
  references: [
    {
      title: 'PSS restricted: volume types',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
    },
    { title: 'Volumes', url: 'https://kubernetes.io/docs/concepts/storage/volumes/' },
    { title: 'CVE-2024-10220', url: 'https://nvd.nist.gov/vuln/detail/CVE-2024-10220' },
  ],
  messages: {
    type: 'Volume `{volume}` reaches storage by itself with `{type}`; the level *restricted* asks for a PersistentVolumeClaim.',
    gitRepo: 'Volume `{volume}` makes the kubelet run `git` as root on a repository with `gitRepo`.',
  },
  visit: {
    workload(context, workload) {
      for (const volume of workload.volumes.items) {
        const { sources, type, name, at } = volume;
        if (type === undefined || sources.length === 0 || volume.hostPath.present) continue;
        if (sources.some((source) => RESTRICTED_VOLUMES.has(source))) continue;
        const key = volume.fields.pair(type);
        const shown = name.kind === 'known' ? name.value : '';
        context.report({
          at: key ? { ...volume.fields.field(type).at, span: key.keyNode.span } : at,
          message: type === 'gitRepo' ? 'gitRepo' : 'type',
          severity: type === 'gitRepo' ? 'high' : 'low',
          data: { volume: shown, type },
          fixes: () => [
            ...(type === 'gitRepo' ? [] : [claimInstead(workload, volume, type, CLAIM)]),
            removeVolume(workload, volume, {
              title: `Remove the volume \`${shown}\` and its mounts`,
              // Never in bulk: what takes the volume's place has to be written first.
              safety: 'placeholder',
              caution: 'The program loses these files; a PersistentVolumeClaim has to take their place.',
            }),
          ],
        });
      }
    },
  },
});
