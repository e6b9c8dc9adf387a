import { code, firstOf } from '../../core/description.ts';
import { distributionInWords, supportInWords } from '../../knowledge/image-summary.ts';
import { baseImageOf } from '../images/base-image.ts';
import type { Dockerfile, FromInstruction, Stage } from '../model/model.ts';
import { lineOf, userOfStage } from './user-in-words.ts';

/** A stage inside a sentence: `stage \`build\``, `the final stage`. */
export function stageInWords(stage: Stage): string {
  if (stage.name) return `stage ${code(stage.name.text)}`;
  return stage.isFinal ? 'the final stage' : stage.label;
}

/** What holds for a stage: who runs its programs, whether it ships, and what it is built on. */
export function stageLines(file: Dockerfile, stage: Stage, today: string): readonly (string | undefined)[] {
  const user = userOfStage(file, stage);
  const shipped = user.isRoot && stage.ships;
  const { facts } = baseImageOf(stage);
  const account = facts?.nonRootUser;
  const numbers = account?.uid === null || account?.uid === undefined ? '' : ` (${account.uid})`;
  return [
    `Runs as ${shipped ? `**${user.name}**` : user.name}: ${user.from}.`,
    user.isRoot && account ? `Its base image ships the account ${code(account.name)}${numbers} to run as.` : undefined,
    shipsInWords(file, stage),
    ...baseLines(stage, today),
  ];
}

function shipsInWords(file: Dockerfile, stage: Stage): string {
  if (stage.isFinal) return 'Ships: it is the last stage, which a build makes into the image.';
  if (file.shippedStages.includes(stage)) return 'Ships: it is named as a build target.';
  if (stage.ships) {
    const heir = file.shippedStages.find((one) => ancestors(one).includes(stage));
    return `Ships as a part of ${heir ? stageInWords(heir) : 'a later stage'}, which is built on it.`;
  }
  const takers = file.stages.filter((other) => takesFrom(other, stage));
  if (takers.length > 0) return `Does not ship: only what ${firstOf(takers.map(stageInWords), 2)} takes from it can.`;
  const heirs = file.stages.filter(({ parent }) => parent === stage);
  return heirs.length > 0
    ? `Does not ship: it is the base of ${firstOf(heirs.map(stageInWords), 2)} only.`
    : 'Does not ship, and no stage uses it.';
}

function ancestors(stage: Stage): readonly Stage[] {
  const found: Stage[] = [];
  for (let one = stage.parent; one; one = one.parent) found.push(one);
  return found;
}

/** Whether a stage copies files of another one, or mounts it. */
function takesFrom(stage: Stage, source: Stage): boolean {
  const copies = [...stage.all('COPY'), ...stage.all('ADD')].some(({ from }) => from?.stage === source);
  return copies || stage.all('RUN').some(({ mounts }) => mounts.some(({ fromStage }) => fromStage === source));
}

function baseLines(stage: Stage, today: string): readonly (string | undefined)[] {
  const { scratch, image, shown } = baseImageOf(stage);
  const through = stage.parent ? `Built on ${stageInWords(stage.parent)}, in the end on ` : 'Base ';
  if (scratch) return [`${through}\`scratch\`: nothing but what is copied in, no shell, no accounts.`];
  if (image.kind !== 'known') return [`${through}${code(shown)}, which only the build knows.`];
  const made = distributionInWords(image.value);
  const { tag, digest, familiarName } = image.value;
  const named = code(tag === undefined ? familiarName : `${familiarName}:${tag}`);
  const pinned = digest === undefined ? '' : ', pinned by its digest';
  return [
    `${through}${named}${pinned}${made === undefined ? '' : `: ${made}`}.`,
    ...supportInWords(image.value, today).map((one) => `${one}.`),
    digest === undefined ? `No digest: tag \`${tag ?? 'latest'}\` may be another image in the next build.` : undefined,
  ];
}

/** `Stage \`build\``, with the line of its FROM where it has no name. */
export function stageTitle(file: Dockerfile, from: FromInstruction, stage: Stage): string {
  if (stage.name) return `Stage ${code(stage.name.text)}`;
  if (stage.isFinal) return file.stages.length === 1 ? 'The image' : 'The final stage';
  return `Stage ${stage.index}, line ${lineOf(file, from)}`;
}
