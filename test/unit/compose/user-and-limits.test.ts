import { describe, expect, it } from 'vitest';
import { limitOf } from '../../../server/src/compose/facts/limits.ts';
import { parseUser } from '../../../server/src/compose/model/user.ts';
import type { At, Value } from '../../../server/src/core/value.ts';
import { absent, dynamic, invalid, known } from '../../../server/src/core/value.ts';

const at: At = { span: { start: 1, end: 2 }, route: [] };

describe('parseUser', () => {
  it.each(['root', '0', '00', '+0', '0:0', 'root:1000', '0:app', ' root '])('%j is root', (text) => {
    expect(parseUser(text).isRoot).toBe(true);
  });

  it.each(['', '1000', 'app', 'rooted', '1000:0', ':0', '10', '-0'])('%j is not', (text) => {
    expect(parseUser(text).isRoot).toBe(false);
  });

  it('takes the group apart', () => {
    expect(parseUser('app:staff')).toMatchObject({ user: 'app', group: 'staff' });
    expect(parseUser('app').group).toBeUndefined();
  });
});

describe('limitOf', () => {
  const none: Value<number> = absent(at);

  it('is set by any way that is more than zero, or that only run time knows', () => {
    expect(limitOf([none, known(5, at)]).kind).toBe('set');
    expect(limitOf([known(0, at), known(5, at)]).kind).toBe('set');
    expect(limitOf([none, dynamic('${X}', at)]).kind).toBe('set');
    expect(limitOf([invalid('no size', at)]).kind).toBe('set');
  });

  it('is missing when nobody says, and unlimited at the value that says so', () => {
    expect(limitOf([none, none])).toEqual({ kind: 'missing' });
    expect(limitOf([none, known(-1, at)])).toEqual({ kind: 'unlimited', value: -1, at });
  });
});
