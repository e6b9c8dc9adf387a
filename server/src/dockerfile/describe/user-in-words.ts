import { code } from '../../core/description.ts';
import { LineIndex } from '../../core/line-index.ts';
import type { Value } from '../../core/value.ts';
import { isRootUser } from '../accounts/root-user.ts';
import { userAt } from '../accounts/user-at.ts';
import { baseImageOf, lineage } from '../images/base-image.ts';
import type { Dockerfile, Instruction, Stage, UserInstruction } from '../model/model.ts';

/** Who runs something: how it is told, and whether that is root; undefined when only the build or the image knows. */
export interface UserInWords {
  readonly name: string;
  readonly from: string;
  readonly isRoot: boolean | undefined;
}

/** The 1-based line of an instruction, as editors count. */
export function lineOf(file: Dockerfile, { syntax }: Pick<Instruction, 'syntax'>): number {
  return new LineIndex(file.syntax.text).lineAt(syntax.keywordSpan.start) + 1;
}

/** The user that containers of a stage run as. */
export function userOfStage(file: Dockerfile, stage: Stage): UserInWords {
  return inWords(file, stage, stage.user, stage.last('USER'));
}

/** The user that an instruction runs as. */
export function userOfInstruction(file: Dockerfile, instruction: Instruction): UserInWords {
  const { stage } = instruction;
  const user = userAt(instruction);
  const own = stage?.all('USER').findLast(({ syntax }) => syntax.index < instruction.syntax.index);
  return inWords(file, stage, user, own ?? stage?.parent?.last('USER'));
}

function inWords(file: Dockerfile, stage: Stage | undefined, user: Value<string>, by: UserInstruction | undefined): UserInWords {
  if (user.kind === 'absent' || !by) return stage ? userOfBase(stage) : { name: 'an unknown user', from: '', isRoot: undefined };
  const place = `\`USER\` in line ${lineOf(file, by)}`;
  const from = by.stage === stage || !by.stage ? place : `${place}, of stage ${code(by.stage.label)}`;
  if (user.kind !== 'known')
    return {
      name: code(user.kind === 'dynamic' ? user.text : ''),
      from: `${from}; only the build knows who that is`,
      isRoot: undefined,
    };
  const { via } = by.value.at;
  const byDefault = via?.kind === 'arg' || via?.kind === 'default' ? `; ${code(`$${via.name}`)} by its default` : '';
  return { name: code(user.value), from: from + byDefault, isRoot: isRootUser(user.value.replace(/:.*$/, '')) };
}

/** No USER is written anywhere: the image at the bottom decides. */
function userOfBase(stage: Stage): UserInWords {
  const { scratch, facts, shown } = baseImageOf(stage);
  if (scratch) return { name: '`root`', from: 'no `USER`, and `scratch` has none', isRoot: true };
  if (!facts || facts.defaultUserIsRoot === null)
    return {
      name: 'the user of its base image',
      from: `no \`USER\`, and what ${code(shown)} sets is not known`,
      isRoot: undefined,
    };
  const ownStart = lineage(stage).some((one) => one.all('ENTRYPOINT').length > 0);
  const drops =
    facts.entrypointDropsTo !== null && !ownStart ? `; its entrypoint changes to ${code(facts.entrypointDropsTo)}` : '';
  const name = facts.defaultUser ?? (facts.defaultUserIsRoot ? 'root' : 'a user other than root');
  return {
    name: facts.defaultUser === null ? name : code(name),
    from: `no \`USER\`, and ${code(shown)} starts as ${facts.defaultUserIsRoot ? 'root' : 'that'}${drops}`,
    isRoot: facts.defaultUserIsRoot,
  };
}
