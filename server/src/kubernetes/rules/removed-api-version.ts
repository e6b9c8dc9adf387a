import { removedApi } from '../../knowledge/removed-apis.ts';
import { kubernetesRule } from '../rule.ts';
import { isSince } from '../version.ts';

export default kubernetesRule({
  id: 'kubernetes/removed-api-version',
  title: 'API version that Kubernetes no longer serves',
  severity: 'medium',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    'kube-linter': [{ id: 'no-extensions-v1beta', relation: 'narrower', note: 'only kinds that were served there' }],
    'kube-score': [{ id: 'stable-version', relation: 'narrower', note: 'not versions that are only deprecated' }],
    kics: [
      {
        id: 'Object is using a deprecated API version',
        relation: 'equal',
        aliases: ['94b76ea5-e074-4ca2-8a03-c5a606e30645', 'object_is_using_a_deprecated_api_version'],
      },
    ],
    trivy: [
      {
        id: 'KSV-0107',
        relation: 'narrower',
        note: 'not versions that are only deprecated',
        aliases: ['AVD-KSV-0107', 'KSV107', 'evaluate-k8s-deprecated-removed-apis'],
      },
    ],
    kubescape: [{ id: 'C-0068', relation: 'related', note: 'it asks for PodSecurityPolicy, which is removed' }],
  },
  references: [
    { title: 'Deprecated API migration guide', url: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/' },
  ],
  messages: {
    moved: '`{apiVersion}` of `{kind}` is gone since Kubernetes 1.{minor}; use `{instead}`.',
    gone: '`{kind}` is gone since Kubernetes 1.{minor}, so nothing that it says holds.',
  },
  visit: {
    object(context, object) {
      const { apiVersion, kind } = object;
      const found = apiVersion.kind === 'known' ? removedApi(apiVersion.value, kind) : undefined;
      if (apiVersion.kind !== 'known' || !found || !isSince(context.environment, found.removedIn)) return;
      const data = { apiVersion: apiVersion.value, kind, minor: found.removedIn };
      const { instead } = found;
      if (instead === undefined) context.report({ at: apiVersion.at, message: 'gone', data });
      else context.report({ at: apiVersion.at, message: 'moved', data: { ...data, instead } });
    },
  },
});
