import type { FixOffer } from '../../core/finding.ts';
import { accountsCreatedIn } from '../accounts/accounts.ts';
import { whatNonRootBreaks } from '../accounts/root-needs.ts';
import { isRootUser, setsRoot } from '../accounts/root-user.ts';
import { insertInstruction, type Place, replaceText } from '../edit.ts';
import { type BaseImage, baseImageOf, lineage } from '../images/base-image.ts';
import type { Dockerfile, Instruction, Stage, UserInstruction } from '../model/model.ts';
import { offer } from './words.ts';

/** A user to run as, and the RUN that makes it fit. */
interface Choice {
  /** What USER says. */
  readonly user: string;
  /** A RUN in front of the USER: creates the account, or gives it what it has to write. */
  readonly prepare?: string;
  readonly title: string;
}

/** The number that the `nonroot` account of distroless images has; free in an image without accounts. */
const DISTROLESS = '65532:65532';
/** Above the numbers that distributions give to accounts of their own (`SYS_UID_MAX` and `UID_MIN` in login.defs(5)). */
const FREE_NUMBER = '10001:10001';
const NAMES = ['app', 'appuser', 'runner', 'service'];

/**
 * Fixes that make a stage run as somebody else than root, the best first: who ran before (`USER node … USER root`), the account
 * that its RUNs create, the one that the base image ships, one made with the tools of the distribution, a number.
 */
export function runAsNonRoot(file: Dockerfile, stage: Stage): readonly FixOffer[] {
  const base = baseImageOf(stage);
  const choice = choose(stage, base);
  if ('refused' in choice) return [choice];
  const offers = [fixOf(file, stage, base, choice)];
  if (choice.prepare && choice.user !== base.facts?.nonRootUser?.name)
    offers.push(fixOf(file, stage, base, numbered(FREE_NUMBER)));
  return offers;
}

function numbered(user: string): Choice {
  return { user, title: `Run as \`${user}\`` };
}

function choose(stage: Stage, base: BaseImage): Choice | { readonly title: string; readonly refused: string } {
  const { user: created, taken } = accountsCreatedIn(stage);
  const own = userBefore(stage) ?? created;
  if (own !== undefined) return numbered(own);
  if (stage.windows) return numbered('ContainerUser');
  const { facts, distribution } = base;
  if (base.scratch || distribution?.family === 'distroless') return numbered(DISTROLESS);
  const posix = stage.shell.interpreter === 'posix' && distribution?.shell === true;
  const shipped = facts?.nonRootUser;
  if (facts?.startsAsNonRootOk === false) {
    const owned = facts.writablePaths.filter((path) => path !== '/tmp');
    if (shipped && facts.entrypointDropsTo === null && owned.length > 0 && posix) {
      const title = `Give ${owned.map((path) => `\`${path}\``).join(' and ')} to \`${shipped.name}\` and run as it`;
      return { user: shipped.name, prepare: `RUN chown -R ${shipped.name}:${shipped.name} ${owned.join(' ')}`, title };
    }
    const isOwnProgram = stage.last('ENTRYPOINT') !== undefined;
    if (!isOwnProgram)
      return { title: 'Run as another user', refused: `\`${base.shown}\` does not start as another user than root` };
  }
  if (shipped) return numbered(shipped.name);
  const others = facts?.otherUsers.map((user) => user.name) ?? [];
  const name = NAMES.find((n) => !taken.has(n) && !others.includes(n));
  const prepare = name === undefined || !posix ? undefined : creationOf(name, distribution.userTools);
  if (name === undefined || prepare === undefined) return numbered(FREE_NUMBER);
  return { user: name, prepare, title: `Create the user \`${name}\` and run as it` };
}

/** The last USER that is not root, as written. */
function userBefore(stage: Stage): string | undefined {
  for (const one of lineage(stage)) {
    const user = one
      .all('USER')
      .findLast(({ user: u }) => u.kind === 'dynamic' || (u.kind === 'known' && u.value !== '' && !isRootUser(u.value)));
    const word = user?.syntax.words[0];
    if (word) return word.raw;
  }
  return undefined;
}

function creationOf(name: string, tools: 'busybox' | 'shadow' | 'windows' | 'none'): string | undefined {
  if (tools === 'busybox') return `RUN addgroup -S ${name} && adduser -S -G ${name} ${name}`;
  if (tools === 'shadow') return `RUN groupadd --system ${name} && useradd --system --gid ${name} --no-create-home ${name}`;
  return undefined;
}

function fixOf(file: Dockerfile, stage: Stage, base: BaseImage, choice: Choice): FixOffer {
  const { title, user, prepare } = choice;
  const words = { title, safety: 'hardening' as const, caution: whatNonRootBreaks(stage, base.facts, user) };
  const { syntax } = file;
  const root = lastRootUser(stage);
  const operand = root?.syntax.words[0];
  // A RUN in front of it has to run as root, which is certain only when nothing but a known base image says so.
  const canPrepare =
    !prepare ||
    (lineage(stage).every((s) => s.all('USER')[0] === root || s.all('USER').length === 0) &&
      base.facts?.defaultUserIsRoot === true);
  if (root && operand && canPrepare && !runsAfter(stage, root)) {
    const prepared = prepare ? [insertInstruction(syntax, { before: root.syntax }, prepare)] : [];
    return offer(words, [...prepared, replaceText(operand.text, user)], [root]);
  }
  const place = endOfRootsWork(stage);
  const lines = [...(prepare ? [prepare] : []), `USER ${user}`];
  return offer(
    words,
    lines.map((line) => insertInstruction(syntax, place, line)),
    [],
  );
}

/** The USER that makes the stage root, if it stands in the stage itself. */
function lastRootUser(stage: Stage): UserInstruction | undefined {
  const last = stage.all('USER').at(-1);
  return last && setsRoot(last) ? last : undefined;
}

function runsAfter(stage: Stage, user: UserInstruction): boolean {
  return stage.all('RUN').some((run) => run.syntax.index > user.syntax.index);
}

const ROOTS_WORK: ReadonlySet<Instruction['keyword']> = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR', 'USER']);
const START: ReadonlySet<Instruction['keyword']> = new Set(['HEALTHCHECK', 'ENTRYPOINT', 'CMD']);

/** Behind the last instruction that may need root, and in front of those that say how the program starts. */
function endOfRootsWork(stage: Stage): Place {
  const last = stage.instructions.findLastIndex(({ keyword }) => ROOTS_WORK.has(keyword));
  const start = stage.instructions.slice(last + 1).find(({ keyword }) => START.has(keyword));
  return start ? { before: start.syntax } : { endOf: stage };
}
