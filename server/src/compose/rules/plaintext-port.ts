import { valueOf } from '../../core/value.ts';
import { lookupPlaintextPort } from '../../knowledge/plaintext-ports.ts';
import { bindToLoopback, onAllInterfaces, placeOfPort, publishedPorts, sensitiveService } from '../facts/published-ports.ts';
import type { PortMapping } from '../model/ports.ts';
import { composeRule } from '../rule.ts';

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/;

/** The protocol of a published port that the network can read; undefined when only the host itself reaches it. */
function plaintext({ target, protocol, hostIp }: PortMapping) {
  const range = valueOf(target);
  const isNear = hostIp.kind === 'dynamic' || hostIp.kind === 'invalid' || LOOPBACK.test(valueOf(hostIp) ?? '');
  return range && !isNear && range.first === range.last ? lookupPlaintextPort(range.first, valueOf(protocol) ?? '') : undefined;
}

export default composeRule({
  id: 'compose/plaintext-port',
  title: 'Protocol without encryption published',
  severity: 'low',
  confidence: 'medium',
  category: 'network',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
    { title: 'RFC 8314: Cleartext considered obsolete', url: 'https://www.rfc-editor.org/rfc/rfc8314' },
    { title: 'NIST SP 800-123', url: 'https://csrc.nist.gov/pubs/sp/800/123/final' },
  ],
  messages: {
    clear: 'Service `{service}` publishes `{port}`, the port of {protocol}, which sends passwords in the clear: use {instead}.',
  },
  visit: {
    service(context, service, file) {
      for (const port of publishedPorts(service)) {
        const found = plaintext(port);
        // What should face no network at all is told by compose/sensitive-port-published.
        if (!found || (onAllInterfaces(port) && sensitiveService(service, port))) continue;
        context.report({
          at: placeOfPort(port),
          message: 'clear',
          data: { service: service.name, port: port.label, protocol: found.service, instead: found.instead },
          fixes: () => [bindToLoopback(file, service, port)],
        });
      }
    },
  },
});
