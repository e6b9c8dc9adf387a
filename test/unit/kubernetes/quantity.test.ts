import { expect, it } from 'vitest';
import { parseQuantity } from '../../../server/src/kubernetes/model/quantity.ts';

it.each([
  ['128Mi', 134217728],
  ['1.5Gi', 1610612736],
  ['1G', 1e9],
  ['100m', 0.1],
  ['.5', 0.5],
  ['1e3', 1000],
  ['1E3', 1000],
  ['2E', 2e18],
  ['12 Mi', undefined],
  ['-1', undefined],
  ['a lot', undefined],
  ['', undefined],
])('the quantity %j is %j', (text, value) => {
  expect(parseQuantity(text)).toBe(value);
});
