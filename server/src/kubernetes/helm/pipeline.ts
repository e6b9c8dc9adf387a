/** A word of a template action: a field path (`.Values.a`, `$.Values.a`, `.`), a literal, or the name of a function. */
export type Operand =
  | { readonly kind: 'path'; readonly root: boolean; readonly keys: readonly string[] }
  | { readonly kind: 'literal'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'function'; readonly name: string };

/** One command of a pipeline: `default "x" .Values.a`. */
export type Command = readonly Operand[];

const TOKEN = /\s+|"((?:[^"\\\n]|\\.)*)"|`([^`]*)`|(\|)|([^\s|"`()]+)/y;

/**
 * Reads the inside of `{{ … }}` (https://pkg.go.dev/text/template#hdr-Pipelines) as commands joined by `|`. Undefined for what is
 * more than words: parentheses, assignments, comments.
 */
export function parsePipeline(body: string): Command[] | undefined {
  const commands: Operand[][] = [[]];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < body.length) {
    const match = TOKEN.exec(body);
    if (!match) return undefined;
    const [whole, double, raw, pipe, word] = match;
    if (pipe) commands.push([]);
    else if (word !== undefined) {
      const operand = operandOf(word);
      if (!operand) return undefined;
      commands.at(-1)?.push(operand);
    } else if (whole.trim() !== '') {
      if (double?.includes('\\')) return undefined;
      commands.at(-1)?.push({ kind: 'literal', text: double ?? raw ?? '', quoted: true });
    }
  }
  return commands.every((command) => command.length > 0) ? commands : undefined;
}

function operandOf(word: string): Operand | undefined {
  if (word === '.' || word === '$') return { kind: 'path', root: word === '$', keys: [] };
  const path = /^(\$?)((?:\.[A-Za-z_]\w*)+)$/.exec(word);
  if (path) return { kind: 'path', root: path[1] === '$', keys: (path[2] ?? '').slice(1).split('.') };
  if (/^(?:true|false|nil|-?\d+(?:\.\d+)?)$/.test(word)) return { kind: 'literal', text: word, quoted: false };
  return /^[A-Za-z]\w*$/.test(word) ? { kind: 'function', name: word } : undefined;
}

/** The inside of an action without its delimiters and trim marks. */
export function bodyOf(action: string): string {
  return action.replace(/^\{\{-?\s*/, '').replace(/\s*-?\}\}$/, '');
}
