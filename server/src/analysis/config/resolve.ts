import picomatch from 'picomatch/posix';
import { readOptions } from '../../core/options.ts';
import type { AnyRule, Environment, Profile } from '../../core/rule.ts';
import { PROFILES } from '../../core/rule.ts';
import type { Config, ResolveSettings, RuleConfig, SettingsOverrides } from '../api.ts';
import type { FileSettings, RuleSetting } from '../types.ts';
import { matchesRule } from './read.ts';

/** Settings already made, per config and list of rules: equal inputs give the same object, which lets analyses be kept. */
const made = new WeakMap<Config, WeakMap<readonly AnyRule[], Map<string, FileSettings>>>();

/** Which rules run on a file, how severe, and with which options: config, then overrides by path; later entries win. */
export const resolveSettings: ResolveSettings = (config, path, rules, environment, overrides) => {
  const matching = config.overrides.filter(({ files }) => files.length > 0 && picomatch.isMatch(path, [...files], { dot: true }));
  const key = JSON.stringify([matching.map((m) => config.overrides.indexOf(m)), environment, overrides]);
  const byRules = made.get(config) ?? new WeakMap<readonly AnyRule[], Map<string, FileSettings>>();
  const known = byRules.get(rules) ?? new Map<string, FileSettings>();
  made.set(config, byRules.set(rules, known));
  let settings = known.get(key);
  if (!settings) {
    settings = resolve(config, matching, rules, environment, overrides);
    known.set(key, settings);
  }
  return settings;
};

function resolve(
  config: Config,
  matching: Config['overrides'],
  rules: readonly AnyRule[],
  environment: Environment,
  overrides: SettingsOverrides,
): FileSettings {
  const { editor = {} } = overrides;
  const profile: Profile = overrides.profile ?? config.profile ?? editor.profile ?? 'recommended';
  const kubernetesVersion =
    overrides.kubernetesVersion ?? config.kubernetesVersion ?? editor.kubernetesVersion ?? environment.kubernetesVersion;
  const entries = [editor.rules ?? {}, config.rules, ...matching.map((m) => m.rules)].flatMap((r) => Object.entries(r));
  const allowInlineIgnore = config.allowInlineIgnore ?? editor.allowInlineIgnore;
  const running = rules.flatMap((rule) => settingOf(rule, profile, entries) ?? []);
  const silenced = silencedBy(rules, running, profile, entries);
  return {
    profile,
    rules: running,
    ...(allowInlineIgnore && { allowInlineIgnore }),
    ...(silenced.length > 0 && { silenced }),
    environment: { ...environment, kubernetesVersion },
    suppressions: overrides.suppressions ?? true,
  };
}

/** What would run if no entry said `off`. */
function silencedBy(
  rules: readonly AnyRule[],
  running: readonly RuleSetting[],
  profile: Profile,
  entries: readonly (readonly [string, RuleConfig])[],
): readonly RuleSetting[] {
  const isOff = (given: RuleConfig) => (typeof given === 'string' ? given : given.severity) === 'off';
  if (!entries.some(([, given]) => isOff(given))) return [];
  const ids = new Set(running.map(({ rule }) => rule.id));
  const others = entries.filter(([, given]) => !isOff(given));
  return rules.filter(({ id }) => !ids.has(id)).flatMap((rule) => settingOf(rule, profile, others) ?? []);
}

/** A rule named in the config with a severity runs whatever the profile; `off` switches it off. */
function settingOf(
  rule: AnyRule,
  profile: Profile,
  entries: readonly (readonly [string, RuleConfig])[],
): RuleSetting | undefined {
  let on = PROFILES.indexOf(rule.profile) <= PROFILES.indexOf(profile);
  let { severity } = rule;
  let options: unknown;
  for (const [key, given] of entries) {
    if (!matchesRule(key, rule)) continue;
    const level = typeof given === 'string' ? given : given.severity;
    if (level === 'off') on = false;
    else if (level) {
      on = true;
      severity = level;
    }
    if (typeof given !== 'string' && given.options !== undefined)
      options = { ...(options as object), ...(given.options as object) };
  }
  return on ? { rule, severity, options: readOptions(rule.options, options).values } : undefined;
}
