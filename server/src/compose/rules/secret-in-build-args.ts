import { judgeSecretValue, looksLikeSecretName } from '../../knowledge/secrets.ts';
import { moveToBuildSecret } from '../edit/build-secrets.ts';
import type { KeyValue } from '../model/key-values.ts';
import { composeRule } from '../rule.ts';

/** Not the credential but where it is, whether it is used, or nothing. */
const HARMLESS: ReadonlySet<string> = new Set(['path', 'url', 'flag', 'empty']);

function judge({ source }: KeyValue, name: string): 'credential' | 'literal' | 'passed' | undefined {
  const written = source ? source.text.written(source.part) : '';
  const judged = judgeSecretValue(written);
  if (judged.kind === 'credential') return 'credential';
  if (!looksLikeSecretName(name)) return undefined;
  if (!source || judged.kind === 'reference' || source.text.raw.includes('${')) return 'passed';
  return HARMLESS.has(judged.kind) || (judged.kind === 'placeholder' && !judged.weak) ? undefined : 'literal';
}

export default composeRule({
  id: 'compose/secret-in-build-args',
  title: 'Secret passed as a build argument',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-538', url: 'https://cwe.mitre.org/data/definitions/538.html' },
    { title: 'CIS Docker 4.10', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Docker: build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    { title: 'Compose: build secrets', url: 'https://docs.docker.com/reference/compose-file/build/#secrets' },
  ],
  messages: {
    literal: 'Service `{service}` has the value of build argument `{name}` written into the file; it stays in the image as well.',
    credential: 'Service `{service}` has a credential written into build argument `{name}`; it stays in the image as well.',
    passed: 'Service `{service}` passes a secret as build argument `{name}`, whose value stays in the history of the image.',
  },
  visit: {
    service(context, service, file) {
      for (const entry of service.build?.args.items ?? []) {
        const name = entry.name.kind === 'known' ? entry.name.value : '';
        const message = judge(entry, name);
        if (!message) continue;
        context.report({
          at: entry.value.kind === 'absent' ? entry.name.at : entry.value.at,
          message,
          data: { service: service.name, name },
          severity: message === 'passed' ? 'medium' : 'high',
          identity: name,
          fixes: () => [moveToBuildSecret(file, service, entry, name)],
        });
      }
    },
  },
});
