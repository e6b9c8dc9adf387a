import { expect, test } from 'vitest';
import {
  capabilitiesInWords,
  dockerCapabilities,
  kubernetesCapabilities,
} from '../../../server/src/knowledge/effective-capabilities.ts';
import { needsOf } from '../../../server/src/knowledge/program-needs.ts';

test.each([
  [[], [], 'the 14 default ones', 'the 14 default ones'],
  [['cap_net_admin'], [], 'the 14 default ones, plus **`NET_ADMIN`**', 'the 14 default ones, plus **`NET_ADMIN`**'],
  [['CHOWN'], ['ALL'], '`CHOWN`', '`CHOWN`'],
  [['CHOWN'], ['ALL', 'CHOWN'], '`CHOWN`', 'none'],
  [['CHOWN'], ['CHOWN'], 'the 14 default ones', 'the 14 default ones, less `CHOWN`'],
  [['ALL'], ['ALL'], '**all**', 'none'],
  [['ALL'], ['SYS_ADMIN'], '**all** but **`SYS_ADMIN`**', '**all** but **`SYS_ADMIN`**'],
])('added %j, dropped %j: Docker gives %s, Kubernetes %s', (added, dropped, docker, kubernetes) => {
  expect(capabilitiesInWords(dockerCapabilities(added, dropped))).toBe(docker);
  expect(capabilitiesInWords(kubernetesCapabilities(added, dropped))).toBe(kubernetes);
});

test('programs are known by name only', () => {
  expect(needsOf('apk')?.root).toBe(true);
  expect(needsOf('docker')?.root).toBe(false);
  expect(needsOf('constructor')).toBeUndefined();
});
