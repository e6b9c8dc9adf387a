/**
 * Commands that install software, as they stand in what a container is started with.
 * Sources: the manuals of apt-get(8), apk(8), dnf(8), zypper(8), pip, npm, pnpm, yarn, gem, bundler, composer, poetry, go, cargo. Read
 * 2026-11-21.
 */

const INSTALLERS: Readonly<Record<string, RegExp>> = {
  apt: /^(?:install|upgrade|full-upgrade)$/,
  'apt-get': /^(?:install|upgrade|dist-upgrade)$/,
  apk: /^(?:add|upgrade)$/,
  yum: /^(?:install|update)$/,
  dnf: /^(?:install|upgrade|update)$/,
  microdnf: /^install$/,
  zypper: /^(?:install|in)$/,
  pip: /^install$/,
  pip3: /^install$/,
  npm: /^(?:install|i|ci|add)$/,
  pnpm: /^(?:install|i|add)$/,
  yarn: /^(?:install|add)$/,
  gem: /^install$/,
  bundle: /^install$/,
  composer: /^(?:install|update|require)$/,
  poetry: /^(?:install|add)$/,
  go: /^(?:install|get)$/,
  cargo: /^install$/,
};
const SEPARATOR = /^(?:&&|\|\||[|;&])$/;

/** Index of a word that installs, or that runs what was just downloaded, and the program; undefined when none does. */
export function installingWord(words: readonly string[]): { readonly index: number; readonly program: string } | undefined {
  let downloads = false;
  for (const [index, word] of words.entries()) {
    const program = word.replace(/^.*\//, '');
    if (SEPARATOR.test(word) && word !== '|') downloads = false;
    if (program === 'curl' || program === 'wget') downloads = true;
    if (downloads && words[index - 1] === '|' && /^(?:ba|da|a|z)?sh$/.test(program)) return { index, program };
    const rest = words.slice(index + 1);
    const end = rest.findIndex((other) => SEPARATOR.test(other) || other.endsWith(';'));
    const operand = (end < 0 ? rest : rest.slice(0, end + 1)).find((other) => !other.startsWith('-'));
    const isFirst = index === 0 || !/^(?:-m|run|exec|echo|which)$/.test(words[index - 1] ?? '');
    if (Object.hasOwn(INSTALLERS, program) && isFirst && INSTALLERS[program]?.test((operand ?? '').replace(/;$/, '')))
      return { index, program };
  }
  return undefined;
}
