import type { At } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import { Mapping } from './mapping.ts';
import type { KubernetesObject } from './model.ts';

/** Where an audit policy hides an attack, or writes down what is secret. */
export interface AuditGap {
  readonly kind: 'hidden' | 'content' | 'nothing';
  readonly at: At;
  readonly resource: string;
  readonly level: string;
  /** The rule. */
  readonly rule: Mapping;
}

/** Resources whose content is secret, by API group. */
const SECRET = new Map([
  ['', ['secrets', 'configmaps', 'serviceaccounts/token']],
  ['authentication.k8s.io', ['tokenreviews', 'tokenrequests']],
]);
/** Resources of which every request is to be known. */
const WATCHED = new Map([
  ['', ['secrets', 'pods/exec', 'pods/attach', 'pods/portforward', 'pods/proxy', 'services/proxy', 'serviceaccounts/token']],
  ['authentication.k8s.io', ['tokenreviews']],
  ['rbac.authorization.k8s.io', ['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings']],
]);
/** What only reads no roles and bindings: controllers do it all the time. */
const READING = new Set(['get', 'list', 'watch']);

interface Selected {
  readonly group: string;
  /** Undefined: all of the group. */
  readonly resources: readonly { readonly name: string; readonly at: At }[] | undefined;
  readonly at: At;
  /** Limited to some objects by name. */
  readonly isNamed: boolean;
}

interface AuditRule {
  readonly fields: Mapping;
  readonly level: string;
  readonly levelAt: At;
  readonly selected: readonly Selected[];
  /** Undefined: all verbs. */
  readonly verbs: readonly string[] | undefined;
  /** Limited to some users, groups, namespaces or names. */
  readonly isLimited: boolean;
}

/**
 * The gaps of an audit policy; empty for other objects. The first rule that fits a request counts
 * (https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/).
 */
export function auditGaps(object: KubernetesObject): readonly AuditGap[] {
  if (object.kind !== 'Policy' || object.group !== 'audit.k8s.io') return [];
  const list = object.fields.list('rules', (node) => readRule(Mapping.of(node, { at: object.at, partial: false })));
  const rules = list.items;
  const [first] = rules;
  if (first && !list.open && rules.every(({ level }) => level === 'None'))
    return [{ kind: 'nothing', at: first.levelAt, resource: '', level: 'None', rule: first.fields }];
  const decided = new Set<string>();
  const gaps: AuditGap[] = [];
  for (const rule of rules) {
    for (const [kind, resource, at] of gapsOf(rule, decided))
      gaps.push({ kind, resource, at, level: rule.level, rule: rule.fields });
    if (!rule.isLimited && rule.verbs === undefined) for (const name of namesIn(rule)) decided.add(name);
  }
  return gaps;
}

function readRule(fields: Mapping): AuditRule {
  const level = fields.string('level');
  const resources = fields.list('resources', (node): Selected => {
    const entry = Mapping.of(node, fields.home);
    const group = entry.string('group');
    const names = entry.strings('resources');
    const isAll = names.value.kind === 'absent' || (names.value.kind === 'known' && names.items.length === 0 && !names.open);
    return {
      group: group.kind === 'known' ? group.value : group.kind === 'absent' ? '' : '?',
      resources: isAll
        ? undefined
        : names.items.flatMap((name) => (name.kind === 'known' ? [{ name: name.value, at: name.at }] : [])),
      at: group.at,
      isNamed: entry.field('resourceNames').kind !== 'absent',
    };
  });
  const verbs = fields.strings('verbs');
  const limits = ['users', 'userGroups', 'namespaces', 'nonResourceURLs'].map((key) => fields.sequence(key));
  return {
    fields,
    level: valueOf(level) ?? '?',
    levelAt: level.at,
    selected: resources.items,
    verbs: verbs.value.kind === 'absent' ? undefined : verbs.items.flatMap((verb) => valueOf(verb) ?? '?'),
    isLimited: resources.items.some(({ isNamed }) => isNamed) || resources.open || limits.some(({ kind }) => kind !== 'absent'),
  };
}

type Gap = readonly ['hidden' | 'content', string, At];

function gapsOf(rule: AuditRule, decided: ReadonlySet<string>): readonly Gap[] {
  const { level, isLimited, verbs } = rule;
  const isReading = verbs?.every((verb) => READING.has(verb)) ?? false;
  if (level === 'None' && !isLimited) {
    const all = placesIn(rule, WATCHED, decided);
    return all.filter(([name]) => !isReading || !name.startsWith('rbac')).map(([, text, at]) => ['hidden', text, at]);
  }
  if (level !== 'Request' && level !== 'RequestResponse') return [];
  return placesIn(rule, SECRET, decided).map(([, text, at]) => ['content', text, at]);
}

function placesIn(
  { selected, levelAt }: AuditRule,
  table: ReadonlyMap<string, readonly string[]>,
  decided: ReadonlySet<string>,
): readonly (readonly [string, string, At])[] {
  const entries: readonly Selected[] =
    selected.length > 0 ? selected : [{ group: '*', resources: undefined, at: levelAt, isNamed: false }];
  return entries.flatMap(({ group, resources, at }) => {
    const groups = group === '*' ? [...table.keys()] : [group];
    const open = groups.flatMap((one) =>
      (table.get(one) ?? []).filter((name) => !decided.has(`${one}/${name}`)).map((name) => [one, name] as const),
    );
    if (resources === undefined) return open.slice(0, 1).map(([one, name]) => [`${one}/${name}`, name, at] as const);
    return resources.flatMap((resource) =>
      open
        .filter(([, name]) => fits(resource.name, name))
        .slice(0, 1)
        .map(([one, name]) => [`${one}/${name}`, name, resource.at] as const),
    );
  });
}

/** Patterns of an audit rule: all, all parts of a resource, a part of all resources. */
function fits(pattern: string, name: string): boolean {
  if (pattern === '*' || pattern === name) return true;
  const [resource, sub] = name.split('/');
  return (pattern === `${resource}/*` && sub !== undefined) || (sub !== undefined && pattern === `*/${sub}`);
}

function namesIn({ selected }: AuditRule): readonly string[] {
  const all = [...WATCHED, ...SECRET].flatMap(([group, names]) => names.map((name) => [group, name] as const));
  return all
    .filter(([group, name]) =>
      selected.length === 0
        ? true
        : selected.some(
            (entry) =>
              (entry.group === group || entry.group === '*') &&
              (entry.resources === undefined || entry.resources.some((resource) => fits(resource.name, name))),
          ),
    )
    .map(([group, name]) => `${group}/${name}`);
}
