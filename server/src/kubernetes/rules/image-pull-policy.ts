import { setField } from '../edit/fields.ts';
import { kubernetesRule } from '../rule.ts';

const OFFER = {
  title: 'Set `imagePullPolicy: Always`',
  safety: 'hardening',
  caution: 'A pod does not start while the registry can not be reached, and a tag that was moved brings another image.',
} as const;

export default kubernetesRule({
  id: 'kubernetes/image-pull-policy',
  title: 'Image that may come from the cache of a node',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {
    checkov: [{ id: 'CKV_K8S_15', relation: 'equal', aliases: ['ImagePullPolicyAlways'] }],
    'kube-score': [
      {
        id: 'container-image-pull-policy',
        relation: 'narrower',
        note: 'the tag `latest` is always pulled when no policy is set',
        aliases: ['Container Image Pull Policy'],
      },
    ],
    polaris: [
      { id: 'pullPolicyNotAlways', relation: 'narrower', note: 'the tag `latest` is always pulled when no policy is set' },
    ],
    kics: [
      {
        id: 'Image pull policy of the container is not set to Always',
        relation: 'narrower',
        note: 'pinned images and those without a tag are left alone',
        aliases: ['caa3479d-885d-4882-9aac-95e5e78ef5c2', 'image_pull_policy_of_container_is_not_always'],
      },
    ],
  },
  references: [
    { title: 'Image pull policy', url: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy' },
    {
      title: 'AlwaysPullImages',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#alwayspullimages',
    },
  ],
  messages: {
    unset: 'Container `{container}` has no `imagePullPolicy`: a node that holds the image starts it without asking the registry.',
    set: 'Container `{container}` has `imagePullPolicy: {policy}`: a node that holds the image starts it without asking the registry.',
  },
  visit: {
    container(context, container) {
      const { image, imagePullPolicy: policy } = container;
      if (image.kind !== 'known' || image.value.digest !== undefined) return;
      const isMoving = image.value.tag === undefined || image.value.tag === 'latest';
      if (policy.kind === 'absent' ? isMoving : policy.kind !== 'known' || policy.value === 'Always') return;
      context.report({
        at: policy.kind === 'known' ? policy.at : image.at,
        message: policy.kind === 'known' ? 'set' : 'unset',
        data: { container: container.label, policy: policy.kind === 'known' ? policy.value : 'IfNotPresent' },
        fixes: () => [setField(container, container.node, 'imagePullPolicy', 'Always', OFFER)],
      });
    },
  },
});
