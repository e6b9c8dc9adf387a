import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import type { Span } from '../../core/span.ts';
import { contains } from '../../core/span.ts';
import { findCredentials, isWeakPassword } from '../../knowledge/secrets.ts';
import { takeSecretOut } from '../fixes/secret-fixes.ts';
import type { Dockerfile, Instruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const IN_URL = 'password in a URL';

/** Every text of an instruction: its arguments, and the bodies of its heredocs. */
function textsOf({ syntax }: Instruction) {
  return [syntax.args, ...syntax.heredocs.map(({ content }) => content)];
}

function fixOf(file: Dockerfile, instruction: Instruction, where: Span, label: string): FixOffer {
  if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG' || instruction.keyword === 'LABEL') {
    const pair = instruction.pairs.find(({ span }) => contains(span, where));
    if (pair) return takeSecretOut(file, instruction, pair);
  }
  return {
    title: 'Mount the secret instead',
    refused: `a secret mount has to be written by hand, after the ${label} was revoked`,
  };
}

function visit(context: RuleContext<'found'>, instruction: Instruction, file: Dockerfile): void {
  for (const text of textsOf(instruction)) {
    for (const { label, span } of findCredentials(text.text)) {
      const where = text.spanToSource(span);
      const weak = label === IN_URL && isWeakPassword(text.text.slice(span.start, span.end));
      context.report({
        at: { span: where, route: instruction.at.route },
        message: 'found',
        data: { label, keyword: instruction.keyword },
        severity: weak ? 'medium' : label === IN_URL ? 'high' : 'critical',
        confidence: weak ? 'low' : 'high',
        fixes: () => [fixOf(file, instruction, where, label)],
      });
    }
  }
}

export default dockerfileRule({
  id: 'dockerfile/secret-literal',
  title: 'Credential written into the Dockerfile',
  severity: 'critical',
  confidence: 'high',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Passwords And Secrets',
        relation: 'narrower',
        note: 'known forms of credentials only; names of variables are judged by `dockerfile/secret-in-arg-or-env`',
        aliases: ['passwords_and_secrets'],
      },
    ],
    dockle: [{ id: 'CIS-DI-0010', relation: 'related' }],
  },
  references: [
    { title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    { title: 'CIS Docker 4.10', url: 'https://www.cisecurity.org/benchmark/docker' },
    {
      title: 'OWASP Docker Security Cheat Sheet, rule 12',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    found: '{keyword} has a {label} written into it.',
  },
  visit: {
    instruction: {
      ARG: visit,
      ENV: visit,
      LABEL: visit,
      RUN: visit,
      COPY: visit,
      ADD: visit,
      CMD: visit,
      ENTRYPOINT: visit,
      HEALTHCHECK: visit,
    },
  },
});
