import type { FixOffer } from '../../core/finding.ts';
import { addFlag, removePair } from '../edit.ts';
import { lineage } from '../images/base-image.ts';
import type {
  ArgInstruction,
  Dockerfile,
  EnvInstruction,
  Instruction,
  LabelInstruction,
  Pair,
  RunInstruction,
  Stage,
} from '../model/model.ts';
import { olderFrontend } from './frontend.ts';
import { offer } from './words.ts';

/** An instruction of `name=value` pairs. */
export type PairsInstruction = ArgInstruction | EnvInstruction | LabelInstruction;

/**
 * First version 1.x of the Dockerfile frontend that knows `env=` of a secret mount.
 * (https://docs.docker.com/reference/dockerfile/#run---mounttypesecret)
 */
const MINOR_WITH_ENV = 10;

/**
 * Takes a secret out of a pair: an ARG that RUNs read becomes a secret mount of those RUNs, everything else is removed.
 *
 *     ARG NPM_TOKEN       →   RUN --mount=type=secret,id=npm-token,env=NPM_TOKEN npm ci --token "$NPM_TOKEN"
 *     RUN npm ci --token "$NPM_TOKEN"
 */
export function takeSecretOut(file: Dockerfile, instruction: PairsInstruction, pair: Pair): FixOffer {
  const removed = removePair(file.syntax, instruction.syntax, instruction.pairs.indexOf(pair));
  const { name } = pair;
  if (instruction.keyword !== 'ARG') {
    const title = `Remove \`${name}\` from the ${instruction.keyword}`;
    const caution =
      instruction.keyword === 'ENV'
        ? `Whatever reads \`${name}\` has to get it when the container starts, from a secret or \`--env-file\`.`
        : 'Whoever reads the label no longer finds it.';
    return offer({ title, safety: 'hardening', caution }, [removed], [instruction]);
  }
  const users = usersOf(file, instruction, pair);
  const other = users.find((user) => user.keyword !== 'RUN');
  const title = `Remove \`ARG ${name}\``;
  if (other) return { title, refused: `\`${other.keyword}\` uses it too, and can read no secret` };
  const runs = users.filter((user) => user.keyword === 'RUN');
  if (runs.length === 0) {
    const caution = `A command that reads \`${name}\` from its environment no longer finds it; \`--build-arg ${name}\` has no effect.`;
    return offer({ title, safety: 'hardening', caution }, [removed], [instruction]);
  }
  return mounted(file, instruction, pair, runs, removed);
}

function mounted(
  file: Dockerfile,
  instruction: ArgInstruction,
  pair: Pair,
  runs: readonly RunInstruction[],
  removed: ReturnType<typeof removePair>,
): FixOffer {
  const { name } = pair;
  const id = name.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
  const title = `Mount \`${name}\` as a build secret`;
  if (instruction.stage?.windows) return { title, refused: 'Windows containers have no secret mounts' };
  const pinned = olderFrontend(file, MINOR_WITH_ENV);
  if (pinned !== undefined)
    return { title, refused: `\`${pinned}\` does not know \`env=\` of secret mounts, which came with 1.10` };
  const caution = `Needs BuildKit with Dockerfile syntax 1.10 or later; pass it with \`docker build --secret id=${id},env=${name}\`.`;
  const missing = runs.filter((run) => !run.mounts.some(({ env }) => env.kind === 'known' && env.value === name));
  const mounts = missing.map((run) => addFlag(run.syntax, `--mount=type=secret,id=${id},env=${name}`));
  return offer({ title, safety: 'hardening', caution }, [removed, ...mounts], [instruction, ...missing]);
}

/** What runs in containers, where build arguments are gone. */
const AT_RUN_TIME: ReadonlySet<Instruction['keyword']> = new Set(['CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/** The instructions that an ARG's value goes into: those behind it in its stage, and those of the stages built from that. */
function usersOf(file: Dockerfile, arg: ArgInstruction, pair: Pair): readonly Instruction[] {
  const name = pair.name.replace(/[^\w]/g, '\\$&');
  const named = new RegExp(`\\b${name}\\b`);
  const expanded = new RegExp(`\\$\\{?${name}\\b`);
  return readersOf(file, arg, pair).filter((one) => {
    if (one.syntax.index === arg.syntax.index) {
      return one.keyword === 'ARG' && one.pairs.some((p) => p !== pair && expanded.test(p.valueText?.text ?? ''));
    }
    const { args, flags, heredocs } = one.syntax;
    const texts = [args.text, ...flags.map((flag) => flag.value ?? ''), ...heredocs.map(({ content }) => content.text)];
    // A program may look a variable of its environment up by its name alone; Docker only expands `$NAME`.
    const pattern = one.keyword === 'RUN' ? named : expanded;
    return !AT_RUN_TIME.has(one.keyword) && texts.some((text) => pattern.test(text));
  });
}

function readersOf(file: Dockerfile, arg: ArgInstruction, { name }: Pair): readonly Instruction[] {
  const owner = arg.stage;
  if (!owner) return file.instructions.filter((one) => one.keyword === 'FROM' || (one.keyword === 'ARG' && !one.stage));
  const declares = (stage: Stage): boolean => stage.all('ARG').some((other) => other.pairs.some((p) => p.name === name));
  const heirs = file.stages.filter((stage) => stage !== owner && lineage(stage).includes(owner) && !declares(stage));
  const behind = owner.instructions.filter((one) => one.syntax.index >= arg.syntax.index);
  return [...behind, ...heirs.flatMap((stage) => stage.instructions)];
}
