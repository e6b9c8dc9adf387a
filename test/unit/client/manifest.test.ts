import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as ids from '../../../client/src/commands/ids.ts';

const root = new URL('../../../', import.meta.url);
const text = readFileSync(new URL('package.json', root), 'utf8');
const manifest = JSON.parse(text);
const strings: Record<string, string> = JSON.parse(readFileSync(new URL('package.nls.json', root), 'utf8'));
const { contributes } = manifest;
const contributed: string[] = contributes.commands.map(({ command }: { command: string }) => command);

describe('the manifest', () => {
  it('has a text for every key, and a key for every text', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    expect(new Set(used)).toEqual(new Set(Object.keys(strings)));
    expect(used.length).toBeGreaterThan(30);
  });

  it('lists exactly the commands the client registers for it', () => {
    expect(new Set(contributed)).toEqual(new Set(ids.CONTRIBUTED));
  });

  it('names only its own commands in menus and keybindings', () => {
    const menus: { command: string }[] = [...Object.values(contributes.menus).flat(), ...contributes.keybindings] as never;
    for (const { command } of menus) expect(contributed).toContain(command);
    expect(menus.length).toBeGreaterThan(20);
  });

  it('links welcome texts only to commands that exist', () => {
    const own = Object.values(strings).flatMap((value) => [...value.matchAll(/\(command:(seaworthy\.\w+)/g)].map(([, id]) => id));
    expect(own.length).toBeGreaterThan(3);
    for (const id of own) expect(contributed).toContain(id);
  });

  it('keeps commands that need a finding out of the palette', () => {
    const hidden = contributes.menus.commandPalette
      .filter(({ when }: { when: string }) => when === 'false')
      .map(({ command }: { command: string }) => command);
    const needNode = [
      ids.FIX_FINDING,
      ids.IGNORE_FINDING,
      ids.IGNORE_IN_FILE,
      ids.IGNORE_IN_RESOURCE,
      ids.COPY_FINDING,
      ids.SCAN_FOLDER,
      ids.ADD_TO_BASELINE,
      ids.FIX_BELOW,
      ids.HARDEN_BELOW,
    ];
    expect(new Set(hidden)).toEqual(new Set(needNode));
  });

  it('gives icons to all that stands in title bars and lines', () => {
    const iconOf = new Map(contributes.commands.map(({ command, icon }: { command: string; icon?: string }) => [command, icon]));
    const shown = [...contributes.menus['view/title'], ...contributes.menus['view/item/context']].filter(({ group }) =>
      /^(?:navigation|inline)/.test(group),
    );
    for (const { command } of shown) expect(iconOf.get(command), command).toMatch(/^\$\([a-z-]+\)$/);
  });

  it('has at most 14 settings, each described, ordered and scoped', () => {
    const settings: [string, { order?: number; scope?: string; markdownDescription?: string; default?: unknown }][] =
      Object.entries(contributes.configuration.properties);
    expect(settings.length).toBeLessThanOrEqual(14);
    for (const [name, setting] of settings) {
      expect(name).toMatch(/^seaworthy\./);
      expect(setting.markdownDescription).toBeTruthy();
      expect(setting.order).toBeGreaterThan(0);
      expect(['resource', 'window']).toContain(setting.scope);
      expect(setting).toHaveProperty('default');
    }
  });

  it('runs in untrusted and virtual workspaces and in the browser, and starts for nothing else than its languages and view', () => {
    expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    expect(manifest.browser).toBe(manifest.main);
    expect(manifest.activationEvents.every((event: string) => /^on(?:Language|View):/.test(event))).toBe(true);
  });

  const steps: { media: { markdown: string }; description: string; completionEvents: string[] }[] =
    contributes.walkthroughs[0].steps;

  it('has a walkthrough of five steps that waits to be opened, ends with the fixed sample, and names only commands that exist', () => {
    expect(steps).toHaveLength(5);
    expect(contributes.walkthroughs[0].when).toBe('seaworthy.started');
    expect(steps.at(-1)?.completionEvents[0]).toContain('fixed');
    for (const { completionEvents } of steps) {
      const [event = ''] = completionEvents;
      expect(event).toMatch(/^on(?:Command|Context|Link|SettingChanged):/);
      const command = /^onCommand:(seaworthy\.\w+)/.exec(event)?.[1];
      if (command) expect(contributed).toContain(command);
    }
  });

  it('points to files that exist', () => {
    const paths = [
      manifest.icon,
      contributes.viewsContainers.activitybar[0].icon,
      ...contributes.grammars.map(({ path }: { path: string }) => path),
      ...contributes.snippets.map(({ path }: { path: string }) => path),
      ...steps.map(({ media }) => media.markdown),
      ...steps.map(({ media }) => media.markdown.replace(/\.md$/, '.nls.de.md')),
      ...[...contributes.yamlValidation, ...contributes.jsonValidation].map(({ url }: { url: string }) => url),
    ];
    for (const path of paths) expect(existsSync(new URL(path, root)), path).toBe(true);
  });

  it('asks for the editor whose types it is written against', () => {
    const types = JSON.parse(readFileSync(new URL('node_modules/@types/vscode/package.json', root), 'utf8'));
    expect(manifest.engines.vscode).toBe(`^${types.version}`);
  });
});
