/**
 * Variables of a `.env` file as Docker Compose reads it
 * (https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/, ".env file syntax").
 * A value that refers to a variable which the file does not define before it is left out: it may come from the shell.
 */
export function parseDotenv(text: string): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const assignment = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*[=:][ \t]*/;
  let rest = text.replace(/\r\n?/g, '\n');
  while (rest !== '') {
    const head = assignment.exec(rest);
    if (!head) {
      rest = behindLine(rest);
      continue;
    }
    const raw = rest.slice(head[0].length);
    const read = readQuoted(raw) ?? readPlain(raw);
    rest = behindLine(read.rest);
    const value = read.literal ? read.value : interpolate(read.value, variables);
    if (value === undefined) variables.delete(head[1] ?? '');
    else variables.set(head[1] ?? '', value);
  }
  return variables;
}

interface Read {
  readonly value: string;
  /** Single-quoted: no variables in it. */
  readonly literal: boolean;
  readonly rest: string;
}

function behindLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? '' : text.slice(end + 1);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', '"': '"' };

/** A quoted value, over lines if need be; undefined when it is not quoted or the quote is never closed. */
function readQuoted(raw: string): Read | undefined {
  const single = /^'((?:\\'|[^'])*)'/.exec(raw);
  if (single) return { value: (single[1] ?? '').replaceAll("\\'", "'"), literal: true, rest: raw.slice(single[0].length) };
  const double = /^"((?:\\[\s\S]|[^"\\])*)"/.exec(raw);
  if (!double) return undefined;
  const value = (double[1] ?? '').replace(/\\([\s\S])/g, (whole, c: string) => ESCAPES[c] ?? whole);
  return { value, literal: false, rest: raw.slice(double[0].length) };
}

/** The rest of the line up to a comment, which begins with a blank and `#`. */
function readPlain(raw: string): Read {
  const end = raw.indexOf('\n');
  const line = end < 0 ? raw : raw.slice(0, end);
  const comment = /(?:^|[ \t])#/.exec(line);
  return { value: line.slice(0, comment?.index ?? line.length).trim(), literal: false, rest: end < 0 ? '' : raw.slice(end) };
}

/** `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME-default}` filled in; undefined when one is not known. */
function interpolate(value: string, known: ReadonlyMap<string, string>): string | undefined {
  let complete = true;
  const filled = value.replace(
    /\$(?:\$|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?-)([^}]*))?\})/g,
    (whole, bare, braced, operator, fallback) => {
      if (whole === '$$') return '$';
      const found = known.get(bare ?? braced);
      if (found !== undefined && !(operator === ':-' && found === '')) return found;
      // The default holds only if the shell does not set the variable, which nobody here can know; Compose's own file says it, so it is used.
      if (operator !== undefined) return fallback ?? '';
      complete = false;
      return '';
    },
  );
  return complete ? filled : undefined;
}
