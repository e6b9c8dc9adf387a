import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import { span } from '../../core/span.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, EnvInstruction, LabelInstruction, Pair } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** The value as `name=value` takes it, with the same meaning; undefined where quotes and blanks are mixed. */
function quoted(raw: string): string | undefined {
  if (!/\s/.test(raw) || /^"[^"\\]*"$/.test(raw) || /^'[^'\\]*'$/.test(raw)) return raw === '' ? undefined : raw;
  return /["'\\`]/.test(raw) ? undefined : `"${raw}"`;
}

function fixes(file: Dockerfile, instruction: EnvInstruction | LabelInstruction, pair: Pair): readonly FixOffer[] {
  const raw = pair.valueText?.text ?? '';
  const from = pair.nameSpan.start;
  const written = file.syntax.text.slice(from, pair.span.end);
  const write = (value: string | undefined, safety: 'safe' | 'hardening', caution?: string): FixOffer => {
    const title = `Write \`${pair.name}=…\``;
    if (/["'\\`$]/.test(pair.name)) return { title, refused: 'its name is quoted' };
    if (value === undefined) return { title, refused: 'its value mixes quotes and blanks' };
    if (written.includes('\n')) return { title, refused: 'it is written over several lines' };
    const text = `${file.syntax.text.slice(pair.nameSpan.start, pair.nameSpan.end)}=${value}`;
    return offer(
      { title, safety, ...(caution !== undefined && { caution }) },
      [[{ span: span(from, pair.span.end), text }]],
      [instruction],
    );
  };
  const behind = /^=\s+(.*)$/s.exec(raw)?.[1];
  return behind === undefined
    ? [write(quoted(raw), 'safe')]
    : [write(quoted(behind), 'hardening', 'The value loses the `=` in front of it.')];
}

function visitPairs(
  context: RuleContext<'legacy' | 'equals'>,
  instruction: EnvInstruction | LabelInstruction,
  file: Dockerfile,
): void {
  for (const pair of instruction.pairs) {
    if (!pair.legacy) continue;
    const isMistake = pair.valueText?.text.startsWith('=') ?? false;
    context.report({
      at: { ...pair.at, span: pair.nameSpan },
      message: isMistake ? 'equals' : 'legacy',
      data: { keyword: instruction.keyword, name: pair.name },
      ...(isMistake && { severity: 'medium' as const }),
      fixes: () => fixes(file, instruction, pair),
    });
  }
}

export default dockerfileRule({
  id: 'dockerfile/legacy-key-value',
  title: 'ENV or LABEL without an equals sign',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['deprecated'],
  equivalents: { buildkit: [{ id: 'LegacyKeyValueFormat', relation: 'equal' }] },
  references: [
    { title: 'BuildKit: LegacyKeyValueFormat', url: 'https://docs.docker.com/reference/build-checks/legacy-key-value-format/' },
    { title: 'Dockerfile reference: ENV', url: 'https://docs.docker.com/reference/dockerfile/#env' },
  ],
  messages: {
    legacy: '`{keyword} {name} …` is the old form: all the rest of the line is one value.',
    equals: 'The blank in front of `=` makes the equals sign a part of the value of `{name}`.',
  },
  visit: { instruction: { ENV: visitPairs, LABEL: visitPairs } },
});
