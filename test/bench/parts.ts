/** What the measurements need of the sources, for one bundle. */
export { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
export { parseAllDocuments } from 'yaml';
export { judge } from '../../server/src/cli/judge.ts';
export { buildDockerfile } from '../../server/src/dockerfile/model/build.ts';
export { parseDockerfile } from '../../server/src/dockerfile/syntax/parse.ts';
export { nodeClock, nodeHost } from '../../server/src/host/node.ts';
export { createServer } from '../../server/src/lsp/connection.ts';
export { reporters } from '../../server/src/report/index.ts';
export { engineDoors } from '../../server/src/workspace/engine-doors.ts';
