import { code, firstOf } from '../../core/description.ts';
import type { Value } from '../../core/value.ts';
import { findCredentials, looksLikeSecretName } from '../../knowledge/secrets.ts';
import type { ArgInstruction, Dockerfile, EnvInstruction, Pair, Stage } from '../model/model.ts';
import { stageInWords } from './stage.ts';
import { lineOf } from './user-in-words.ts';

/**
 * What a variable holds from here on, and who sees it. (https://docs.docker.com/build/building/variables/#scoping,
 * https://docs.docker.com/reference/dockerfile/#using-arg-variables)
 */
export function variableLines(
  file: Dockerfile,
  instruction: EnvInstruction | ArgInstruction,
  pair: Pair,
): readonly (string | undefined)[] {
  const { stage, keyword } = instruction;
  if (!stage) return [valueInWords(pair.name, pair.value), ...globalLines(file, pair.name)];
  const declared = declaredHere(file, instruction, pair);
  return keyword === 'ENV'
    ? [valueInWords(pair.name, pair.value), envScope(file, stage), laterLine(file, instruction, pair)]
    : [declared, argScope(file, stage), hiddenLine(file, instruction, pair), laterLine(file, instruction, pair)];
}

/** A secret is on the screen already, but a hover is what screen shares and screenshots show. */
function shownValue(name: string, value: string): string {
  const secret = looksLikeSecretName(name) || findCredentials(value).length > 0;
  return secret ? 'a secret, not shown' : code(value);
}

function valueInWords(name: string, value: Value<string>): string {
  switch (value.kind) {
    case 'known':
      return value.value === ''
        ? 'Empty.'
        : `Value: ${shownValue(name, value.value)}${value.at.via ? ` (with ${code(`$${value.at.via.name}`)} put in)` : ''}.`;
    case 'dynamic':
      return `Value: ${code(value.text)}, which only the build knows.`;
    case 'invalid':
      return `No valid value: ${value.why}.`;
    case 'absent':
      return 'No default: empty unless the build gives it (`--build-arg`).';
  }
}

/** An ARG's default, its own or that of the global ARG of the same name. */
function declaredHere(file: Dockerfile, { keyword }: EnvInstruction | ArgInstruction, pair: Pair): string {
  if (keyword === 'ENV' || pair.value.kind !== 'absent')
    return `${valueInWords(pair.name, pair.value).replace(/\.$/, '')}, unless the build says otherwise (\`--build-arg\`).`;
  const outer = file.globalArgs.find(({ pairs }) => pairs.some(({ name }) => name === pair.name));
  const value = outer?.pairs.findLast(({ name }) => name === pair.name)?.value;
  if (outer && value?.kind === 'known')
    return `Value: ${shownValue(pair.name, value.value)}, of the global \`ARG\` in line ${lineOf(file, outer)}, unless the build says otherwise.`;
  return valueInWords(pair.name, pair.value);
}

function globalLines(file: Dockerfile, name: string): readonly string[] {
  const stages = file.stages.filter((stage) => stage.all('ARG').some(({ pairs }) => pairs.some((pair) => pair.name === name)));
  return [
    'Seen by `FROM` lines only; a stage has to declare it again.',
    stages.length > 0 ? `Declared again in ${firstOf(stages.map(stageInWords), 3)}.` : 'No stage declares it again.',
  ];
}

function envScope(file: Dockerfile, stage: Stage): string {
  const heirs = file.stages.filter(({ parent }) => parent === stage);
  const on = heirs.length > 0 ? `, in ${firstOf(heirs.map(stageInWords), 2)}` : '';
  return stage.ships
    ? `Holds for all that follows in ${stageInWords(stage)}${on}, and in every container of the image.`
    : `Holds for all that follows in ${stageInWords(stage)}${on}; that stage does not ship.`;
}

function argScope(file: Dockerfile, stage: Stage): string {
  const heirs = file.stages.filter(({ parent }) => parent === stage);
  const on = heirs.length > 0 ? ` and in ${firstOf(heirs.map(stageInWords), 2)}` : '';
  const history = stage.ships ? ", but the image's history keeps what a `RUN` was given" : '';
  return `Holds while building, from here on in ${stageInWords(stage)}${on}; containers do not see it${history}.`;
}

function hiddenLine(file: Dockerfile, instruction: ArgInstruction | EnvInstruction, { name }: Pair): string | undefined {
  const env = instruction.stage?.scope.lookup(name);
  if (env?.kind !== 'env') return undefined;
  const by = file.instructions.find((one) => one.keyword === 'ENV' && one.pairs.includes(env.declared));
  return `Hidden by the \`ENV\` of the same name${by ? ` in line ${lineOf(file, by)}` : ''}: an \`ENV\` always wins.`;
}

function laterLine(file: Dockerfile, instruction: ArgInstruction | EnvInstruction, { name }: Pair): string | undefined {
  const later = instruction.stage?.instructions.find(
    (one) =>
      one.keyword === instruction.keyword &&
      one.syntax.index > instruction.syntax.index &&
      (one.keyword === 'ENV' || one.keyword === 'ARG') &&
      one.pairs.some((pair) => pair.name === name),
  );
  return later && `Set again in line ${lineOf(file, later)}.`;
}
