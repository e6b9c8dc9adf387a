import { describe, expect, it } from 'vitest';
import type { Config } from '../../../server/src/analysis/api.ts';
import {
  allRules,
  EMPTY_CONFIG,
  parseKubernetesVersion,
  readConfig,
  resolveSettings,
} from '../../../server/src/analysis/index.ts';
import { composeRule } from '../../../server/src/compose/rule.ts';
import { integerOption, stringsOption } from '../../../server/src/core/options.ts';
import type { AnyRule, Profile } from '../../../server/src/core/rule.ts';
import { TOY_RULES } from './toy.ts';

const ENVIRONMENT = { today: '2026-11-21', kubernetesVersion: [1, 37] as const };

function rule(name: string, profile: Profile): AnyRule {
  return composeRule({
    id: `compose/${name}`,
    ...(name === 'strict-one' && { formerly: ['compose/older-name'] }),
    title: name,
    severity: 'medium',
    confidence: 'high',
    category: 'correctness',
    profile,
    reports: 'presence',
    fix: 'none',
    equivalents: {},
    references: [],
    messages: { found: 'Found.' },
    options: { limit: integerOption('How many.', 3), names: stringsOption('Which.', ['a']) },
    visit: {},
  });
}

const RULES = [rule('plain', 'recommended'), rule('strict-one', 'strict'), rule('strict-two', 'strict'), rule('polish', 'all')];

/** `name severity` of the rules that run. */
function running(
  config: Partial<Config>,
  path = 'compose.yaml',
  overrides: Parameters<typeof resolveSettings>[4] = {},
): string[] {
  const settings = resolveSettings({ ...EMPTY_CONFIG, ...config }, path, RULES, ENVIRONMENT, overrides);
  return settings.rules.map(({ rule: { id }, severity }) => `${id.slice(8)} ${severity}`);
}

function read(...lines: string[]) {
  const text = `${lines.join('\n')}\n`;
  const { config, problems } = readConfig(text, RULES);
  return { config, problems: problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`) };
}

describe('profiles', () => {
  it.each<[string, Partial<Config>, string[]]>([
    ['recommended by default', {}, ['plain medium']],
    ['recommended', { profile: 'recommended' }, ['plain medium']],
    ['strict', { profile: 'strict' }, ['plain medium', 'strict-one medium', 'strict-two medium']],
    ['all', { profile: 'all' }, ['plain medium', 'strict-one medium', 'strict-two medium', 'polish medium']],
  ])('%s', (_, config, rules) => {
    expect(running(config)).toEqual(rules);
  });

  it('are overridden from outside', () => {
    expect(running({ profile: 'all' }, 'compose.yaml', { profile: 'recommended' })).toEqual(['plain medium']);
  });
});

describe('rules in a config', () => {
  it.each<[string, Config['rules'], string[]]>([
    ['a severity', { 'compose/plain': 'critical' }, ['plain critical']],
    ['off', { 'compose/plain': 'off' }, []],
    ['a severity switches on', { 'compose/polish': 'low' }, ['plain medium', 'polish low']],
    ['a severity in a mapping', { 'compose/plain': { severity: 'info' } }, ['plain info']],
    ['options alone do not switch on', { 'compose/polish': { options: { limit: 1 } } }, ['plain medium']],
    ['a former id', { 'compose/older-name': 'high' }, ['plain medium', 'strict-one high']],
    ['a glob', { 'compose/strict-*': 'high' }, ['plain medium', 'strict-one high', 'strict-two high']],
    ['a glob of everything', { '*/*': 'off' }, []],
    ['later entries win', { 'compose/*': 'off', 'compose/plain': 'high' }, ['plain high']],
    ['later globs win', { 'compose/plain': 'high', 'compose/*': 'off' }, []],
    ['an id is no prefix', { 'compose/pla': 'off' }, ['plain medium']],
  ])('%s', (_, rules, expected) => {
    expect(running({ rules })).toEqual(expected);
  });

  it.each<[string, string[], string, string[]]>([
    ['a matching path', ['deploy/**'], 'deploy/a/compose.yaml', ['plain low']],
    ['a folder that begins with a dot', ['**/compose.yaml'], '.github/compose.yaml', ['plain low']],
    ['another path', ['deploy/**'], 'compose.yaml', ['plain medium']],
    ['several patterns', ['a/*', 'b/*'], 'b/compose.yaml', ['plain low']],
    ['no pattern', [], 'compose.yaml', ['plain medium']],
  ])('overrides: %s', (_, files, path, expected) => {
    expect(running({ overrides: [{ files, rules: { 'compose/plain': 'low' } }] }, path)).toEqual(expected);
  });

  it('overrides win over rules, later ones over earlier ones', () => {
    const overrides = [
      { files: ['**'], rules: { 'compose/plain': 'low' as const } },
      { files: ['**'], rules: { 'compose/plain': 'info' as const } },
    ];
    expect(running({ rules: { 'compose/plain': 'high' }, overrides })).toEqual(['plain info']);
  });

  it('options are filled in and put together', () => {
    const config: Config = {
      ...EMPTY_CONFIG,
      rules: { 'compose/*': { options: { limit: 5 } } },
      overrides: [{ files: ['**'], rules: { 'compose/plain': { options: { names: ['b'] } } } }],
    };
    const [setting] = resolveSettings(config, 'x', RULES, ENVIRONMENT, {}).rules;
    expect(setting?.options).toEqual({ limit: 5, names: ['b'] });
    expect(resolveSettings(EMPTY_CONFIG, 'x', RULES, ENVIRONMENT, {}).rules[0]?.options).toEqual({ limit: 3, names: ['a'] });
  });
});

describe('settings', () => {
  const config: Config = { ...EMPTY_CONFIG, overrides: [{ files: ['a/**'], rules: { 'compose/plain': 'low' } }] };
  const base = resolveSettings(config, 'a/x', RULES, ENVIRONMENT, {});

  it('are the same object for equal inputs', () => {
    expect(resolveSettings(config, 'a/other', RULES, { ...ENVIRONMENT }, {})).toBe(base);
  });

  it.each([
    ['another override', () => resolveSettings(config, 'b/x', RULES, ENVIRONMENT, {})],
    ['another config', () => resolveSettings({ ...config }, 'a/x', RULES, ENVIRONMENT, {})],
    ['other rules', () => resolveSettings(config, 'a/x', [...RULES].reverse(), ENVIRONMENT, {})],
    ['another day', () => resolveSettings(config, 'a/x', RULES, { ...ENVIRONMENT, today: '2026-11-22' }, {})],
    ['another version', () => resolveSettings(config, 'a/x', RULES, ENVIRONMENT, { kubernetesVersion: [1, 30] })],
    ['another profile', () => resolveSettings(config, 'a/x', RULES, ENVIRONMENT, { profile: 'strict' })],
    ['comments that do not count', () => resolveSettings(config, 'a/x', RULES, ENVIRONMENT, { suppressions: false })],
  ])('are others for %s', (_, other) => {
    expect(other()).not.toBe(base);
  });

  it('take the version from outside, else the config, else the newest', () => {
    const versionOf = (c: Config, overrides = {}) =>
      resolveSettings(c, 'x', RULES, ENVIRONMENT, overrides).environment.kubernetesVersion;
    expect(versionOf(EMPTY_CONFIG)).toEqual([1, 37]);
    expect(versionOf({ ...EMPTY_CONFIG, kubernetesVersion: [1, 31] })).toEqual([1, 31]);
    expect(versionOf({ ...EMPTY_CONFIG, kubernetesVersion: [1, 31] }, { kubernetesVersion: [1, 29] })).toEqual([1, 29]);
  });
});

describe('a config file', () => {
  it('is read whole', () => {
    const { config, problems } = read(
      'profile: strict',
      'rules:',
      '  compose/plain: high',
      '  compose/polish: {severity: low, options: {limit: 5}}',
      'exclude: ["**/vendor/**"]',
      'overrides:',
      '  - files: [dev/**]',
      '    rules: {compose/plain: off}',
      'kubernetes: {version: 1.34}',
    );
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      profile: 'strict',
      rules: { 'compose/plain': 'high' },
      exclude: ['**/vendor/**'],
      overrides: [{ files: ['dev/**'], rules: { 'compose/plain': 'off' } }],
      kubernetesVersion: [1, 34],
    });
  });

  it('reads options by their types', () => {
    const { config, problems } = read('rules:', '  compose/plain:', '    options:', '      limit: 5', '      names: [x, 1]');
    expect(problems).toEqual([]);
    expect(resolveSettings(config, 'x', RULES, ENVIRONMENT, {}).rules[0]?.options).toEqual({ limit: 5, names: ['x', '1'] });
  });

  it.each(['', '# nothing', 'null', '~', '---', '\uFEFF# a'])('may be empty: %j', (text) => {
    expect(readConfig(text, RULES)).toEqual({ config: EMPTY_CONFIG, problems: [] });
  });

  it.each<[string, readonly [number, number] | undefined]>([
    ['1.34', [1, 34]],
    ['"1.34"', [1, 34]],
    ['v1.34', [1, 34]],
    ['1.30', [1, 30]],
    ['1.34.2', [1, 34]],
    ['"v1.34.2"', [1, 34]],
    ['1', undefined],
    ['latest', undefined],
    ['1.34-gke.1', undefined],
    ['[1, 34]', undefined],
    ['~', undefined],
  ])('version %s', (spelling, version) => {
    const { config, problems } = read(`kubernetes: {version: ${spelling}}`);
    expect(config.kubernetesVersion).toEqual(version);
    expect(problems).toEqual(version ? [] : ['version: `kubernetes.version` must be a version such as "1.34".']);
  });

  const UNKNOWN = 'a config has profile, rules, exclude, overrides, allowInlineIgnore, baseline and kubernetes.version.';
  const LEVEL = 'must be critical, high, medium, low, info or off, or a mapping with severity and options.';
  it.each<[string, string[], string[]]>([
    ['an unknown key', ['profil: strict'], [`profil: Unknown key \`profil\`: ${UNKNOWN}`]],
    ['an unknown key below', ['kubernetes: {versio: 1.34}'], [`versio: Unknown key \`versio\`: ${UNKNOWN}`]],
    ['an unknown profile', ['profile: stric'], ['profile: `profile` must be one of recommended, strict, all.']],
    ['an unknown severity', ['rules:', '  compose/plain: error'], [`compose/plain: \`rules.compose/plain\` ${LEVEL}`]],
    ['an unknown rule', ['rules:', '  compose/plane: high'], ['compose/plane: There is no rule `compose/plane`.']],
    ['a glob that names no rule', ['rules:', '  docker/*: high'], ['docker/*: There is no rule `docker/*`.']],
    [
      'an unknown rule of an override',
      ['overrides:', '  - files: [a]', '    rules: {x/y: off}'],
      ['x/y: There is no rule `x/y`.'],
    ],
    [
      'an unknown option',
      ['rules:', '  compose/plain: {options: {limits: 3}}'],
      ['options: `compose/plain`: unknown option `limits`.'],
    ],
    [
      'an option of another type',
      ['rules:', '  compose/plain: {options: {limit: many}}'],
      ['options: `compose/plain`: option `limit` must be a whole number.'],
    ],
    ['a list for patterns', ['exclude: vendor'], ['exclude: `exclude` must be a list of patterns.']],
    ['a pattern that is a mapping', ['exclude: [{a: b}, c]'], ['{a: b}: `exclude.0` must be a list of patterns.']],
    [
      'a list at the top',
      ['- a'],
      ['-: A config is a mapping with profile, rules, exclude, overrides, allowInlineIgnore, baseline and kubernetes.version.'],
    ],
    [
      'several at once',
      ['profile: x', 'nope: 1'],
      ['profile: `profile` must be one of recommended, strict, all.', `nope: Unknown key \`nope\`: ${UNKNOWN}`],
    ],
  ])('tells where it is wrong: %s', (_, text, problems) => {
    expect(read(...text).problems).toEqual(problems);
  });

  it('keeps what is right beside what is wrong', () => {
    const { config } = read(
      'profile: stric',
      'rules:',
      '  compose/plain: error',
      '  compose/polish: low',
      'exclude: [a, {b: c}]',
    );
    expect(config).toEqual({ rules: { 'compose/polish': 'low' }, exclude: ['a'], overrides: [] });
  });

  it('tells of YAML that does not parse', () => {
    const { problems } = read('rules: {a', 'profile: strict');
    expect(problems.length).toBeGreaterThan(0);
  });

  it('survives keys that objects have of their own', () => {
    const { config, problems } = readConfig('rules:\n  __proto__: high\n  constructor: off\nconstructor: 1\n', TOY_RULES);
    expect(problems.length).toBeGreaterThan(0);
    expect(running({ rules: config.rules })).toEqual(['plain medium']);
  });
});

describe('the rules that there are', () => {
  it('are all on in the profile all, with sound fallbacks', () => {
    const settings = resolveSettings(EMPTY_CONFIG, 'x', allRules, ENVIRONMENT, { profile: 'all' });
    expect(settings.rules.map(({ rule: { id } }) => id)).toEqual(allRules.map(({ id }) => id));
    expect(parseKubernetesVersion(' v1.34 ')).toEqual([1, 34]);
  });
});
