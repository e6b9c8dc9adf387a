import { describe, expect, it } from 'vitest';
import { readBaseline, withSilenced, writeBaseline } from '../../../server/src/analysis/baseline.ts';
import { editConfigToIgnore } from '../../../server/src/analysis/config/ignore-edit.ts';
import { configOrigin } from '../../../server/src/analysis/config/origin.ts';
import type { Config, FileSettings } from '../../../server/src/analysis/index.ts';
import { createEngine, EMPTY_CONFIG, readConfig, resolveSettings } from '../../../server/src/analysis/index.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { TOY_RULES } from './toy.ts';

const engine = createEngine(TOY_RULES);
const ENVIRONMENT = { today: '2026-01-01', kubernetesVersion: [1, 34] } as const;
const TEXT = 'FROM alpine\nRUN true\nRUN true\n';

function settingsOf(config: Partial<Config> = {}, path = 'Dockerfile'): FileSettings {
  return resolveSettings({ ...EMPTY_CONFIG, ...config }, path, TOY_RULES, ENVIRONMENT, {});
}

function judge(text: string, settings: FileSettings) {
  const analysis = engine.analyze({ uri: 'file:///w/Dockerfile', text }, settings);
  return {
    analysis,
    rules: analysis.findings.map((f) => f.rule),
    suppressed: analysis.suppressed.map(({ finding, by }) => [finding.rule, by.kind, by.reason]),
  };
}

describe('a baseline', () => {
  const entries = [
    { path: 'b', rule: 'x/y', fingerprint: '2' },
    { path: 'a', rule: 'x/z', fingerprint: '1', reason: 'old' },
    { path: 'a', rule: 'x/y', fingerprint: '3' },
    { path: 'a', rule: 'x/y', fingerprint: '3' },
  ];

  it('is written sorted, one finding a line, and read back', () => {
    const text = writeBaseline(entries);
    expect(text.split('\n').filter((line) => line.includes('fingerprint'))).toEqual([
      '    {"path":"a","rule":"x/y","fingerprint":"3"},',
      '    {"path":"a","rule":"x/z","fingerprint":"1","reason":"old"},',
      '    {"path":"b","rule":"x/y","fingerprint":"2"}',
    ]);
    expect(readBaseline(text)?.byPath.get('a')).toEqual(
      new Map([
        ['3', ''],
        ['1', 'old'],
      ]),
    );
    expect(writeBaseline(readBaseline(text)?.entries ?? [])).toBe(text);
    expect(readBaseline(writeBaseline([]))?.entries).toEqual([]);
  });

  it.each(['', '[]', '{"findings": 1}', '{'])('is not %j', (text) => expect(readBaseline(text)).toBeUndefined());

  it('silences what it knows wherever the lines go, and nothing more', () => {
    const settings = settingsOf();
    const [first] = judge(TEXT, settings).analysis.findings;
    const known = { ...settings, baseline: new Map([[first!.fingerprint, 'accepted']]) };
    const before = judge(TEXT, known);
    const moved = judge(`# a\n\n${TEXT}`, known);
    expect(before.suppressed).toEqual([[first!.rule, 'baseline', 'accepted']]);
    expect(moved.suppressed).toEqual(before.suppressed);
    expect(moved.rules).toEqual(before.rules);
    expect(before.rules.length).toBe(judge(TEXT, settings).rules.length - 1);
  });

  it('tells equal findings of one file apart', () => {
    const settings = settingsOf();
    const runs = judge(TEXT, settings).analysis.findings.filter((f) => f.rule === 'dockerfile/run');
    expect(new Set(runs.map((f) => f.fingerprint)).size).toBe(2);
    const known = { ...settings, baseline: new Map([[runs[1]!.fingerprint, '']]) };
    expect(judge(TEXT, known).analysis.findings.filter((f) => f.rule === 'dockerfile/run')).toHaveLength(1);
  });
});

describe('what the config switches off', () => {
  const config: Partial<Config> = { rules: { 'dockerfile/run': 'off' } };

  it('is not run, and can be shown as silenced by the config', () => {
    const settings = settingsOf(config);
    expect(judge(TEXT, settings)).toMatchObject({ suppressed: [] });
    expect(judge(TEXT, settings).rules).not.toContain('dockerfile/run');
    const all = judge(TEXT, withSilenced(settings));
    expect(all.rules).toEqual(judge(TEXT, settings).rules);
    expect(all.suppressed).toEqual([
      ['dockerfile/run', 'config', undefined],
      ['dockerfile/run', 'config', undefined],
    ]);
  });

  it.each<[string, string, string | undefined, string]>([
    ['a new file', '', undefined, 'rules:\n  dockerfile/run: "off" # reason\n'],
    ['a new file for a path', '', 'a/**', 'overrides:\n  - files: ["a/**"]\n    rules:\n      dockerfile/run: "off" # reason\n'],
    [
      'comments',
      '# ours\nprofile: all # yes\n',
      undefined,
      '# ours\nprofile: all # yes\nrules:\n  dockerfile/run: "off" # reason\n',
    ],
    ['a severity', 'rules:\n  dockerfile/run: low # was\n', undefined, 'rules:\n  dockerfile/run: "off" # was\n'],
    [
      'options',
      'rules:\n  dockerfile/run:\n    severity: low\n    options: {a: 1}\n',
      undefined,
      'rules:\n  dockerfile/run:\n    severity: "off" # reason\n    options: {a: 1}\n',
    ],
    ['CRLF', 'profile: all\r\n', undefined, 'profile: all\r\nrules:\r\n  dockerfile/run: "off" # reason\r\n'],
    [
      'the last override for the same files',
      'overrides:\n- files: ["a/**"]\n  rules:\n    dockerfile/from: low\n',
      'a/**',
      'overrides:\n- files: ["a/**"]\n  rules:\n    dockerfile/from: low\n    dockerfile/run: "off" # reason\n',
    ],
  ])('is written into %s, the rest kept', (_, text, glob, expected) => {
    const edit = editConfigToIgnore(text, 'dockerfile/run', glob);
    if ('refused' in edit) throw new Error(edit.refused);
    const after = applyEdits(text, edit.edits);
    expect(after).toBe(expected);
    expect(['reason', 'was']).toContain(after.slice(edit.select.start, edit.select.end));
    const { config: read, problems } = readConfig(after, TOY_RULES);
    expect(problems.filter((p) => !p.message.includes('option'))).toEqual([]);
    expect(settingsOf(read, 'a/Dockerfile').rules.map(({ rule }) => rule.id)).not.toContain('dockerfile/run');
    const rule = TOY_RULES.find(({ id }) => id === 'dockerfile/run')!;
    expect(configOrigin(after, 'a/Dockerfile', rule)?.reason).toBe(after.slice(edit.select.start, edit.select.end));
  });

  it('is not written into what can not be read', () => {
    expect(editConfigToIgnore('- a\n', 'a/b')).toHaveProperty('refused');
    expect(editConfigToIgnore('rules: {a\n', 'a/b')).toHaveProperty('refused');
  });
});

describe('allowInlineIgnore', () => {
  const told = (text: string, policy: 'always' | 'with-reason' | 'never') => {
    const { analysis } = judge(text, settingsOf({ allowInlineIgnore: policy }));
    const lost = analysis.findings.filter((f) => f.rule === 'seaworthy/unused-suppression').map((f) => f.message);
    return { silenced: analysis.suppressed.length, lost };
  };
  const ours = (reason: string) => `FROM alpine\n# seaworthy-ignore dockerfile/run${reason}\nRUN true\n`;
  const theirs = 'FROM alpine\n# hadolint ignore=DL3008\nRUN true\n';

  it.each<[string, 'always' | 'with-reason' | 'never', string, number, number]>([
    ['always', 'always', ours(''), 1, 0],
    ['with-reason, and a reason', 'with-reason', ours(' -- because'), 1, 0],
    ['with-reason, without', 'with-reason', ours(''), 0, 1],
    ['with-reason, where nobody wrote the reason yet', 'with-reason', ours(' -- reason'), 0, 1],
    ['with-reason, of another tool', 'with-reason', theirs, 1, 0],
    ['never', 'never', ours(' -- because'), 0, 1],
    ['never, of another tool', 'never', theirs, 0, 0],
  ])('%s', (_, policy, text, silenced, lost) => {
    const found = told(text, policy);
    expect([found.silenced, found.lost.length]).toEqual([silenced, lost]);
    for (const message of found.lost) expect(message).toContain(`allowInlineIgnore: ${policy}`);
  });

  it('offers to give the reason', () => {
    const text = ours('');
    const { analysis } = judge(text, settingsOf({ allowInlineIgnore: 'with-reason' }));
    const [offer] = analysis.findings.find((f) => f.rule === 'seaworthy/unused-suppression')!.fixes();
    expect(offer).toMatchObject({ safety: 'placeholder', select: 'reason' });
    if (!offer || 'refused' in offer) throw new Error('refused');
    expect(applyEdits(text, offer.edits)).toBe(ours(' -- reason'));
  });
});
