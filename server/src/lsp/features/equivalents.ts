import type { Tool } from '../../core/rule.ts';
import { EquivalentsRequest, type EquivalentsResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';

/** `seaworthy/equivalents`: by rule, the checks of other tools that tell the same thing at the same place. */
export function offerEquivalents({ connection, session }: ServerContext): void {
  connection.onRequest(EquivalentsRequest, (): EquivalentsResult => {
    const rules: Record<string, Partial<Record<Tool, readonly string[]>>> = {};
    for (const { id, equivalents } of session.doors.engine.rules) {
      const tools = Object.entries(equivalents).flatMap(([tool, checks = []]) => {
        const same = checks
          .filter(({ relation }) => relation !== 'related')
          .flatMap((check) => [check.id, ...(check.aliases ?? [])]);
        return same.length > 0 ? [[tool, same] as const] : [];
      });
      if (tools.length > 0) rules[id] = Object.fromEntries(tools);
    }
    return { rules };
  });
}
