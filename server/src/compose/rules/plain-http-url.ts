import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { isPublicHost } from '../../knowledge/public-hosts.ts';
import { setAt } from '../edit/paths.ts';
import { setServiceItem } from '../edit.ts';
import type { KeyValue } from '../model/key-values.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

const URL_START = /^http:\/\/(?:[^/?#@\s]*@)?([^/?#:\s]+)/i;

function fix(service: EffectiveService, { syntax, at, source }: KeyValue): FixOffer {
  const title = 'Use `https://`';
  const raw = source?.text.raw ?? '';
  const start = source?.part.start ?? 0;
  if (!/^http:/i.test(raw.slice(start))) return { title, refused: 'a variable gives the address' };
  const text = {
    title,
    safety: 'hardening',
    caution: 'The server has to answer by TLS, with a certificate that the program trusts.',
  } as const;
  const replaced = `${raw.slice(0, start)}https${raw.slice(start + 4)}`;
  return syntax === 'list' ? setServiceItem(service, at, replaced, text) : setAt(service, at, replaced, text);
}

export default composeRule({
  id: 'compose/plain-http-url',
  title: 'Address without encryption',
  severity: 'info',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
    {
      title: 'OWASP Transport Layer Security Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    },
  ],
  messages: { plain: '`{name}` of service `{service}` is an address at `{host}` without encryption: use `https`.' },
  visit: {
    service(context, service) {
      for (const entry of service.environment.items) {
        const [name, value] = [valueOf(entry.name), valueOf(entry.value)];
        const host = URL_START.exec(value ?? '')?.[1];
        if (name === undefined || host === undefined || !isPublicHost(host)) continue;
        context.report({
          at: entry.value.at,
          message: 'plain',
          data: { service: service.name, name, host },
          fixes: () => [fix(service, entry)],
        });
      }
    },
  },
});
