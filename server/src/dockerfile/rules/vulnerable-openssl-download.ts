import type { RuleContext } from '../../core/rule.ts';
import type { At } from '../../core/value.ts';
import { vulnerableOpenssl } from '../../knowledge/openssl-versions.ts';
import { isDownload } from '../downloads.ts';
import { dockerfileRule } from '../rule.ts';

function judge(context: RuleContext<'cve' | 'old'>, name: string, at: At): void {
  const found = vulnerableOpenssl(name.replace(/[?#].*$/, ''));
  if (!found) return;
  const { version, cve, fixedIn } = found;
  if (cve === undefined) context.report({ at, message: 'old', data: { version, fixedIn } });
  else context.report({ at, message: 'cve', data: { version, cve, fixedIn } });
}

export default dockerfileRule({
  id: 'dockerfile/vulnerable-openssl-download',
  title: 'OpenSSL with known holes',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    kics: [{ id: 'Vulnerable OpenSSL Version', relation: 'wider', note: 'also releases before 3.0, and ADD' }],
  },
  references: [
    { title: 'CWE-1395', url: 'https://cwe.mitre.org/data/definitions/1395.html' },
    { title: 'OpenSSL: vulnerabilities', url: 'https://openssl-library.org/news/vulnerabilities/' },
    { title: 'CVE-2022-3602', url: 'https://nvd.nist.gov/vuln/detail/CVE-2022-3602' },
  ],
  messages: {
    cve: 'OpenSSL `{version}` has `{cve}`, which `{fixedIn}` closes.',
    old: 'OpenSSL `{version}` gets no fixes any more: use `{fixedIn}` or later.',
  },
  visit: {
    command(context, command, run) {
      if (!isDownload(command)) return;
      for (const { text, span } of command.args) if (text.includes('/')) judge(context, text, { span, route: run.at.route });
    },
    instruction: {
      ADD(context, add) {
        for (const { kind, value } of add.sources)
          if (kind === 'url' && value.kind === 'known') judge(context, value.value, value.at);
      },
    },
  },
});
