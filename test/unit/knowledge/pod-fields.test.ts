import { describe, expect, it } from 'vitest';
import { isPodField, likelyField } from '../../../server/src/knowledge/pod-fields.ts';

describe('likelyField', () => {
  it.each([
    ['securityContext of the container', 'runAsNonroot', 'runAsNonRoot'],
    ['securityContext of the container', 'run_as_user', 'runAsUser'],
    ['securityContext of the container', 'allowPriviledgeEscalation', 'allowPrivilegeEscalation'],
    ['securityContext of the container', 'readOnlyRootFileSystem', 'readOnlyRootFilesystem'],
    ['container', 'resource', 'resources'],
    ['container', 'imagePullPolciy', 'imagePullPolicy'],
    ['pod spec', 'hostNetwrok', 'hostNetwork'],
  ] as const)('of a %s: %s is %s', (part, name, meant) => {
    expect(likelyField(part, name)).toBe(meant);
  });

  it.each([
    ['container', 'privileged'],
    ['port', 'port'],
    ['capabilities', 'remove'],
  ] as const)('of a %s: %s is like none', (part, name) => {
    expect(likelyField(part, name)).toBeUndefined();
  });

  it('knows the fields themselves', () => {
    expect(isPodField('container', 'volumeMounts')).toBe(true);
    expect(isPodField('container', 'volumes')).toBe(false);
  });
});
