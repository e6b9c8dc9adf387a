import type { FixOffer } from '../../core/finding.ts';
import type { MappedText } from '../../core/mapped-text.ts';
import type { RuleContext } from '../../core/rule.ts';
import type { At } from '../../core/value.ts';
import { SUPPORTED_OPENSSL, vulnerableOpenssl } from '../../knowledge/openssl-versions.ts';
import { isDownload } from '../downloads/downloads.ts';
import { type EditResult, replacePart } from '../edit.ts';
import { runsAfter } from '../files/credential-traces.ts';
import { offer } from '../fixes/words.ts';
import type { CopyAddInstruction, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

type Fetching = RunInstruction | CopyAddInstruction;

/** The texts of an instruction that a file name may stand in. */
function textsOf({ syntax }: Fetching): readonly MappedText[] {
  return [syntax.args, ...syntax.heredocs.map(({ content }) => content)];
}

/** Writes another release wherever the file or its folder is named: where it is fetched, and in the RUNs behind. */
function upgrade(fetching: Fetching, version: string): FixOffer {
  const title = `Take OpenSSL ${SUPPORTED_OPENSSL}`;
  const named = new RegExp(`openssl[-_]${version.replace(/\./g, '[._]')}(?!\\w|\\.\\d)`, 'gi');
  const isNamed = (one: Fetching): boolean => textsOf(one).some(({ text }) => text.search(named) >= 0);
  const users = [fetching, ...runsAfter(fetching)].filter(isNamed);
  const edits: EditResult[] = users
    .flatMap(textsOf)
    .flatMap((text) =>
      [...text.text.matchAll(named)].map(({ index, 0: { length } }) =>
        replacePart(text, { start: index, end: index + length }, `openssl-${SUPPORTED_OPENSSL}`),
      ),
    );
  if (!users.includes(fetching)) return { title, refused: 'the name is written with escapes' };
  const caution = `Put in the newest release of its branch, and its checksum; what was written for ${version} may need changes.`;
  return offer({ title, safety: 'placeholder', caution, select: SUPPORTED_OPENSSL }, edits, users);
}

function judge(context: RuleContext<'cve' | 'old'>, fetching: Fetching, name: string, at: At): void {
  const found = vulnerableOpenssl(name.replace(/[?#].*$/, ''));
  if (!found) return;
  const { version, cve, fixedIn } = found;
  const fixes = () => [upgrade(fetching, version)];
  if (cve === undefined) context.report({ at, message: 'old', data: { version, fixedIn }, fixes });
  else context.report({ at, message: 'cve', data: { version, cve, fixedIn }, fixes });
}

export default dockerfileRule({
  id: 'dockerfile/vulnerable-openssl-download',
  title: 'OpenSSL with known holes',
  severity: 'high',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
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
      for (const { text, span } of command.args) if (text.includes('/')) judge(context, run, text, { span, route: run.at.route });
    },
    instruction: {
      ADD(context, add) {
        for (const { kind, value } of add.sources)
          if (kind === 'url' && value.kind === 'known') judge(context, add, value.value, value.at);
      },
    },
  },
});
