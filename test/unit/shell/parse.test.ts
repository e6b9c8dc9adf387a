import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MappedText } from '../../../server/src/core/mapped-text.ts';
import type { Span } from '../../../server/src/core/span.ts';
import { parseShell } from '../../../server/src/shell/parse.ts';
import type { ShellCommand, ShellWord } from '../../../server/src/shell/script.ts';
import { command, lines, script } from './helpers.ts';

const at = (text: string, span: Span) => text.slice(span.start, span.end);

describe('commands', () => {
  it.each<[string, string[]]>([
    ['apt-get update && apt-get install -y curl', ['apt-get update', 'apt-get install -y curl']],
    ['/usr/bin/curl -k "x y" z\\ w', ['curl -k x y z w']],
    ['echo $X "${Y:-z}" \'$Z\' a$B', ['echo ~$X ~${Y:-z} $Z ~a$B']],
    ['ls *.deb pkg=1.* http://x/?y foo[bar] {a,b} ~/x', ['ls ~*.deb pkg=1.* http://x/?y foo[bar] ~{a,b} ~/x']],
    ['echo $(id -u) `who` <(ls)', ['echo ~$(id -u) ~`who` ~<(ls)', 'id -u', 'who', 'ls']],
    ['echo "a `b \\`c d\\``"', ['echo ~a `b \\`c d\\``', 'b ~`c d`', 'c d']],
    ['if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
    ['for i in $(ls); do rm "$i"; done; case $x in a) b;; esac; f() { g; }', ['ls', 'rm ~$i', 'b', 'g']],
    ['while [ -f $(a) ]; do b; done < <(c)', ['[ -f ~$(a) ]', 'a', 'b', 'c']],
    ['[[ $(a) == b ]] && c', ['a', 'c']],
    ['echo $\'a\\x41\\n\' $"b"', ['echo aA\n b']],
    [
      'find / -exec chmod 777 {} + -exec rm {} \\; || true',
      ['find / -exec chmod 777 {} + -exec rm {} ;', 'chmod 777 {}', 'rm {}', 'true'],
    ],
    ['a && \\', ['a', '?']],
    ['A=$(x) B=2', ['?', 'x']],
    ['! time a', ['a']],
    ['cat <<EOF\na $(b)\nEOF\nc', ['cat', 'b', 'c']],
    ["cat <<'EOF'\na $(b)\nEOF\nc", ['cat', 'c']],
    ['# a comment\nb # c', ['b']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
    expect(script(text).problems).toEqual([]);
  });

  it('says how each is nested and joined', () => {
    const { commands } = script('a && b || c; d & e | f\n(g; h) && { i; }; if j; then k; fi; x() { l; }; m $(n)');
    expect(commands.map((c) => [c.name, c.joinedBy, c.context])).toEqual([
      ['a', undefined, 'run'],
      ['b', '&&', 'run'],
      ['c', '||', 'run'],
      ['d', ';', 'run'],
      ['e', '&', 'run'],
      ['f', '|', 'run'],
      ['g', '\n', 'subshell'],
      ['h', ';', 'subshell'],
      ['i', '&&', 'run'],
      ['j', ';', 'condition'],
      ['k', ';', 'condition'],
      ['l', ';', 'function'],
      ['m', ';', 'run'],
      ['n', undefined, 'substitution'],
    ]);
  });

  it.each<[string, boolean[]]>([
    ['a u"p\nb c\n', [false]],
    ["a 'b", [false]],
    ['a "b\\"', [false]],
    ["a $'b\\'", [false]],
    ['a X="b', [false]],
    ['a "b" \'c\' $\'d\' "e\\\\" "" X=\'y\' "$Z"', [true, true, true, true, true, true, true]],
  ])('lets words of %j be edited whose quotes are closed', (text, expected) => {
    expect(command(text).args.map((a) => a.editable)).toEqual(expected);
  });

  it("takes Windows' line endings for those that are meant", () => {
    const source = 'apk update\r\napk add git\r\ncat <<E\r\na\r\nE\r\nmake \\\r\n  all\r';
    const parsed = script(source);
    expect(parsed.commands.map((c) => [c.name, ...c.args.map((a) => a.value)])).toEqual([
      ['apk', 'update'],
      ['apk', 'add', 'git'],
      ['cat'],
      ['make', 'all'],
    ]);
    expect(parsed.commands.flatMap((c) => c.args.map((a) => at(source, a.span)))).toEqual(['update', 'add', 'git', 'all']);
    expect(parsed.problems).toEqual([]);
  });

  it('links pipes, through groups too', () => {
    const [curl, cd, tar, tee, sh] = script('curl x | (cd /y && tar xz) | tee z | sh').commands;
    expect([curl?.pipesTo, tar?.pipesTo, cd?.pipesTo, tee?.pipesTo]).toEqual([tar, tee, tee, sh]);
    expect([tar?.pipedFrom, tee?.pipedFrom, sh?.pipedFrom, curl?.pipedFrom]).toEqual([curl, tar, tee, undefined]);
  });

  it('keeps the commands of a substitution in its word', () => {
    const c = command('echo "x$(curl y | sh)" z');
    expect(c.args[0]?.substitutions.map((s) => s.name)).toEqual(['curl', 'sh']);
    expect(c.args[1]?.substitutions).toEqual([]);
    const [echo, a] = script('echo $(a)').commands;
    expect(echo?.args[0]?.substitutions[0]).toBe(a);
  });

  it('names variables, assignments and redirects', () => {
    const c = command('A=1 B="$C" cmd "${D:-$E}" $((F+1)) >out 2>&1 <<<"in"');
    expect(c.assignments.map((a) => [a.name, a.value.value ?? a.value.text])).toEqual([
      ['A', '1'],
      ['B', '$C'],
    ]);
    expect(c.args.map((w) => w.variables)).toEqual([['D', 'E'], ['F']]);
    expect(c.redirects.map((r) => [r.operator, r.target?.text])).toEqual([
      ['>', 'out'],
      ['>&', '1'],
      ['<<<', 'in'],
    ]);
  });

  it('takes the tabs off a here-document only for <<-', () => {
    expect(command('cat <<-EOF\n\tx\n\t\ty\n\tEOF\n').redirects[0]?.body?.text).toBe('x\ny\n');
    expect(command('cat <<EOF\n\tx\nEOF\n').redirects[0]?.body?.text).toBe('\tx\n');
  });

  it('parses nothing for other interpreters', () => {
    const text = MappedText.of('curl x | sh', { start: 0, end: 11 });
    for (const interpreter of ['powershell', 'cmd', 'other'] as const) {
      expect(parseShell(text, interpreter)).toEqual({ interpreter, text, commands: [], problems: [] });
    }
  });
});

describe('wrappers', () => {
  it.each<[string, string[], string]>([
    ['sudo -E -u root curl -k x', ['sudo'], 'curl -k x'],
    ['sudo --user=x -- env -i A=b C=d nice -n 5 curl', ['sudo', 'env', 'nice'], 'curl'],
    ['sudo DEBIAN_FRONTEND=noninteractive apt-get update', ['sudo'], 'apt-get update'],
    ['timeout -k 5 30 /usr/bin/curl x', ['timeout'], 'curl x'],
    ['timeout --signal=KILL 30 curl x', ['timeout'], 'curl x'],
    ['xargs -n1 -P 4 curl -k', ['xargs'], 'curl -k'],
    ['xargs -I{} rm {}', ['xargs'], 'rm {}'],
    ['busybox wget -O- x', ['busybox'], 'wget -O- x'],
    ['gosu nobody:root id', ['gosu'], 'id'],
    ['su-exec app id', ['su-exec'], 'id'],
    ['/sbin/tini -g -- dumb-init -- nginx -g x', ['tini', 'dumb-init'], 'nginx -g x'],
    ['chroot --userspec=x /mnt apt-get update', ['chroot'], 'apt-get update'],
    [
      'setarch i386 stdbuf -oL nohup ionice -c 3 time -p catchsegv a',
      ['setarch', 'stdbuf', 'nohup', 'ionice', 'time', 'catchsegv'],
      'a',
    ],
    ['exec -a n nginx', ['exec'], 'nginx'],
    ['command -p ls', ['command'], 'ls'],
    ['command -v curl', [], 'command -v curl'],
    ['exec >log', [], 'exec'],
    ['env', [], 'env'],
    ['env -S "a b"', [], 'env -S a b'],
    ['sudo -l', [], 'sudo -l'],
    ['busybox --install', [], 'busybox --install'],
    ['$SUDO curl', [], '? curl'],
    ['constructor x', [], 'constructor x'],
  ])('%s', (text, wrappers, rest) => {
    expect(command(text).wrappers.map((w) => w.name)).toEqual(wrappers);
    expect(lines(text)[0]).toBe(rest);
  });

  it('keeps what a wrapper was given, and the variables it sets', () => {
    const text = 'sudo -u x env A="b c" D=$E cmd';
    const c = command(text);
    expect(c.wrappers.map((w) => w.args.map((a) => a.text))).toEqual([
      ['-u', 'x'],
      ['A=b c', 'D=$E'],
    ]);
    expect(c.assignments.map((a) => [a.name, a.value.value, a.value.text, at(text, a.value.span)])).toEqual([
      ['A', 'b c', 'b c', '"b c"'],
      ['D', undefined, '$E', '$E'],
    ]);
    expect(at(text, c.span)).toBe(text);
    expect(c.word && at(text, c.word.span)).toBe('cmd');
  });
});

describe('scripts handed to a shell', () => {
  it.each<[string, string[]]>([
    ["sh -c 'curl x | sh'", ['curl x', 'sh']],
    ["bash -euo pipefail -c 'a b'", ['a b']],
    ["bash -ceuo pipefail 'a b'", ['a b']],
    ['sudo bash -lc "a; b"', ['a', 'b']],
    ['su - postgres -c "psql x"', ['psql x']],
    ["eval 'a b' '| c'", ['a b', 'c']],
    ['bash <<EOF\na \\$X\nEOF\n', ['a ~$X']],
    ["sh -s -- y <<-'EOF'\n\ta b\n\tEOF\n", ['a b']],
    ['cat <<EOF | tee f | sudo sh -e\na b\nEOF\n', ['a b']],
    ['bash <<< "a b"', ['a b']],
    ['sh -c \'sh -c "a b"\'', ['sh -c a b', 'a b']],
    ['sh script.sh -c x', []],
    ['bash x <<EOF\na\nEOF\n', []],
    ['cat > f <<EOF\na\nEOF\n', []],
    ['python3 <<EOF\na\nEOF\n', []],
    ['echo sh -c x', []],
  ])('%j', (text, expected) => {
    const inside = script(text).commands.filter((c) => c.context === 'sh -c');
    expect(inside.map((c) => [c.name ?? '?', ...c.args.map((a) => a.value ?? `~${a.text}`)].join(' '))).toEqual(expected);
  });

  it('reads an expansion inside the quotes once', () => {
    expect(lines('sh -c "a $(b)"')).toEqual(['sh -c ~a $(b)', 'a ~$(b)', 'b']);
  });

  it('maps back through the quotes', () => {
    const text = 'sh -c "curl -k \\"http://x\\" \\$Y"';
    const curl = script(text).commands[1];
    expect(curl?.args.map((a) => at(text, a.span))).toEqual(['-k', '"http://x\\"', '$Y']);
    expect(curl?.args.map((a) => a.editable)).toEqual([true, false, false]);
    expect(curl?.args.map((a) => a.value ?? a.text)).toEqual(['-k', 'http://x', '$Y']);
  });
});

describe('offsets', () => {
  it('are those of the source behind a joined text', () => {
    const source = 'RUN curl \\\n  # why\n  -sk \\\n  http\\\n://x';
    const pieces = ['curl   ', '-sk   ', 'http', '://x'];
    const starts = [source.indexOf('curl'), source.indexOf('-sk'), source.indexOf('http'), source.indexOf('://x')];
    let start = 0;
    const segments = pieces.map((piece, i) => {
      const segment = { start, source: starts[i] ?? 0, length: piece.trimEnd().length };
      start += piece.length;
      return segment;
    });
    const c = parseShell(new MappedText(pieces.join(''), segments), 'posix').commands[0];
    expect(c?.args.map((a) => [at(source, a.span), a.value, a.editable])).toEqual([
      ['-sk', '-sk', true],
      ['http\\\n://x', 'http://x', false],
    ]);
  });
});

describe('half-typed text', () => {
  it.each<[string, string[]]>([
    ['a ) && b; c', ['a', 'b', 'c']],
    ['&& b', ['b']],
    ['a && && b', ['a', 'b']],
    ['a fi; done; b', ['a fi', 'b']],
    ['a | | b', ['a', 'b']],
    ['a &&', ['a']],
    ["a 'b c", ['a b c']],
    ['if a; then b', ['a', 'b']],
    ['( a; b', ['a', 'b']],
    ['a $(b', ['a ~$(b', 'b']],
  ])('%j', (text, expected) => {
    const parsed = script(text);
    expect(lines(text)).toEqual(expected);
    if (!text.includes('fi; done')) expect(parsed.problems.length).toBeGreaterThan(0);
  });

  const fragment = fc.constantFrom(
    'curl',
    ' ',
    '-sk',
    'sh -c ',
    "'",
    '"',
    '`',
    '$(',
    ')',
    '|',
    '&&',
    ';',
    '\n',
    '<<EOF',
    'EOF\n',
    '\\',
    '$X',
    '${',
    '}',
    '{',
    'if ',
    'then ',
    'fi',
    'A=',
    '(',
    'eval ',
    'env ',
    'sudo ',
    '<<<',
    "$'\\x41",
    '>',
    '#',
    '[[ ',
    ' ]]',
    '*',
    '=',
    'é',
    '😀',
    '\t',
    'for i in ',
    'do ',
    'done',
    'case x in ',
    'esac',
    '$((',
    '))',
    '\\"',
  );
  it('never throws, and every span lies in the source', () => {
    const offset = 7;
    const inside = (span: Span, end: number) => span.start >= offset && span.start <= span.end && span.end <= end;
    const spans = (c: ShellCommand): Span[] => {
      const word = (w: ShellWord | undefined): Span[] => (w ? [w.span, ...w.substitutions.map((s) => s.span)] : []);
      return [
        c.span,
        ...word(c.word),
        ...c.args.flatMap(word),
        ...c.wrappers.flatMap((w) => [w.span, ...w.args.flatMap(word)]),
        ...c.assignments.flatMap((a) => [a.span, ...word(a.value)]),
        ...c.redirects.flatMap((r) => [r.span, ...word(r.target)]),
      ];
    };
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        const source = `${'x'.repeat(offset)}${text}`;
        const parsed = parseShell(MappedText.of(source, { start: offset, end: source.length }), 'posix');
        expect(parsed.problems.filter((p) => p.code === 'shell-unreadable')).toEqual([]);
        for (const s of [...parsed.commands.flatMap(spans), ...parsed.problems.map((p) => p.span)])
          expect(inside(s, source.length)).toBe(true);
        for (const w of parsed.commands.flatMap((c) => [...c.args]))
          if (w.editable && w.raw.length > 0) expect(at(source, w.span)).toBe(w.raw);
        const starts = parsed.commands.map((c) => c.span.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });

  it('stays quick on deep and long text', () => {
    for (const text of [
      '$('.repeat(3000),
      ') '.repeat(3000),
      `sh -c "${'$(sh -c "'.repeat(30)}`,
      'sh -c '.repeat(2000),
      `a ${'"\\"" '.repeat(3000)}`,
      '('.repeat(5000),
    ]) {
      const start = performance.now();
      expect(script(text).text.text).toBe(text);
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
