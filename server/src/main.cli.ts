import { EXIT, UsageError } from './cli/exit.ts';
import { USAGE } from './cli/usage.ts';

/** Commands are loaded when they are called: starting up costs only what is used. */
const COMMANDS: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<number>>>> = {
  scan: async () => (await import('./cli/scan.ts')).scanCommand,
  fix: async () => (await import('./cli/fix.ts')).fixCommand,
  rules: async () => (await import('./cli/rules.ts')).rulesCommand,
  explain: async () => (await import('./cli/explain.ts')).explainCommand,
  lsp: async () => (await import('./cli/lsp.ts')).lspCommand,
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help' || rest.includes('--help')) {
    process.stdout.write(USAGE);
    return name === undefined ? EXIT.usage : EXIT.fine;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${(await import('./cli/version.ts')).VERSION}\n`);
    return EXIT.fine;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new UsageError(`\`${name}\` is no command: give one of ${Object.keys(COMMANDS).join(', ')}.`);
  return (await load())(rest);
}

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.fine);
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof UsageError ? `seaworthy: ${error.message}` : error);
    process.exitCode = EXIT.usage;
  },
);
