import type { Equivalent, Tool } from '../../core/rule.ts';
import type { ToolChecks } from '../../knowledge/control-plane/setting.ts';

/** The ids that a table names for a tool. */
export function idsIn(checks: ToolChecks, tool: Tool): readonly string[] {
  return [checks[tool] ?? []].flat();
}

/** A check of another tool out of a table, with its other names. */
export function equivalentOf(id: string, relation: 'wider' | 'narrower', note: string, aliases: readonly string[]): Equivalent {
  return { id, relation, note, ...(aliases.length > 0 && { aliases }) };
}
