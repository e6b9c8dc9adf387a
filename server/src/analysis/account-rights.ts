import { code, firstOf } from '../core/description.ts';
import { shiftSpan } from '../core/span.ts';
import { buildObjects } from '../kubernetes/model/build.ts';
import type { Workload } from '../kubernetes/model/model.ts';
import { type AccountPower, accountPowers, hasToken } from '../project/accounts.ts';
import type { FileFacts } from '../project/facts.ts';
import { factsObjects, readFacts } from '../project/read-facts.ts';
import { buildUnit } from '../project/unit.ts';
import { parseYamlSlice } from '../yaml/parse.ts';
import { splitDocuments } from '../yaml/slices.ts';
import type { SourceFile } from './types.ts';

/** More than this is read in the roles. */
const SHOWN_RIGHTS = 3;

/**
 * What the service account of some pods may do that is dangerous, by the roles and bindings that are deployed with them; a sentence,
 * undefined where none is known or the token is not in the pods. `base` is where the workload's document starts in the file.
 */
export function accountRights(file: SourceFile, workload: Workload, base: number): string | undefined {
  const unit = file.unit === null ? undefined : buildUnit(factsOf(file), file.unit?.beside ?? [], [], () => []);
  const { start } = shiftSpan(workload.at.span, base);
  const pods = unit?.workloads.find(
    ({ object, workload: { displayName, at } }) =>
      object.isOwn && displayName === workload.displayName && object.place(at).span.start === start,
  );
  if (!unit || !pods || !hasToken(unit, pods.object, pods.workload)) return undefined;
  const powers = accountPowers(unit, pods.object, pods.workload);
  const all = powers.find(({ power, isCluster }) => power.id === 'everything' && isCluster);
  const rights = [...new Set((all ? [all] : powers).map(rightOf))];
  return rights.length > 0 ? `Whoever has it can ${firstOf(rights, SHOWN_RIGHTS)}.` : undefined;
}

function rightOf({ power, roleName, isCluster }: AccountPower): string {
  return `**${power.can}** in ${isCluster ? 'every namespace' : 'its namespace'} (${code(roleName)})`;
}

function factsOf({ uri, text }: SourceFile): FileFacts {
  const documents = splitDocuments(text).map((slice) => ({
    base: slice.base,
    facts: readFacts(factsObjects(buildObjects(parseYamlSlice(slice.text)))),
  }));
  return { uri, documents };
}
