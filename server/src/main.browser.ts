import { runServer } from './lsp/run-browser.ts';

// Built for the browser alone in each build, so that nothing of Node's slips in; what is shipped is main.server.ts.
runServer();
