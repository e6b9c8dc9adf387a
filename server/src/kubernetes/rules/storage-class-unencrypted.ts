import { setPath } from '../edit.ts';
import { kubernetesRule } from '../rule.ts';

const PROVISIONERS = new Set(['ebs.csi.aws.com', 'kubernetes.io/aws-ebs']);
const OFFER = {
  title: 'Set `encrypted: "true"`',
  safety: 'hardening',
  caution:
    'The parameters of a StorageClass that exists can not be changed: it has to be made anew; volumes that exist stay as they are.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/storage-class-unencrypted',
  title: 'Volumes on disks that are not encrypted',
  severity: 'low',
  confidence: 'medium',
  category: 'secrets',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    kubescape: [
      {
        id: 'C-0264',
        relation: 'narrower',
        note: 'only disks of AWS, which are not encrypted by default; told at the StorageClass',
        aliases: ['pv-without-encryption'],
      },
    ],
  },
  references: [
    { title: 'Storage classes: AWS EBS', url: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#aws-ebs' },
    { title: 'CWE-311', url: 'https://cwe.mitre.org/data/definitions/311.html' },
  ],
  messages: {
    unset: 'Volumes of class `{name}` are only encrypted where the AWS account does so by default.',
    off: 'Volumes of class `{name}` are not encrypted.',
  },
  visit: {
    object(context, object) {
      const provisioner = object.fields.string('provisioner');
      if (object.kind !== 'StorageClass' || provisioner.kind !== 'known' || !PROVISIONERS.has(provisioner.value)) return;
      const encrypted = object.fields.mapping('parameters').string('encrypted');
      const isOff = encrypted.kind === 'known' && encrypted.value.toLowerCase() !== 'true';
      if (encrypted.kind !== 'absent' && !isOff) return;
      const name = object.name.kind === 'known' ? object.name.value : object.displayName;
      context.report({
        at: isOff ? encrypted.at : object.at,
        message: isOff ? 'off' : 'unset',
        data: { name },
        ...(isOff && { severity: 'medium' }),
        fixes: () => [setPath(object.document, object.node, ['parameters', 'encrypted'], 'true', OFFER)],
      });
    },
  },
});
