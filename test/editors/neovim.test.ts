import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CASES, documented, ensureEditor, toldBy, workplace } from './support/editors.ts';

/** Waits in Neovim until its own diagnostics of the buffer are there, and writes them down. */
const PROBE = `
local function settled()
  local first = #vim.diagnostic.get(0)
  vim.wait(500)
  return first > 0 and first == #vim.diagnostic.get(0)
end
vim.wait(60000, settled, 100)
local told = {}
for _, d in ipairs(vim.diagnostic.get(0)) do
  local lsp = d.user_data and d.user_data.lsp or {}
  told[#told + 1] = { line = d.lnum + 1, code = tostring(d.code or lsp.code), source = d.source, message = d.message }
end
vim.fn.writefile({ vim.json.encode(told) }, 'told.json')
vim.cmd('qall!')
`;

describe('Neovim with the configuration of docs/editors.md', () => {
  beforeAll(() => ensureEditor('neovim'), 600_000);

  it.each(Object.entries(CASES))('shows the findings of %s', async (name, { expected }) => {
    const place = workplace();
    writeFileSync(join(place.folder, 'init.lua'), documented('init.lua'));
    writeFileSync(join(place.folder, 'probe.lua'), PROBE);
    const told = await toldBy('nvim', ['--headless', '-n', '-i', 'NONE', '-u', 'init.lua', name, '-S', 'probe.lua'], place);
    expect(told.map(({ line, code }) => `${line} ${code}`)).toContain(expected);
    for (const { source } of told) expect(source).toBe('seaworthy');
  });

  it('takes the settings of the server from its options', async () => {
    const args = ['--headless', '-n', '-i', 'NONE', '-u', 'init.lua', 'Dockerfile', '-S', 'probe.lua'];
    const codesWith = async (profile: string): Promise<string[]> => {
      const place = workplace();
      writeFileSync(
        join(place.folder, 'init.lua'),
        documented('init.lua').replace("profile = 'recommended'", `profile = '${profile}'`),
      );
      writeFileSync(join(place.folder, 'probe.lua'), PROBE);
      return (await toldBy('nvim', args, place)).map(({ code }) => code);
    };
    expect(await codesWith('recommended')).not.toContain('missing-hardening');
    expect(await codesWith('all')).toContain('missing-hardening');
  });
});
