import type { At, Value } from '../../core/value.ts';
import type { Container } from './model.ts';

/** An expression whose value whoever starts or feeds a workflow chooses. */
export interface ScriptParameter {
  /** `{{inputs.parameters.branch}}`, as written. */
  readonly expression: string;
  readonly at: At;
}

/** Values from outside, by Argo's names (https://argo-workflows.readthedocs.io/en/latest/variables/). */
const OUTSIDE =
  /\{\{-?\s*=?\s*(?:inputs\.parameters|workflow\.parameters|workflow\.(?:labels|annotations)|(?:steps|tasks)\.[\w-]+\.outputs|item)\b[^{}]*\}\}/g;
const INTERPRETER = /^(?:.*\/)?(?:sh|bash|ash|dash|zsh|ksh|python[\d.]*|perl|ruby|node)$/;
const CODE_FLAG = /^-[a-zA-Z]*[ce]$/;

/**
 * Expressions that Argo Workflows replaces inside a script before an interpreter reads it: in the `source` of a script template,
 * or in the word behind `-c`. Empty for containers of other kinds.
 */
export function scriptParameters(container: Container): readonly ScriptParameter[] {
  const { object } = container.workload;
  if (object.group !== 'argoproj.io') return [];
  const words = [...container.command.items, ...container.args.items];
  const [program] = words;
  const isInterpreter = program?.kind === 'known' && INTERPRETER.test(program.value);
  const flag = isInterpreter ? words.findIndex((word) => word.kind === 'known' && CODE_FLAG.test(word.value)) : -1;
  const code = flag < 0 ? undefined : words[flag + 1];
  return [container.fields.field('source'), code].flatMap((place) => (place ? expressionsIn(place, object.document.text) : []));
}

function expressionsIn({ at }: Value<unknown>, text: string): readonly ScriptParameter[] {
  const { start, end } = at.span;
  return [...text.slice(start, end).matchAll(OUTSIDE)].map((match) => {
    const from = start + match.index;
    return { expression: match[0], at: { ...at, span: { start: from, end: from + match[0].length } } };
  });
}
