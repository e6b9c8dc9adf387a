import type { Connection } from 'vscode-languageserver';
import { LineIndex } from '../core/line-index.ts';
import type { AnyRule } from '../core/rule.ts';
import type { Session } from '../workspace/session.ts';
import type { ClientProfile } from './client-profile.ts';
import type { ConvertContext } from './convert.ts';

/** What every feature works with once the client has introduced itself. */
export class ServerContext {
  readonly connection: Connection;
  readonly session: Session;
  readonly client: ClientProfile;
  readonly #rules: ReadonlyMap<string, AnyRule>;

  constructor(connection: Connection, session: Session, client: ClientProfile) {
    this.connection = connection;
    this.session = session;
    this.client = client;
    this.#rules = new Map(session.doors.engine.rules.map((rule) => [rule.id, rule]));
  }

  ruleOf(id: string): AnyRule | undefined {
    return this.#rules.get(id);
  }

  /** For converting what was found in a text. */
  convertContext(uri: string, text: string): ConvertContext {
    return {
      uri,
      lines: new LineIndex(text),
      client: this.client,
      ruleOf: (id) => this.ruleOf(id),
      linesOf: (other) => {
        const { documents, store, neighbours, units } = this.session;
        const known = documents.get(other)?.text ?? store.get(other)?.text ?? neighbours.textOf(other) ?? units.textOf(other);
        return known === undefined ? undefined : new LineIndex(known);
      },
    };
  }
}
