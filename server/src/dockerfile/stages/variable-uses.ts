import type { MappedText } from '../../core/mapped-text.ts';
import { type UsedVariable, variablesIn } from '../images/from-arguments.ts';
import type { Instruction } from '../model/model.ts';

/** A text in which Docker replaces variables, and those that it uses. */
export interface VariableText {
  readonly text: MappedText;
  readonly variables: readonly UsedVariable[];
}

/** Instructions in whose words Docker replaces variables. (https://docs.docker.com/reference/dockerfile/#environment-replacement) */
const EXPANDED: ReadonlySet<string> = new Set(['ADD', 'COPY', 'EXPOSE', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR']);

/** The text with what single quotes protect blanked out, so that offsets stay. */
function unprotected(text: string): string {
  let result = '';
  let quote = '';
  for (const c of text) {
    const isCut = quote === "'" && c !== "'";
    if ((c === "'" || c === '"') && (quote === '' || quote === c)) quote = quote === '' ? c : '';
    result += isCut ? ' '.repeat(c.length) : c;
  }
  return result;
}

/** The variables of a text, those that single quotes protect left out. */
export function variablesOf(text: string): readonly UsedVariable[] {
  return text.includes('$') ? variablesIn(unprotected(text)) : [];
}

/** The texts of an instruction in which Docker replaces variables, in order. */
export function variableTexts(instruction: Instruction): readonly VariableText[] {
  const { syntax } = instruction;
  const texts =
    instruction.keyword === 'ENV' || instruction.keyword === 'LABEL' || instruction.keyword === 'ARG'
      ? instruction.pairs.flatMap(({ valueText }) => valueText ?? [])
      : EXPANDED.has(instruction.keyword)
        ? [...syntax.flags.flatMap(({ valueText }) => valueText ?? []), ...(syntax.json ?? syntax.words).map(({ text }) => text)]
        : [];
  return texts.flatMap((text) => {
    const variables = variablesOf(text.text);
    return variables.length > 0 ? [{ text, variables }] : [];
  });
}
