import { code, firstOf } from '../../core/description.ts';
import { uidOf } from '../accounts/account-uid.ts';
import { isRootUser } from '../accounts/root-user.ts';
import { baseImageOf, lineage } from '../images/base-image.ts';
import type { Dockerfile, Instruction, Stage, UserInstruction } from '../model/model.ts';
import { stageInWords } from './stage.ts';
import { lineOf } from './user-in-words.ts';

/** Who a USER names, and what runs as that. (https://docs.docker.com/reference/dockerfile/#user) */
export function userLines(file: Dockerfile, instruction: UserInstruction, stage: Stage): readonly (string | undefined)[] {
  const { user, group } = instruction;
  if (user.kind !== 'known') return ['Only the build knows who this is.', whatRuns(file, instruction, stage)];
  const name = user.value;
  const root = isRootUser(name);
  return [
    user.at.via ? `By default: ${code(name)}, from ${code(`$${user.at.via.name}`)}.` : undefined,
    root ? '**Root**: whoever breaks into the program is root in the container.' : identity(file, stage, name),
    root || group.kind !== 'absent' || !/^\d+$/.test(name)
      ? undefined
      : 'Without an account of this number, its group is the one of root.',
    whatRuns(file, instruction, stage),
  ];
}

function identity(file: Dockerfile, stage: Stage, name: string): string {
  if (stage.windows) return 'An account of Windows containers.';
  if (/^\d+$/.test(name)) return "A number: needs no account, and Kubernetes' `runAsNonRoot` can tell that it is not root.";
  const uid = uidOf(stage, name);
  const number = uid === undefined ? '' : `, number ${uid}`;
  return `${origin(file, stage, name)}${number}. Kubernetes' \`runAsNonRoot\` wants a number here, or \`runAsUser\`.`;
}

/** Where an account comes from: a RUN that creates it, or the base image. */
function origin(file: Dockerfile, stage: Stage, name: string): string {
  for (const one of lineage(stage)) {
    for (const run of one.all('RUN').toReversed()) {
      const creates = run.script.commands.find(
        (command) =>
          (command.name === 'useradd' || command.name === 'adduser') && command.args.some(({ value }) => value === name),
      );
      if (creates) return `An account made by \`${creates.name}\` in line ${lineOf(file, run)}`;
    }
  }
  const { facts, shown } = baseImageOf(stage);
  const known = facts ? [...(facts.nonRootUser ? [facts.nonRootUser] : []), ...facts.otherUsers] : [];
  if (known.some((user) => user.name === name)) return `An account of ${code(shown)}`;
  return name === 'nobody'
    ? 'An account that most distributions have'
    : 'An account that no `RUN` is seen to make: it has to be in the base image or in files that are copied';
}

function whatRuns(file: Dockerfile, instruction: UserInstruction, stage: Stage): string {
  const later = stage.instructions.filter(({ syntax }) => syntax.index > instruction.syntax.index);
  const next = later.find(({ keyword }) => keyword === 'USER');
  const runs = later.filter(({ keyword, syntax }) => keyword === 'RUN' && (!next || syntax.index < next.syntax.index));
  const lines = firstOf(
    runs.map((run) => String(lineOf(file, run))),
    4,
  );
  const steps = runs.length > 0 ? [`\`RUN\` in line${runs.length > 1 ? 's' : ''} ${lines}`] : [];
  if (next) {
    const until = `until \`USER\` in line ${lineOf(file, next)}`;
    return steps.length > 0 ? `Runs as it, ${until}: ${steps.join('')}.` : `Nothing runs as it ${until}.`;
  }
  const starts = (['ENTRYPOINT', 'CMD', 'HEALTHCHECK'] as const).filter((keyword) => stage.last(keyword) !== undefined);
  const ofBase = stage.ships ? ['the program of the base image'] : [];
  const program = starts.length > 0 ? starts.map((keyword) => `\`${keyword}\``) : ofBase;
  const heirs = heirsOf(file, stage).map(stageInWords);
  const all = [...steps, ...program, ...(heirs.length > 0 ? [firstOf(heirs, 2)] : [])];
  return all.length > 0 ? `Runs as it: ${all.join(', ')}.` : 'Nothing runs as it.';
}

/** Stages that are built on one and start with its user. */
function heirsOf(file: Dockerfile, stage: Stage): readonly Stage[] {
  return file.stages.filter(({ parent }) => parent === stage);
}

/** The words behind the keyword, which a cursor has to be on. */
export function operandSpan({ syntax }: Instruction) {
  const [first] = syntax.words;
  const last = syntax.words.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : undefined;
}
