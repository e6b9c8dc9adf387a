import { describe, expect, it } from 'vitest';
import { allRules } from '../../server/src/analysis/index.ts';
import { TOOLS } from '../../server/src/core/rule.ts';
import { isAtLeast } from '../../server/src/core/severity.ts';

describe('the rules as a whole', () => {
  it('have ids of their own, former ids included', () => {
    const ids = allRules.flatMap((rule) => [rule.id, ...(rule.formerly ?? [])]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(allRules)('$id has sound data', (rule) => {
    expect(rule.id).toMatch(/^(?:dockerfile|compose|kubernetes|project|seaworthy)\/[a-z][a-z0-9-]*$/);
    expect(rule.title).not.toMatch(/\.$/);
    if (rule.reports === 'absence') expect(isAtLeast(rule.severity, 'medium'), 'a missing hardening is low or info').toBe(false);
    for (const message of Object.values<string>(rule.messages))
      expect(message, 'a message is one sentence').toMatch(/^[^\n]+[.]$/);
    for (const reference of rule.references) if (reference.url) expect(() => new URL(reference.url as string)).not.toThrow();
    for (const [tool, list] of Object.entries(rule.equivalents)) {
      expect(TOOLS).toContain(tool);
      for (const e of list)
        if (e.relation === 'wider' || e.relation === 'narrower') expect(e.note, `${tool} ${e.id} needs a note`).toBeTruthy();
    }
  });
});
