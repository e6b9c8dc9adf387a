import { runServer } from './lsp/run-node.ts';

void runServer();
