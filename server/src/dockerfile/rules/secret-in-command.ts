import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import { type Span, span } from '../../core/span.ts';
import { type CommandToken, commandSecrets } from '../../knowledge/command-secrets.ts';
import { findCredentials } from '../../knowledge/secrets.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { installationOf } from '../commands/installs.ts';
import { addFlag, type EditResult } from '../edit.ts';
import { isShipped } from '../files/credential-traces.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, HealthcheckInstruction } from '../model/model.ts';
import { dockerfileRule, type Running } from '../rule.ts';

interface Token extends CommandToken {
  /** Where it stands; in one piece when it may be edited. */
  readonly span: Span;
  readonly editable: boolean;
}

/** Without one of these there is neither an option nor a variable for a secret: a quick look. */
const MAYBE =
  /pass|pwd|psw|pword|secret|token|key|auth|cred|jwt|bearer|salt|pin|_pat|pat_|user|mysql|mariadb|redis|valkey|mongo|\s-u/i;

function tokensOf(file: Dockerfile, { assignments, word, args }: ShellCommand): readonly Token[] {
  const ofWord = (one: ShellWord): Token => ({ text: one.raw, start: 0, span: one.span, editable: one.editable });
  const inFront = assignments.map(({ value, span: { start, end } }) => {
    const text = file.syntax.text.slice(start, end);
    return { text, start: 0, span: span(start, end), editable: value.editable && !text.includes('\n') };
  });
  return [...inFront, ...(word ? [ofWord(word)] : []), ...args.map(ofWord)];
}

/** Reads the value from a secret mount; the quotes around it go with it. */
function read(at: Running, token: Token, value: Span, name: string): FixOffer {
  const title = 'Read it from a build secret';
  if (at.keyword !== 'RUN') return { title, refused: 'the program has to get it when the container starts, from a secret' };
  if (at.form !== 'shell' || !token.editable) return { title, refused: 'it does not stand in a plain RUN' };
  if (at.stage?.windows || at.interpreter !== 'posix') return { title, refused: 'the RUN is not a POSIX shell script' };
  const id = name
    .toLowerCase()
    .replace(/^-+/, '')
    .replace(/[^a-z0-9]+/g, '-');
  const label = id.length > 1 ? id : 'password';
  const before = token.text.slice(0, value.start);
  const quoted = token.text.charAt(value.start - 1) === token.text.charAt(value.end) && /["']$/.test(before);
  if (!quoted && /["']/.test(before)) return { title, refused: 'other words stand inside the same quotes' };
  const wide = quoted ? span(value.start - 1, value.end + 1) : value;
  const where = span(token.span.start + wide.start, token.span.start + wide.end);
  const edits: EditResult[] = [
    [{ span: where, text: `"$(cat /run/secrets/${label})"` }],
    addFlag(at.syntax, `--mount=type=secret,id=${label},required=true`),
  ];
  const caution = `Needs BuildKit; pass it with \`docker build --secret id=${label},src=…\`, and replace the password that was written here.`;
  return offer({ title, safety: 'hardening', caution }, edits, [at]);
}

function visit(context: RuleContext<'secret' | 'weak'>, at: Running, file: Dockerfile): void {
  const texts = [at.syntax.args, ...at.syntax.heredocs.map(({ content }) => content)];
  if (!texts.some(({ text }) => MAYBE.test(text))) return;
  for (const command of at.script.commands) {
    const tokens = tokensOf(file, command);
    // `pass=1.7.4-6` is a package in a version.
    const packages = (installationOf(command)?.packages ?? []).map((word) => word.span.start);
    for (const { name, token: index, span: value, weak } of commandSecrets(tokens)) {
      const token = tokens[index];
      // What is a credential by its form is `secret-literal`; a build often needs some value where a secret is meant to be.
      if (
        !token ||
        packages.includes(token.span.start) ||
        findCredentials(token.text).length > 0 ||
        (weak && at.keyword === 'RUN')
      )
        continue;
      const { start } = token.span;
      context.report({
        at: { span: token.editable ? span(start + value.start, start + value.end) : token.span, route: at.at.route },
        message: weak ? 'weak' : 'secret',
        data: { keyword: at.keyword, name },
        severity: weak || !isShipped(at) ? 'medium' : 'high',
        fixes: () => [read(at, token, value, name)],
      });
    }
  }
}

function visitTest(context: RuleContext<'secret' | 'weak'>, { test }: HealthcheckInstruction, file: Dockerfile): void {
  if (test) visit(context, test, file);
}

export default dockerfileRule({
  id: 'dockerfile/secret-in-command',
  title: 'Secret written into a command',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    kics: [
      {
        id: 'Passwords And Secrets',
        relation: 'narrower',
        note: 'options and variables of commands',
        aliases: ['passwords_and_secrets'],
      },
    ],
  },
  references: [
    { title: 'CWE-798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    { title: 'CWE-214', url: 'https://cwe.mitre.org/data/definitions/214.html' },
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    secret: '{keyword} has the value of `{name}` written into it.',
    weak: '{keyword} gives `{name}` one of the passwords that are tried first.',
  },
  visit: { instruction: { RUN: visit, CMD: visit, ENTRYPOINT: visit, HEALTHCHECK: visitTest } },
});
