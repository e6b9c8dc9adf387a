import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import { namesCredentialFile } from '../../knowledge/credential-files.ts';
import { isWithin } from '../../knowledge/paths.ts';
import { absolutePath, isShipped, workdirAt } from '../files/credential-traces.ts';
import { mountInsteadOfCopy } from '../fixes/mount-instead.ts';
import { lineage } from '../images/base-image.ts';
import type { ArgInstruction, CopyAddInstruction, CopySource, Dockerfile, EnvInstruction, Stage } from '../model/model.ts';
import { wholeSpan } from '../model/parts.ts';
import { dockerfileRule } from '../rule.ts';

/** A folder may hold the file; another file does not. */
function mayHold({ kind, value }: CopySource, file: string): boolean {
  if (kind !== 'path' || value.kind !== 'known') return kind === 'path';
  const base = value.value.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return base === '' || base === file || /^\.{0,2}$/.test(base) || /[*?]/.test(base) || !base.includes('.');
}

/** The COPY or ADD of a stage, or of one that it is built from, that puts a path into the image. */
function copyOf(stage: Stage, path: string): CopyAddInstruction | undefined {
  const file = path.split('/').at(-1) ?? '';
  const copies = lineage(stage).flatMap((one) => [...one.all('COPY'), ...one.all('ADD')]);
  return copies.find((copy) => {
    const { destination } = copy;
    const target = destination.kind === 'known' ? absolutePath(destination.value, workdirAt(copy)) : undefined;
    return target !== undefined && isWithin(path, target) && copy.sources.some((source) => mayHold(source, file));
  });
}

/** Takes the file out of the COPY, where it is copied by its name. */
function leaveOut(file: Dockerfile, copy: CopyAddInstruction, path: string): FixOffer {
  const name = path.split('/').at(-1) ?? '';
  const source = copy.sources.find(({ value }) => value.kind === 'known' && value.value.split('/').at(-1) === name);
  if (source) return mountInsteadOfCopy(file, copy, source);
  return { title: `Do not copy \`${name}\``, refused: 'it is copied with others: leave it out in `.dockerignore`' };
}

function visitPairs(
  context: RuleContext<'variable' | 'destination'>,
  instruction: ArgInstruction | EnvInstruction,
  file: Dockerfile,
): void {
  const { stage } = instruction;
  if (!stage) return;
  for (const { name, value } of instruction.pairs) {
    if (!namesCredentialFile(name) || value.kind !== 'known' || value.value === '') continue;
    const path = absolutePath(value.value, workdirAt(instruction));
    if (path === undefined || isWithin(path, '/run') || isWithin(path, '/tmp')) continue;
    const copy = copyOf(stage, path);
    if (!copy) continue;
    context.report({
      at: value.at,
      message: 'variable',
      data: { variable: name, file: value.value },
      severity: isShipped(instruction) ? 'medium' : 'low',
      related: [{ at: copy.at, message: 'this copies it' }],
      fixes: () => [leaveOut(file, copy, path)],
    });
  }
}

function visitCopy(context: RuleContext<'variable' | 'destination'>, copy: CopyAddInstruction, file: Dockerfile): void {
  const word = copy.json ? undefined : copy.syntax.words.at(-1);
  const variable = /^["']?\$\{?(\w+)/.exec(word?.raw ?? '')?.[1];
  if (!word || variable === undefined || !namesCredentialFile(variable)) return;
  context.report({
    at: { ...copy.destination.at, span: wholeSpan(word.text) },
    message: 'destination',
    data: { variable },
    severity: isShipped(copy) ? 'high' : 'low',
    confidence: 'high',
    fixes: () => copy.sources.slice(0, 1).map((source) => mountInsteadOfCopy(file, copy, source)),
  });
}

export default dockerfileRule({
  id: 'dockerfile/secret-file-env-copied',
  title: 'Credential file of a variable in the image',
  severity: 'medium',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'DS-0031',
        relation: 'narrower',
        note: 'the variables that name a file only',
        aliases: ['AVD-DS-0031', 'DS031', 'do-not-pass-secrets', 'docker-do-not-pass-secrets'],
      },
    ],
  },
  references: [
    { title: 'CWE-538', url: 'https://cwe.mitre.org/data/definitions/538.html' },
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    { title: 'CIS Docker 4.10', url: 'https://www.cisecurity.org/benchmark/docker' },
  ],
  messages: {
    variable: '`{variable}` names `{file}`, which a COPY puts into the image.',
    destination: 'The file of `{variable}` is copied into the image.',
  },
  visit: { instruction: { ENV: visitPairs, ARG: visitPairs, COPY: visitCopy, ADD: visitCopy } },
});
