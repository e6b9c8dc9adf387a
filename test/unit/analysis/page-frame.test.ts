import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../server/src/analysis/index.ts';
import { pageFrame } from '../../../server/src/analysis/page-frame.ts';
import { ROOT } from '../../support/pages.ts';

/** As `scripts/build.mjs` cuts a page to what is shipped. */
function written(page: string): string {
  return page.replace(/^# .*\n\n`.*\n\n/, '').replace(/\n## (?:Options|References|The same check elsewhere)\n[\s\S]*$/, '');
}

describe('the frame of a page', () => {
  it('makes the whole page of docs/rules out of what the extension ships, for every rule', () => {
    expect(allRules.length).toBeGreaterThan(300);
    for (const rule of allRules) {
      const page = readFileSync(join(ROOT, 'docs/rules', `${rule.id}.md`), 'utf8');
      const { head, tail } = pageFrame(rule);
      const body = written(page);
      expect(`${head}${body.trim()}\n${tail}`, rule.id).toBe(page);
      expect(body, rule.id).toMatch(/^## What it finds\n/);
    }
  });

  it('cuts as the build does', () => {
    const build = readFileSync(join(ROOT, 'scripts/build.mjs'), 'utf8');
    expect(build).toContain('/\\n## (?:Options|References|The same check elsewhere)\\n[\\s\\S]*$/');
  });
});
