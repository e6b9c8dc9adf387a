import type { RuleContext } from '../../core/rule.ts';
import { setAt } from '../edit/paths.ts';
import type { RemoteSource } from '../facts/remote-sources.ts';
import { remoteIncludes, remoteSources } from '../facts/remote-sources.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

const PLAIN = /^(http|git):\/\/(?!(?:localhost|127\.[\d.]+|\[::1\]|host\.docker\.internal)(?:[:/]|$))/i;

function visit(context: RuleContext<'plain'>, sources: readonly RemoteSource[], service?: EffectiveService): void {
  for (const { text, at, what } of sources) {
    const scheme = PLAIN.exec(text)?.[1];
    if (scheme === undefined) continue;
    const title = 'Fetch it over HTTPS';
    context.report({
      at,
      message: 'plain',
      data: { what, scheme: `${scheme}://` },
      identity: text,
      fixes: () => [
        service
          ? setAt(service, at, text.replace(PLAIN, 'https://'), {
              title,
              safety: 'hardening',
              caution: 'The server has to answer over HTTPS.',
            })
          : { title, refused: 'what an included file is fetched from is to be changed by hand' },
      ],
    });
  }
}

export default composeRule({
  id: 'compose/insecure-source',
  title: 'Source fetched without TLS',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-494', url: 'https://cwe.mitre.org/data/definitions/494.html' },
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
    { title: 'Docker: build context', url: 'https://docs.docker.com/build/concepts/context/' },
  ],
  messages: { plain: 'The {what} is fetched by `{scheme}`, which anyone on the way can replace.' },
  visit: {
    file: (context, file) => visit(context, remoteIncludes(file)),
    service: (context, service) => visit(context, remoteSources(service), service),
  },
});
