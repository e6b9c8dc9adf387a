import type { RuleContext } from '../../core/rule.ts';
import type { Severity } from '../../core/severity.ts';
import { type CopiedSecret, secretInFile } from '../../knowledge/credential-files.ts';
import { isShipped, laterRemovals, placeOfCopy } from '../files/credential-traces.ts';
import { mountInsteadOfCopy } from '../fixes/mount-instead.ts';
import type { CopyAddInstruction, CopySource, Dockerfile } from '../model/model.ts';
import { wholeSpan } from '../model/parts.ts';
import { dockerfileRule, stageInWords } from '../rule.ts';

const SEVERITY: Readonly<Record<CopiedSecret, Severity>> = { credential: 'high', history: 'medium', settings: 'low' };

/** What a source is by its own name, else by the name that it gets. */
function judge(copy: CopyAddInstruction, { value, kind }: CopySource): CopiedSecret | undefined {
  if (kind !== 'path' || value.kind !== 'known') return undefined;
  const { destination } = copy;
  const target = destination.kind === 'known' ? destination.value : '';
  const named = secretInFile(value.value);
  const found = named ?? (copy.sources.length === 1 && !target.endsWith('/') ? secretInFile(target) : undefined);
  // A key that is put among those of a package manager is public.
  return found && secretInFile(`${target}/x.key`) === undefined ? undefined : found;
}

function visit(context: RuleContext<CopiedSecret | 'deleted'>, copy: CopyAddInstruction, file: Dockerfile): void {
  for (const source of copy.sources) {
    const found = judge(copy, source);
    if (!found) continue;
    const path = placeOfCopy(copy, source);
    const [removal] = path === undefined ? [] : laterRemovals(copy, path);
    context.report({
      at: { ...source.value.at, span: wholeSpan(source.text) },
      message: removal && found !== 'history' ? 'deleted' : found,
      data: {
        file: source.value.kind === 'known' ? source.value.value : '',
        stage: copy.stage ? stageInWords(copy.stage) : 'the image',
      },
      severity: isShipped(copy) ? SEVERITY[found] : found === 'credential' ? 'low' : 'info',
      confidence: found === 'credential' && !/[*?]|\.pem$/.test(source.text.text) ? 'high' : 'medium',
      related: removal
        ? [{ at: { span: removal.command.span, route: removal.run.at.route }, message: 'this deletes it in a layer of its own' }]
        : [],
      fixes: () => [mountInsteadOfCopy(file, copy, source)],
    });
  }
}

export default dockerfileRule({
  id: 'dockerfile/secret-file-copied',
  title: 'File with credentials copied into the image',
  severity: 'high',
  confidence: 'high',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'DS-0031',
        relation: 'related',
        aliases: ['AVD-DS-0031', 'DS031', 'do-not-pass-secrets', 'docker-do-not-pass-secrets'],
      },
    ],
    dockle: [{ id: 'CIS-DI-0010', relation: 'related' }],
  },
  references: [
    { title: 'CWE-538', url: 'https://cwe.mitre.org/data/definitions/538.html' },
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    { title: 'CIS Docker 4.10', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    credential: '`{file}` is copied into {stage}: everyone who has the image has the credentials in it.',
    deleted: '`{file}` stays in the layer that copies it: deleting it later only hides it.',
    settings: '`{file}` is copied into {stage}: a token in it would be in the image.',
    history: '`{file}` is copied into {stage}: all that was ever committed is in the image.',
  },
  visit: { instruction: { COPY: visit, ADD: visit } },
});
