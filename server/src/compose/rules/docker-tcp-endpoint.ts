import type { At } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import { plainDockerEndpoint } from '../../knowledge/docker-endpoints.ts';
import { removeEntry } from '../edit/paths.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

/** Whether clients in the service may check the engine's certificate: any text but an empty one switches that on. */
function mayVerify({ environment, envFile }: EffectiveService): boolean {
  const verify = environment.get('DOCKER_TLS_VERIFY')?.value;
  return environment.open || envFile.present || (verify !== undefined && valueOf(verify) !== '');
}

/** Where a `dockerd` is told to listen without TLS. */
function plainListener({ entrypoint, command }: EffectiveService): { readonly at: At; readonly address: string } | undefined {
  const words = [...(entrypoint?.words ?? []), ...(command?.words ?? [])];
  const texts = words.map((word) => valueOf(word) ?? '');
  if (!texts.some((text) => /(?:^|\/)dockerd(?:-entrypoint\.sh)?$/.test(text))) return undefined;
  if (texts.some((text) => /^--tls(?:verify)?(?:=true|=1)?$/.test(text))) return undefined;
  for (const [i, word] of words.entries()) {
    const joined = /^(?:-H|--host)$/.test(texts[i - 1] ?? '') ? `-H${texts[i]}` : (texts[i] ?? '');
    const [, address] = /^(?:-H=?|--host=)(tcp:.*)$/.exec(joined) ?? [];
    if (address !== undefined) return { at: word.at, address };
  }
  return undefined;
}

export default composeRule({
  id: 'compose/docker-tcp-endpoint',
  title: 'Docker API without TLS',
  severity: 'high',
  confidence: 'high',
  category: 'network',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
    { title: 'CIS Docker 2.7', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Protect the Docker daemon socket', url: 'https://docs.docker.com/engine/security/protect-access/' },
  ],
  messages: {
    client: 'Service `{service}` speaks to the Docker API at `{address}` without TLS: anyone on the way controls that engine.',
    daemon: 'Service `{service}` offers the Docker API at `{address}` without TLS: whoever reaches it is root there.',
    certificates: 'Service `{service}` switches TLS of its Docker engine off with an empty `DOCKER_TLS_CERTDIR`.',
  },
  visit: {
    service(context, service, file) {
      const host = service.environment.get('DOCKER_HOST');
      const plain = host && plainDockerEndpoint(valueOf(host.value) ?? '');
      // A service of this file over its own network: that is how a socket proxy is used.
      if (host && plain && !mayVerify(service) && !file.service(plain.host)) {
        context.report({
          at: host.value.at,
          message: 'client',
          data: { service: service.name, address: plain.address },
          fixes: () => [
            removeEntry(service, 'environment', host, 'DOCKER_HOST', {
              title: 'Remove `DOCKER_HOST`',
              safety: 'hardening',
              caution: 'The program uses the socket that it finds, or none; over the network, offer port 2376 with certificates.',
            }),
          ],
        });
      }
      const directory = service.environment.get('DOCKER_TLS_CERTDIR');
      if (directory && valueOf(directory.value) === '') {
        context.report({
          at: directory.at,
          message: 'certificates',
          data: { service: service.name },
          fixes: () => [
            removeEntry(service, 'environment', directory, 'DOCKER_TLS_CERTDIR', {
              title: 'Remove `DOCKER_TLS_CERTDIR`',
              safety: 'hardening',
              caution: 'Clients need the certificates, from a shared volume at `/certs/client`, and port 2376.',
            }),
          ],
        });
      }
      const listening = plainListener(service);
      if (!listening) return;
      context.report({
        at: listening.at,
        message: 'daemon',
        data: { service: service.name, address: listening.address },
        fixes: () => [{ title: 'Listen with TLS', refused: 'the certificates for `--tlsverify` have to be made first' }],
      });
    },
  },
});
