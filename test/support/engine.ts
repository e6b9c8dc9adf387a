import type { FileAnalysis, FileSettings } from '../../server/src/analysis/index.ts';
import { allRules, createEngine, EMPTY_CONFIG, NEWEST_KUBERNETES, resolveSettings } from '../../server/src/analysis/index.ts';
import type { Finding, FixOffer } from '../../server/src/core/finding.ts';
import { isRefusal } from '../../server/src/core/finding.ts';
import { applyEdits } from '../../server/src/core/text-edit.ts';

export const engine = createEngine(allRules);

/** A day that does not move, so that end-of-life tables judge alike for ever. */
export const ENVIRONMENT = { today: '2026-11-21', kubernetesVersion: NEWEST_KUBERNETES };

/** Settings with every rule on. `options` are given to the rule `rule`. */
export function settingsOf(rule?: string, options?: unknown): FileSettings {
  const config = rule && options ? { ...EMPTY_CONFIG, rules: { [rule]: { options } } } : EMPTY_CONFIG;
  return resolveSettings(config, 'file', allRules, ENVIRONMENT, { profile: 'all' });
}

const ALL = settingsOf();

/** Judges a text with every rule on; a rule that crashes fails the test. `files` are all that lie around it. */
export function analyze(
  name: string,
  text: string,
  settings = ALL,
  previous?: FileAnalysis,
  files?: Readonly<Record<string, string>>,
): FileAnalysis {
  const around = files && { neighbours: { read: (path: string) => files[path] ?? null } };
  const analysis = engine.analyze({ uri: `file:///case/${name}`, text, ...around }, settings, previous);
  const [crash] = analysis.crashes;
  if (crash) throw new Error(`${crash.rule} crashed on ${name}`, { cause: crash.error });
  return analysis;
}

/** The name a family's files have when nothing else is said. */
export function defaultName(rule: string): string {
  if (rule.startsWith('dockerfile/')) return 'Dockerfile';
  return rule.startsWith('compose/') ? 'compose.yaml' : 'manifest.yaml';
}

/** The offer that a person would take: the first that can be made, or the one whose title starts so. */
export function pick(finding: Finding, title?: string): Exclude<FixOffer, { refused: string }> | undefined {
  for (const offer of finding.fixes()) if (!isRefusal(offer) && (!title || offer.title.startsWith(title))) return offer;
  return undefined;
}

/** Takes the fix of the rule's first fixable finding again and again, until none can be fixed. */
export function fixRule(
  name: string,
  text: string,
  rule: string,
  title?: string,
  settings = ALL,
  files?: Readonly<Record<string, string>>,
): string {
  let current = text;
  for (let i = 0; i < 20; i++) {
    const findings = analyze(name, current, settings, undefined, files).findings.filter((f) => f.rule === rule);
    const fix = findings.map((f) => pick(f, title)).find((f) => f !== undefined);
    if (!fix) break;
    const next = applyEdits(current, fix.edits);
    if (next === current) break;
    current = next;
  }
  return current;
}
