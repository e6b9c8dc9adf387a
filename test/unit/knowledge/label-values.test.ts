import { describe, expect, test } from 'vitest';
import { isTarName, mayBeTarName } from '../../../server/src/knowledge/archives.ts';
import { isOfKind, type LabelKind, readLabelRule } from '../../../server/src/knowledge/label-values.ts';

describe('values of labels', () => {
  test.each<[LabelKind, string, boolean]>([
    ['url', 'https://example.com/x', true],
    ['url', 'example.com', false],
    ['rfc3339', '2026-11-21T10:00:00.5Z', true],
    ['rfc3339', '2026-11-21', false],
    ['rfc3339', '2026-13-21T10:00:00Z', false],
    ['spdx', 'MIT', true],
    ['spdx', '(MIT OR Apache-2.0) AND GPL-2.0-or-later WITH Classpath-exception-2.0', true],
    ['spdx', 'LicenseRef-Own', true],
    ['spdx', 'Apache 2.0', false],
    ['spdx', 'GPLv3', false],
    ['hash', '2dbfae9', true],
    ['hash', 'main', false],
    ['semver', '2.0.1-rc.1+5', true],
    ['semver', '1.2', false],
    ['semver', '01.2.3', false],
    ['email', 'ann@example.com', true],
    ['email', 'Ann <ann@example.com>', false],
    ['text', '', true],
  ])('%s %j: %s', (kind, value, expected) => {
    expect(isOfKind(kind, value)).toBe(expected);
  });

  test('rules are read from texts', () => {
    expect(readLabelRule('a.b:url')).toEqual({ key: 'a.b', kind: 'url' });
    expect(readLabelRule('a.b')).toEqual({ key: 'a.b', kind: 'text' });
    expect(readLabelRule('a.b:nothing')).toBeUndefined();
    expect(readLabelRule('a.b:constructor')).toBeUndefined();
  });
});

describe('names of archives', () => {
  test.each([
    ['x.tar', true, true],
    ['x.tar.zst', true, true],
    ['x.TGZ', true, true],
    ['x.gz', false, true],
    ['x.zip', false, false],
    ['tar', false, false],
  ])('%s', (name, tar, maybe) => {
    expect([isTarName(name), mayBeTarName(name)]).toEqual([tar, maybe]);
  });
});
