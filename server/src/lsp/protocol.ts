/**
 * Custom messages between client and server: names and types only, so that the client can import this file and nothing
 * else of the server.
 */
export * from './protocol/client.ts';
export * from './protocol/edits.ts';
export * from './protocol/findings.ts';
export * from './protocol/host.ts';
export * from './protocol/rules.ts';
export * from './protocol/scan.ts';
