/** Whether a text fits a glob of `*`, `?` and `[abc]`/`[1-7]` (POSIX Shell Command Language, 2.14); a `*` spans `/` too. */
export function matchesGlob(text: string, glob: string): boolean {
  return compiled(texts, glob, compileText).test(text);
}

/** Whether a clean path fits a pattern whose `*` stands for one segment or a part of one. */
export function matchesPath(path: string, pattern: string): boolean {
  return pattern.includes('*') ? compiled(paths, pattern, compilePath).test(path) : path === pattern;
}

/** The patterns are those of the tables: few, and asked for at every key. */
const texts = new Map<string, RegExp>();
const paths = new Map<string, RegExp>();

function compiled(known: Map<string, RegExp>, pattern: string, compile: (pattern: string) => RegExp): RegExp {
  let expression = known.get(pattern);
  if (!expression) {
    expression = compile(pattern);
    known.set(pattern, expression);
  }
  return expression;
}

function compileText(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*+/g, '[^]*')
    .replace(/\?/g, '[^]');
  return new RegExp(`^${source}$`);
}

function compilePath(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replace(/\*/g, '[^/]*')}$`);
}
