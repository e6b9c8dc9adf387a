import { describe, expect, it } from 'vitest';
import { type Expectation, expectedText, goSeconds, isMet } from '../../../server/src/knowledge/control-plane-expectations.ts';
import { CONTROL_PLANE_CHECKS } from '../../../server/src/knowledge/control-plane-flags.ts';

describe('goSeconds', () => {
  it.each([
    ['0', 0],
    ['0s', 0],
    ['300s', 300],
    ['1h1m1s', 3661],
    ['1.5h', 5400],
    ['250ms', 0.25],
    ['5', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%s', (text, seconds) => {
    expect(goSeconds(text)).toBe(seconds);
  });
});

describe('isMet', () => {
  it.each<[string, Expectation, string, boolean]>([
    ['a boolean in any spelling', { kind: 'boolean', value: false }, 'F', true],
    ['the other boolean', { kind: 'boolean', value: false }, 'true', false],
    ['a list without the item', { kind: 'lacks', items: ['AlwaysAllow'] }, 'Node,RBAC', true],
    ['a list with the item', { kind: 'lacks', items: ['AlwaysAllow'] }, 'Node, AlwaysAllow', false],
    ['a word that only begins so', { kind: 'has', item: 'Node' }, 'NodeRestriction', false],
    ['less than asked for', { kind: 'at-least', value: 30 }, '-1', false],
    ['no number', { kind: 'at-least', value: 30 }, 'many', true],
    ['five minutes', { kind: 'at-most-seconds', value: 300 }, '5m', true],
    ['more than five minutes', { kind: 'at-most-seconds', value: 300 }, '5m1s', false],
    ['loopback with port', { kind: 'loopback' }, '127.0.0.1:10249', true],
    ['loopback of IPv6', { kind: 'loopback' }, '[::1]:10249', true],
    ['every address', { kind: 'loopback' }, '0.0.0.0', false],
    ['an unknown cipher', { kind: 'strong-ciphers' }, 'TLS_ECDHE_ECDSA_WITH_AES_64_GCM_SHA256', false],
    ['a gate that is off', { kind: 'gate', name: 'A' }, 'B=true,A=false', false],
    ['a gate that is not named', { kind: 'gate', name: 'A' }, 'B=false', true],
  ])('%s', (_, expected, text, met) => {
    expect(isMet(expected, text)).toBe(met);
  });
});

describe('expectedText', () => {
  it('keeps the other items of a list', () => {
    expect(expectedText({ kind: 'has', item: 'RBAC' }, 'Node')).toBe('Node,RBAC');
    expect(expectedText({ kind: 'lacks', items: ['AlwaysAdmit'] }, 'A,AlwaysAdmit,B')).toBe('A,B');
    expect(expectedText({ kind: 'gate', name: 'A' }, 'B=false,A=false')).toBe('B=false,A=true');
  });

  it('keeps the port of an address', () => {
    expect(expectedText({ kind: 'loopback' }, '0.0.0.0:10249')).toBe('127.0.0.1:10249');
    expect(expectedText({ kind: 'loopback' }, '10.0.0.1')).toBe('127.0.0.1');
    expect(expectedText({ kind: 'loopback' }, undefined)).toBe('127.0.0.1');
  });

  it('gives what is expected, for every setting of the table', () => {
    for (const { flag, expected } of CONTROL_PLANE_CHECKS) {
      const text = expectedText(expected, undefined);
      if (text !== undefined) expect(isMet(expected, text), flag).toBe(true);
    }
  });
});

describe('the table', () => {
  it('has one row for each setting of a component and each thing expected of it', () => {
    const rows = CONTROL_PLANE_CHECKS.map(({ component, flag, expected }) => `${component} ${flag} ${JSON.stringify(expected)}`);
    expect(rows).toEqual([...new Set(rows)]);
  });
});
