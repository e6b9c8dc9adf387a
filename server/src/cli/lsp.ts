import { EXIT } from './exit.ts';

/** `seaworthy lsp --stdio`: the language server for any editor; ends when the editor closes the connection. */
export async function lspCommand(): Promise<number> {
  if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
  const { runServer } = await import('../lsp/run-node.ts');
  await runServer();
  return EXIT.fine;
}
