import { describe, expect, it } from 'vitest';
import { checkOf, isToldBy } from '../../../client/src/same-findings.ts';

const EQUIVALENTS = {
  'dockerfile/maintainer': { hadolint: ['DL4000'], buildkit: ['MaintainerDeprecated'] },
  'dockerfile/image-latest-tag': { hadolint: ['DL3007'], trivy: ['DS-0001', 'AVD-DS-0001'], checkov: ['CKV_DOCKER_7'] },
};
const told = (source: string, code: string, line = 3) => [{ source, code, line }];

describe('findings that another extension tells', () => {
  it.each([
    ['hadolint', 'DL4000', 'dockerfile/maintainer'],
    ['Docker DX (docker-language-server)', 'MaintainerDeprecated', 'dockerfile/maintainer'],
    ['dockerfile-utils', '45', 'dockerfile/maintainer'],
    ['Trivy', 'avd-ds-0001', 'dockerfile/image-latest-tag'],
    ['Checkov ', 'CKV_DOCKER_7', 'dockerfile/image-latest-tag'],
  ])('%s %s is %s', (source, code, rule) => {
    expect(isToldBy(rule, 3, told(source, code), EQUIVALENTS)).toBe(true);
  });

  it.each([
    ['another line', told('hadolint', 'DL4000', 4)],
    ['another check', told('hadolint', 'DL3007')],
    ['another tool with a check of the same name', told('eslint', 'DL4000')],
    ['no code', told('hadolint', '')],
    ['nobody', []],
  ])('is not told by %s', (_, others) => {
    expect(isToldBy('dockerfile/maintainer', 3, others, EQUIVALENTS)).toBe(false);
  });

  it('is never told for a rule that no tool has', () => {
    expect(isToldBy('dockerfile/unheard-of', 3, told('hadolint', 'DL4000'), EQUIVALENTS)).toBe(false);
    expect(isToldBy('constructor', 3, told('hadolint', 'DL4000'), EQUIVALENTS)).toBe(false);
  });

  it('knows the tool by the source, whatever the extension adds to it', () => {
    expect(checkOf({ source: 'Trivy Misconfiguration', code: 'DS-0001' })).toBe('trivy ds-0001');
    expect(checkOf({ source: 'yaml', code: '1' })).toBeUndefined();
  });
});
