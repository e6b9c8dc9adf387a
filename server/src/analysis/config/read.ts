import picomatch from 'picomatch/posix';
import type { SyntaxProblem } from '../../core/comment.ts';
import { readOptions } from '../../core/options.ts';
import type { AnyRule } from '../../core/rule.ts';
import type { Span } from '../../core/span.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { parseYamlSlice } from '../../yaml/parse.ts';
import type { Config, ReadConfig, RuleConfig } from '../api.ts';
import { parseKubernetesVersion } from '../kubernetes-version.ts';
import type { ConfigShape } from './schema.ts';
import { configSchema } from './schema.ts';

export const EMPTY_CONFIG: Config = { rules: {}, exclude: [], overrides: [] };

const KEYS = 'profile, rules, exclude, overrides, allowInlineIgnore, baseline and kubernetes.version';

type PathPart = string | number | symbol;

/** Reads a `.seaworthy.yaml`. What is wrong is told where it stands; the parts that are right still count. */
export const readConfig: ReadConfig = (text, rules) => {
  const document = parseYamlSlice(text, { templates: false });
  const problems: SyntaxProblem[] = [...document.problems];
  if (!document.root || (document.root.kind === 'scalar' && document.root.isNull)) return { config: EMPTY_CONFIG, problems };
  const root = document.root;
  const data = toData(root);
  const shape = validated(data, (path, message) => problems.push({ span: spanOf(root, path), message, code: 'config' }));
  for (const problem of ruleProblems(shape, rules)) {
    problems.push({ span: spanOf(root, problem.path), message: problem.message, code: 'config' });
  }
  const kubernetesVersion = shape.kubernetes?.version ? parseKubernetesVersion(shape.kubernetes.version) : undefined;
  const config: Config = {
    rules: (shape.rules ?? {}) as Record<string, RuleConfig>,
    exclude: shape.exclude ?? [],
    overrides: (shape.overrides ?? []) as Config['overrides'],
    ...(shape.allowInlineIgnore && { allowInlineIgnore: shape.allowInlineIgnore }),
    ...(shape.baseline && { baseline: shape.baseline }),
    ...(shape.profile && { profile: shape.profile }),
    ...(kubernetesVersion && { kubernetesVersion }),
  };
  const baseline = shape.baseline && root.kind === 'map' ? root.get('baseline')?.value.span : undefined;
  return { config, problems, ...(baseline && { baselineAt: baseline }) };
};

/** Validates, and takes out what is wrong until the rest is right; each piece taken out is told. */
function validated(data: unknown, tell: (path: readonly PathPart[], message: string) => void): ConfigShape {
  let rest = data;
  for (let pass = 0; pass < 100; pass++) {
    const result = configSchema.safeParse(rest);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    if (!issue) break;
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    if (keys.length > 0) {
      for (const key of keys) {
        tell([...issue.path, key], `Unknown key \`${key}\`: a config has ${KEYS}.`);
        rest = without(rest, [...issue.path, key]);
      }
    } else if (issue.path.length === 0) {
      tell([], `A config is a mapping with ${KEYS}.`);
      break;
    } else {
      tell(issue.path, `\`${issue.path.map(String).join('.')}\` ${expected(issue.path)}.`);
      rest = without(rest, issue.path);
    }
  }
  return {};
}

function expected(path: readonly PathPart[]): string {
  if (path[0] === 'profile') return 'must be one of recommended, strict, all';
  if (path[0] === 'allowInlineIgnore') return 'must be one of always, with-reason, never';
  if (path[0] === 'baseline') return 'must be the path of a baseline file, relative to this config';
  if (path[0] === 'kubernetes') return 'must be a version such as "1.34"';
  if (path.includes('rules')) return 'must be critical, high, medium, low, info or off, or a mapping with severity and options';
  return 'must be a list of patterns';
}

function without(data: unknown, path: readonly PathPart[]): unknown {
  const [head, ...tail] = path;
  if (head === undefined || typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) {
    return tail.length === 0 ? data.filter((_, i) => i !== head) : data.map((v, i) => (i === head ? without(v, tail) : v));
  }
  const entries = Object.entries(data).filter(([key]) => tail.length > 0 || key !== head);
  return Object.fromEntries(entries.map(([key, value]) => [key, key === head ? without(value, tail) : value]));
}

function ruleProblems(shape: ConfigShape, rules: readonly AnyRule[]): { path: PathPart[]; message: string }[] {
  const found: { path: PathPart[]; message: string }[] = [];
  const groups: [PathPart[], Readonly<Record<string, unknown>>][] = [[['rules'], shape.rules ?? {}]];
  for (const [i, override] of (shape.overrides ?? []).entries()) groups.push([['overrides', i, 'rules'], override.rules]);
  for (const [path, entries] of groups) {
    for (const [id, value] of Object.entries(entries)) {
      const named = rules.filter((rule) => matchesRule(id, rule));
      if (named.length === 0) found.push({ path: [...path, id], message: `There is no rule \`${id}\`.` });
      if (typeof value !== 'object' || value === null || !('options' in value)) continue;
      for (const rule of named) {
        for (const problem of readOptions(rule.options, value.options).problems) {
          found.push({ path: [...path, id, 'options'], message: `\`${rule.id}\`: ${problem}.` });
        }
      }
    }
  }
  return found;
}

/** Whether a key of `rules` (an id, a former id or a glob) names the rule. */
export function matchesRule(key: string, rule: AnyRule): boolean {
  if (key === rule.id || rule.formerly?.includes(key)) return true;
  return /[*?{[]/.test(key) && picomatch.isMatch(rule.id, key);
}

function toData(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.isNull ? null : node.text;
    case 'seq':
      return node.items.map(toData);
    case 'map':
      return Object.fromEntries(node.pairs.map((pair) => [pair.key, toData(pair.value)]));
  }
}

/** The span of the node at the path: its key where it has one, else the deepest node on the way. */
function spanOf(root: YamlNode, path: readonly PathPart[]): Span {
  let node = root;
  let span: Span = { start: root.span.start, end: Math.min(root.span.end, root.span.start + 1) };
  for (const part of path) {
    if (node.kind === 'map') {
      const pair = node.get(String(part));
      if (!pair) return span;
      span = pair.keyNode.span;
      node = pair.value;
    } else if (node.kind === 'seq') {
      const item = node.items[Number(part)];
      if (!item) return span;
      span = item.span;
      node = item;
    } else return span;
  }
  return span;
}
