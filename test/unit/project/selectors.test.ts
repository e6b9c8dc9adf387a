import { describe, expect, it } from 'vitest';
import type { LabelSelector, Labels, Requirement } from '../../../server/src/project/facts.ts';
import { type Match, selects, selectsAll } from '../../../server/src/project/selectors.ts';

const at = { span: { start: 0, end: 0 }, route: [] };
const selector = (requirements: Requirement[], open = false): LabelSelector => ({ requirements, open, at });
const labels = (values: Record<string, string | null>, open = false): Labels => ({ values, open });
const is = (key: string, ...values: string[]): Requirement => ({ key, operator: 'In', values });

describe('a selector', () => {
  it.each<[string, LabelSelector, Labels, Match]>([
    ['selects what has all it asks for', selector([is('a', '1')]), labels({ a: '1', b: '2' }), 'yes'],
    ['does not select what has another value', selector([is('a', '1')]), labels({ a: '2' }), 'no'],
    ['does not select what lacks a label', selector([is('a', '1'), is('b', '2')]), labels({ a: '1' }), 'no'],
    ['may select a value that is not known', selector([is('a', '1')]), labels({ a: null }), 'maybe'],
    ['may select what may have more labels', selector([is('a', '1')]), labels({}, true), 'maybe'],
    ['is sure where one requirement fails', selector([is('a', '1'), is('b', '2')], true), labels({ a: '2', b: null }), 'no'],
    ['may ask for more than is known', selector([is('a', '1')], true), labels({ a: '1' }), 'maybe'],
    ['selects everything when it asks for nothing', selector([]), labels({}), 'yes'],
    ['NotIn holds for what lacks the label', selector([{ key: 'a', operator: 'NotIn', values: ['1'] }]), labels({}), 'yes'],
    ['NotIn', selector([{ key: 'a', operator: 'NotIn', values: ['1'] }]), labels({ a: '1' }), 'no'],
    ['Exists', selector([{ key: 'a', operator: 'Exists', values: [] }]), labels({ a: null }), 'yes'],
    ['DoesNotExist', selector([{ key: 'a', operator: 'DoesNotExist', values: [] }]), labels({ a: '1' }), 'no'],
    ['knows no labels of prototypes', selector([{ key: 'toString', operator: 'Exists', values: [] }]), labels({}), 'no'],
  ])('%s', (_, wanted, has, match) => {
    expect(selects(wanted, has)).toBe(match);
  });

  it('selects all only when nothing of it is unknown', () => {
    expect(selectsAll(selector([]))).toBe(true);
    expect(selectsAll(selector([], true))).toBe(false);
  });
});
