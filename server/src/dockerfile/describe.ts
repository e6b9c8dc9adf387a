import { code, type Description, described, isAt } from '../core/description.ts';
import type { Environment } from '../core/rule.ts';
import { describeCommand } from './describe/command.ts';
import { portLines, portTitle } from './describe/port.ts';
import { stageLines, stageTitle } from './describe/stage.ts';
import { operandSpan, userLines } from './describe/user.ts';
import { variableLines } from './describe/variable.ts';
import type { Dockerfile, FromInstruction, Instruction } from './model/model.ts';

/**
 * What holds at an offset (UTF-16, of the whole file): for a FROM's image or name, USER's operand, the program of a shell command,
 * a variable's name where it is declared, and an exposed port. Undefined everywhere else. `today` is compared with ends of support.
 */
export function describeDockerfile(
  file: Dockerfile,
  offset: number,
  { today }: Pick<Environment, 'today'>,
): Description | undefined {
  const instruction = file.instructions.find(({ syntax }) => isAt(syntax.span, offset));
  return instruction && describeInstruction(file, instruction, offset, today);
}

function describeInstruction(file: Dockerfile, instruction: Instruction, offset: number, today: string): Description | undefined {
  const { stage } = instruction;
  switch (instruction.keyword) {
    case 'FROM':
      return describeFrom(file, instruction, offset, today);
    case 'USER': {
      const span = operandSpan(instruction);
      if (!span || !stage || !isAt(span, offset)) return undefined;
      return described(span, `User ${code(instruction.syntax.args.text.trim())}`, userLines(file, instruction, stage));
    }
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return describeCommand(file, instruction, instruction.script.commands, offset);
    case 'HEALTHCHECK':
      return instruction.test && describeCommand(file, instruction, instruction.test.script.commands, offset);
    case 'ENV':
    case 'ARG': {
      const pair = instruction.pairs.find(({ nameSpan }) => isAt(nameSpan, offset));
      if (!pair) return undefined;
      return described(pair.nameSpan, `\`${instruction.keyword}\` ${code(pair.name)}`, variableLines(file, instruction, pair));
    }
    case 'EXPOSE': {
      const n = instruction.syntax.words.findIndex(({ span }) => isAt(span, offset));
      const [word, port] = [instruction.syntax.words[n], instruction.ports[n]];
      if (!word || !port || !stage) return undefined;
      return described(word.span, portTitle(port, word.raw), portLines(file, stage, port));
    }
    default:
      return undefined;
  }
}

/** On the image or on the name behind AS: both stand for the stage. */
function describeFrom(file: Dockerfile, from: FromInstruction, offset: number, today: string): Description | undefined {
  const { stage, name, syntax } = from;
  const span = [syntax.words[0]?.span, name?.span].find((one) => one !== undefined && isAt(one, offset));
  if (!span || !stage) return undefined;
  return described(span, stageTitle(file, from, stage), stageLines(file, stage, today));
}
