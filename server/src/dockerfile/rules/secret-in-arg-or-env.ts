import type { RuleContext } from '../../core/rule.ts';
import { judgeSecretValue, looksLikeSecretName } from '../../knowledge/secrets.ts';
import { takeSecretOut } from '../fixes/secret-fixes.ts';
import type { ArgInstruction, Dockerfile, EnvInstruction, Pair } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

type Found = 'env' | 'default' | 'open' | 'placeholder';

/** What a pair under a credential's name does; undefined when its value is none, or is told at the place it comes from. */
function judge(instruction: ArgInstruction | EnvInstruction, { value }: Pair): Found | undefined {
  const isArg = instruction.keyword === 'ARG';
  // A global ARG without default only carries what a stage declares again.
  const open = isArg && instruction.stage ? 'open' : undefined;
  if (value.kind === 'absent') return open;
  if (value.kind !== 'known') return undefined;
  const { via } = value.at;
  if (via && via.kind !== 'default' && looksLikeSecretName(via.name)) return undefined;
  const judged = judgeSecretValue(value.value);
  if (judged.kind === 'empty') return open;
  // A placeholder like `changeme` is what programs then run with.
  if (judged.kind === 'placeholder' && !judged.weak) return 'placeholder';
  if (judged.kind !== 'literal' && judged.kind !== 'placeholder') return undefined;
  return isArg ? 'default' : 'env';
}

function severityOf(found: Found): 'high' | 'medium' | 'low' {
  if (found === 'placeholder') return 'low';
  return found === 'open' ? 'medium' : 'high';
}

export default dockerfileRule({
  id: 'dockerfile/secret-in-arg-or-env',
  title: 'Secret in ARG or ENV',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    buildkit: [
      {
        id: 'SecretsUsedInArgOrEnv',
        relation: 'narrower',
        note: 'the value counts too: references, paths, addresses and switches are no secrets',
      },
    ],
    hadolint: [
      { id: 'DL3064', relation: 'narrower', note: 'whole words of a name count, user names do not, and the value counts too' },
    ],
    trivy: [
      {
        id: 'DS-0031',
        relation: 'narrower',
        note: 'values of ARG and ENV only, not files and commands; user names do not count',
        aliases: ['AVD-DS-0031', 'DS031', 'do-not-pass-secrets', 'docker-do-not-pass-secrets'],
      },
    ],
    semgrep: [{ id: 'secret-in-build-arg', relation: 'wider', note: 'ENV too; but `AUTHOR` and `MONKEY` are no secrets' }],
    dockle: [{ id: 'CIS-DI-0010', relation: 'related' }],
  },
  references: [
    { title: 'CWE-538', url: 'https://cwe.mitre.org/data/definitions/538.html' },
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    {
      title: 'Docker build check: SecretsUsedInArgOrEnv',
      url: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
    },
    { title: 'CIS Docker 4.10', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    env: 'ENV `{name}` puts a secret into the image, where everybody who can pull it reads it.',
    default: 'ARG `{name}` has a secret as its default, in this file and in the history of the image.',
    open: 'ARG `{name}` takes a secret, which stays in the history of the image.',
    placeholder: '{keyword} `{name}` is a place for a secret, which then is in the image.',
  },
  visit: {
    instruction: {
      ARG: visit,
      ENV: (context, env, file) => {
        if (env.stage?.ships) visit(context, env, file);
      },
    },
  },
});

function visit(context: RuleContext<Found>, instruction: ArgInstruction | EnvInstruction, file: Dockerfile): void {
  for (const pair of instruction.pairs) {
    const { name, nameSpan, at } = pair;
    const found = looksLikeSecretName(name) ? judge(instruction, pair) : undefined;
    if (!found) continue;
    context.report({
      at: { span: nameSpan, route: at.route },
      message: found,
      data: { name, keyword: instruction.keyword },
      severity: severityOf(found),
      confidence: instruction.stage && !instruction.stage.ships ? 'low' : 'medium',
      identity: name,
      fixes: () => [takeSecretOut(file, instruction, pair)],
    });
  }
}
