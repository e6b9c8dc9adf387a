import { describe, expect, it } from 'vitest';
import { secretInEntry } from '../../../server/src/knowledge/secret-assignments.ts';
import { decodeBase64 } from '../../../server/src/kubernetes/model/config-objects.ts';
import { bindingOf, boundRole, grants, roleOf } from '../../../server/src/kubernetes/model/rbac.ts';
import { objectsOf } from './read.ts';

function grant(rule: string, apiGroup: string, resource: string, verb: string) {
  const [object] = objectsOf(`apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nrules:\n- ${rule}\n`);
  const [first] = (object && roleOf(object)?.rules.items) ?? [];
  if (!first) throw new Error('no rule');
  return grants(first, { apiGroup, resource, verb });
}

describe('what a rule of a role grants', () => {
  it.each([
    ['{apiGroups: [""], resources: [pods], verbs: [get]}', '', 'pods', 'get', true],
    ['{apiGroups: [""], resources: [pods], verbs: [get]}', '', 'pods/exec', 'get', false],
    ['{apiGroups: [""], resources: [pods], verbs: [get]}', 'apps', 'pods', 'get', false],
    ['{apiGroups: [""], resources: [pods], verbs: [get]}', '', 'pods', 'list', false],
    ['{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}', 'apps', 'deployments/scale', 'escalate', true],
    ['{apiGroups: [""], resources: ["*/exec"], verbs: [create]}', '', 'pods/exec', 'create', true],
    ['{apiGroups: [""], resources: ["*/exec"], verbs: [create]}', '', 'pods', 'create', false],
    ['{apiGroups: [""], resources: ["pods/*"], verbs: [create]}', '', 'pods/exec', 'create', false],
    ['{resources: [pods], verbs: [get]}', '', 'pods', 'get', false],
    ['{apiGroups: "*", resources: [pods], verbs: [get]}', '', 'pods', 'get', false],
    ['{apiGroups: ["{{ .g }}"], resources: [pods], verbs: [get]}', '', 'pods', 'get', false],
  ])('%s: %s %s %s is %s', (rule, group, resource, verb, expected) => {
    expect(grant(rule, group, resource, verb) !== undefined).toBe(expected);
  });

  it('knows permissions for named objects, be the names templated', () => {
    const rule = (names: string) => `{apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: ${names}}`;
    expect(grant(rule('[a]'), '', 'secrets', 'get')?.isByName).toBe(true);
    expect(grant(rule('["{{ .name }}"]'), '', 'secrets', 'get')?.isByName).toBe(true);
    expect(grant(rule('[]'), '', 'secrets', 'get')?.isByName).toBe(false);
  });

  it('prefers the word that names the resource', () => {
    const found = grant('{apiGroups: ["*", ""], resources: ["*", secrets], verbs: ["*", get]}', '', 'secrets', 'get');
    expect(found?.anyResource).toBe(false);
    expect(found?.resource.route.at(-1)).toBe(1);
    expect(found?.verb.route.at(-1)).toBe(1);
  });
});

describe('a binding and its role', () => {
  const role = (name: string, namespace: string) =>
    `- {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: ${name}, namespace: ${namespace}}, rules: []}\n`;
  const binding =
    '- {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b, namespace: two}, roleRef: {kind: Role, name: a}}\n';

  it('are joined by kind, name and namespace', () => {
    const objects = objectsOf(`kind: List\nitems:\n${role('a', 'one')}${role('a', 'two')}${binding}`);
    const last = objects.at(-1);
    const bound = last && bindingOf(last);
    expect(bound && boundRole(bound, bound.object.beside)?.object.namespace).toMatchObject({ value: 'two' });
    expect(bound && boundRole(bound, [])).toBeUndefined();
  });
});

describe('decoding the data of a Secret', () => {
  it.each([
    ['aGVsbG8=', 'hello'],
    ['aGVs\n  bG8=', 'hello'],
    ['', ''],
    ['w6TDtsO8', 'äöü'],
    ['aGVsbG8', undefined],
    ['not base64!', undefined],
    ['//79', undefined],
    ['AAAA', undefined],
  ])('%j is %j', (encoded, text) => {
    expect(decodeBase64(encoded)).toBe(text);
  });
});

describe('a secret in an entry of a ConfigMap', () => {
  it.each([
    ['password', 'supersecret', true],
    ['password', '<password>', false],
    ['config', 'DB_PASSWORD:supersecret', true],
    ['app.env', 'A=1\nexport API_TOKEN="b1946ac92492d2347c6235b4d2611184"\n', true],
    ['app.env', '# DB_PASSWORD=supersecret\nDB_PASSWORD=\n', false],
    ['app.js', 'const token = await getToken();\ntoken = getToken();\n', false],
    ['schema', 'password: string\n', false],
    ['ssh', '-----BEGIN OPENSSH PRIVATE KEY-----\n', true],
  ])('%s: %j is %s', (key, text, expected) => {
    expect(secretInEntry(key, text) !== undefined).toBe(expected);
  });
});
