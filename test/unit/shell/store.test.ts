import { describe, expect, it } from 'vitest';
import { MappedText } from '../../../server/src/core/mapped-text.ts';
import { parseShell } from '../../../server/src/shell/parse.ts';
import { ScriptStore } from '../../../server/src/shell/store.ts';

const SCRIPTS = [
  'apt-get update && apt-get install -y --no-install-recommends curl="7.*" && rm -rf /var/lib/apt/lists/*',
  'curl -fsSL https://example.com/x | sudo -E bash -s -- --yes; echo "$(date) `id -u`"',
  'A=1 env B=2 sh -c "wget -O- $URL | tar xz" > /dev/null 2>&1 || exit 1',
  'for f in $(ls *.sh); do sh "$f"; done; if [ "$(uname -m)" = x86_64 ]; then find . -name x -exec chmod 777 {} +; fi',
  'cat <<EOF | sh\necho "a" && curl -k https://x | sh\nEOF\neval "$(ssh-agent -s)"',
  'a ) && b && c "',
  '',
];

/** The text between `prefix` and the end, in two pieces when it is long enough: as a continued line is. */
function mapped(prefix: number, text: string, gap = 0): MappedText {
  const half = text.length >> 1;
  if (gap === 0 || half === 0) return new MappedText(text, [{ start: 0, source: prefix, length: text.length }]);
  return new MappedText(text, [
    { start: 0, source: prefix, length: half },
    { start: half, source: prefix + half + gap, length: text.length - half },
  ]);
}

describe('ScriptStore', () => {
  it.each(SCRIPTS)('gives what a parse gives, wherever the script has moved: %j', (script) => {
    for (const gap of [0, 3]) {
      let store = new ScriptStore();
      for (const prefix of [40, 40, 41, 0, 900]) {
        const text = mapped(prefix, script, gap);
        store = new ScriptStore(store);
        expect(store.parse(text, 'posix')).toEqual(parseShell(text, 'posix'));
        store.settle();
      }
    }
  });

  it('keeps the script itself where nothing has moved', () => {
    const store = new ScriptStore();
    const script = store.parse(mapped(7, 'curl x | sh'), 'posix');
    expect(new ScriptStore(store).parse(mapped(7, 'curl x | sh'), 'posix')).toBe(script);
  });

  it('links the commands of a moved pipe to each other', () => {
    const store = new ScriptStore();
    store.parse(mapped(7, 'curl x | sh'), 'posix');
    const [curl, sh] = new ScriptStore(store).parse(mapped(9, 'curl x | sh'), 'posix').commands;
    expect(curl?.pipesTo).toBe(sh);
    expect(sh?.pipedFrom).toBe(curl);
    expect(curl?.span.start).toBe(9);
  });

  it('parses again what is put together from other pieces, runs by another interpreter, or has no place of its own', () => {
    const store = new ScriptStore();
    const text = 'curl x | sh';
    store.parse(mapped(7, text), 'posix');
    const again = new ScriptStore(store);
    expect(again.parse(mapped(7, text, 2), 'posix')).toEqual(parseShell(mapped(7, text, 2), 'posix'));
    expect(again.parse(mapped(7, text), 'powershell').commands).toEqual([]);
    const broken = new MappedText(`${text}\nEOF`, [{ start: 0, source: 7, length: text.length }]);
    expect(again.parse(broken, 'posix')).toEqual(parseShell(broken, 'posix'));
  });

  it('remembers no more than the text before', () => {
    const first = new ScriptStore();
    const script = first.parse(mapped(7, 'curl x | sh'), 'posix');
    const second = new ScriptStore(first);
    second.settle();
    expect(second.parse(mapped(7, 'curl x | sh'), 'posix')).not.toBe(script);
  });
});
