import { ExplainRequest, RulesRequest, type WireRule } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';

/** `seaworthy/rules` and `seaworthy/explain`: every rule with its state in a place, and why a rule matters. */
export function offerRules({ connection, session }: ServerContext): void {
  connection.onRequest(RulesRequest, async ({ uri }: { readonly uri?: string }): Promise<readonly WireRule[]> => {
    const place = uri ?? session.folders[0] ?? 'untitled:rules';
    const { rules, silenced = [] } = (await session.contextOf(place)).settingsFor(undefined);
    const severities = new Map(rules.map(({ rule, severity }) => [rule.id, severity]));
    const off = new Set(silenced.map(({ rule }) => rule.id));
    return session.doors.engine.rules.map(({ id, title, severity, category }) => ({
      id,
      title,
      severity: severities.get(id) ?? severity,
      category,
      state: severities.has(id) ? 'on' : off.has(id) ? 'off' : 'profile',
    }));
  });
  connection.onRequest(ExplainRequest, ({ rule }: { readonly rule: string }): string => session.doors.reasonOf(rule) ?? '');
}
