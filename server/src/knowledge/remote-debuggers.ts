/**
 * Commands that start a debugger which listens on more than the loopback interface.
 * Sources: nodejs.org "Debugging Node.js" (`--inspect`), Oracle JPDA connection and invocation (`jdwp`), the documentation of debugpy,
 * Delve (`dlv --headless`), Chrome (`--remote-debugging-address`), rdbg and Xdebug. Read 2026-11-22.
 */
export interface RemoteDebugger {
  readonly product: string;
  /** The address that opens it to others. */
  readonly address: string;
  /** Index of the word, and where the address starts in it. */
  readonly index: number;
  readonly start: number;
}

const WILDCARD = String.raw`(?<address>0\.0\.0\.0|\[?::\]?|\*)`;
/** A word that says it all: `--inspect=0.0.0.0:9229`. */
const SINGLE: readonly (readonly [string, RegExp])[] = [
  ['Node.js', new RegExp(`^--inspect(?:-brk|-wait|-port)?=${WILDCARD}(?::|$)`, 'd')],
  ['Java', new RegExp(`^-(?:agentlib:jdwp=|Xrunjdwp:).*address=${WILDCARD}:`, 'd')],
  ['Delve', new RegExp(`^--?(?:listen|l)=${WILDCARD}:`, 'd')],
  ['Chrome', new RegExp(`^--remote-debugging-address=${WILDCARD}$`, 'd')],
  ['rdbg', new RegExp(`^--host=${WILDCARD}$`, 'd')],
];
/** An option whose address is the next word, for a program that is named before. */
const PAIRS: readonly (readonly [string, RegExp, RegExp])[] = [
  ['debugpy', /(?:^|\/)debugpy$/, /^--listen$/],
  ['ptvsd', /(?:^|\/)ptvsd$/, /^--host$/],
  ['Delve', /(?:^|\/)dlv$/, /^(?:--listen|-l)$/],
  ['rdbg', /(?:^|\/)rdbg$/, /^--host$/],
  ['Node.js', /(?:^|\/)(?:node|nodemon|ts-node|tsx)$/, /^--inspect-port$/],
];
const NAMED: ReadonlyMap<string, RegExp> = new Map([
  ['Delve', /(?:^|\/)dlv$/],
  ['rdbg', /(?:^|\/)rdbg$/],
]);
const ADDRESS = new RegExp(`^${WILDCARD}(?::|$)`, 'd');

/** The first debugger of a command that others can reach. */
export function remoteDebugger(words: readonly string[]): RemoteDebugger | undefined {
  for (const [index, word] of words.entries()) {
    for (const [product, pattern] of SINGLE) {
      const named = NAMED.get(product);
      if (named && !words.slice(0, index).some((before) => named.test(before))) continue;
      const found = placed(product, pattern, word, index);
      if (found) return found;
    }
    const pair = PAIRS.find(
      ([, program, option]) =>
        option.test(words[index - 1] ?? '') && words.slice(0, index).some((before) => program.test(before)),
    );
    const found = pair && placed(pair[0], ADDRESS, word, index);
    if (found) return found;
  }
  return undefined;
}

function placed(product: string, pattern: RegExp, word: string, index: number): RemoteDebugger | undefined {
  const match = pattern.exec(word);
  const address = match?.groups?.address;
  const start = match?.indices?.groups?.address?.[0];
  return address === undefined || start === undefined ? undefined : { product, address, index, start };
}
