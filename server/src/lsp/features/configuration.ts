import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { remembered } from '../../workspace/remembered.ts';
import { readSettings, type ServerSettings } from '../../workspace/server-settings.ts';
import type { ServerContext } from '../server-context.ts';
import { refreshCodeLens } from './code-lens.ts';
import { refreshInlayHints } from './inlay-hint.ts';

const SECTION = 'seaworthy';

/**
 * The settings of each workspace folder: asked of the client where it answers `workspace/configuration`, else what it sent
 * with `workspace/didChangeConfiguration`, else what it said at its start.
 */
export class Configuration {
  readonly #asked = new Map<string, Promise<ServerSettings>>();
  #pushed: ServerSettings | undefined;
  #server: ServerContext | undefined;

  /** Called once the client is known; until then every place has the defaults. */
  attach(server: ServerContext): void {
    this.#server = server;
    this.#pushed = readSettings(server.client.options.settings);
  }

  /** What holds for a file. */
  settingsOf(uri: string): Promise<ServerSettings> {
    const server = this.#server;
    if (!server?.client.configuration) return Promise.resolve(this.#pushed ?? readSettings(undefined));
    const scope = server.session.homeOf(uri) ?? '';
    return remembered(this.#asked, scope, () => this.#ask(server, scope));
  }

  /** The client says that settings changed; with a client that can be asked, what it sends along is of no interest. */
  changed(settings: unknown): void {
    this.#asked.clear();
    const all = typeof settings === 'object' && settings !== null ? (settings as Readonly<Record<string, unknown>>) : {};
    if (Object.keys(all).length > 0) this.#pushed = readSettings(all[SECTION] ?? all);
  }

  /** Folders changed, and with them what is asked. */
  forget(): void {
    this.#asked.clear();
  }

  async #ask(server: ServerContext, scope: string): Promise<ServerSettings> {
    try {
      const item = { section: SECTION, ...(scope !== '' && { scopeUri: scope }) };
      // Editors without settings of ours answer null: what they said at the start holds.
      const answer: unknown = await server.connection.workspace.getConfiguration(item);
      return answer === null ? (this.#pushed ?? readSettings(undefined)) : readSettings(answer);
    } catch (error) {
      server.session.host.log.warn(
        `The settings could not be asked for: ${error instanceof Error ? error.message : String(error)}`,
      );
      return this.#pushed ?? readSettings(undefined);
    }
  }
}

/** `workspace/didChangeConfiguration`. */
export function followConfiguration(server: ServerContext, configuration: Configuration): void {
  const { connection, client, session } = server;
  if (client.registersConfiguration)
    void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  connection.onDidChangeConfiguration((params) => {
    configuration.changed(params.settings);
    session.rejudgeBelow();
    refreshCodeLens(server);
    refreshInlayHints(server);
  });
}
