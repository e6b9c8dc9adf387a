import { MappedText, type Segment } from '../../core/mapped-text.ts';
import { interpreterOfShebang, isShellInterpreter, programName } from '../../shell/interpreter.ts';
import type { Interpreter, ShellCommand, ShellScript, ShellWord } from '../../shell/script.ts';
import type { ScriptStore } from '../../shell/store.ts';
import { shellScriptArgument, stripWrappers } from '../../shell/wrappers.ts';
import type { InstructionSyntax, JsonString } from '../syntax/syntax.ts';
import { lazy } from './lazy.ts';
import type { Executable } from './model.ts';
import { type Setting, wholeSpan } from './parts.ts';

/** `<<NAME` and nothing else: the body is the script. */
const BARE_HEREDOC = /^\d*<<-?\s*[^<\s]+$/;

/**
 * What RUN, CMD or ENTRYPOINT runs, and with what. The script is parsed when first asked for.
 * (https://docs.docker.com/reference/dockerfile/#shell-and-exec-form, https://docs.docker.com/reference/dockerfile/#here-documents)
 */
export function executableOf({ syntax, shell, scripts }: Setting): Executable {
  const { json, heredocs, args } = syntax;
  if (json) return executable('exec', 'posix', json, () => execScript(args, json, scripts));
  const only = heredocs.length === 1 ? heredocs[0] : undefined;
  if (only && BARE_HEREDOC.test(args.text)) {
    const interpreter = interpreterOfShebang(only.content.text) ?? shell.interpreter;
    return executable('heredoc', interpreter, undefined, () => scripts.parse(only.content, interpreter));
  }
  return executable('shell', shell.interpreter, undefined, () => scripts.parse(shellText(syntax), shell.interpreter));
}

function executable(
  form: Executable['form'],
  interpreter: Interpreter,
  argv: readonly JsonString[] | undefined,
  parse: () => ShellScript,
): Executable {
  const script = lazy(parse);
  return {
    form,
    interpreter,
    argv,
    get script() {
      return script();
    },
  };
}

/** What the shell gets to read: the line, and behind it each heredoc's body and delimiter, as BuildKit puts them together. */
function shellText(syntax: InstructionSyntax): MappedText {
  const { args, heredocs } = syntax;
  if (heredocs.length === 0) return args;
  const parts = [args.text];
  const segments: Segment[] = [...args.segments];
  let length = args.text.length;
  for (const { content, name } of heredocs) {
    for (const s of content.segments) {
      if (s.length > 0) segments.push({ start: length + 1 + s.start, source: s.source, length: s.length });
    }
    parts.push('\n', content.text, name);
    length += 1 + content.text.length + name.length;
  }
  return new MappedText(parts.join(''), segments);
}

function execScript(args: MappedText, argv: readonly JsonString[], scripts: ScriptStore): ShellScript {
  const script = { interpreter: 'posix' as const, text: args, problems: [] };
  const words = argv.map(wordOf);
  if (words.length === 0) return { ...script, commands: [] };
  const { wrappers, at } = stripWrappers(words);
  const word = words[at];
  const name = word?.value === undefined ? undefined : programName(word.value);
  const command: ShellCommand = {
    ...(name !== undefined ? { name } : {}),
    ...(word ? { word } : {}),
    args: words.slice(at + 1),
    assignments: [],
    redirects: [],
    wrappers: wrappers.map((w) => ({
      name: w.name,
      span: words[w.start]?.span ?? wholeSpan(args),
      args: words.slice(w.start + 1, w.end),
    })),
    span: wholeSpan(args),
    context: 'run',
  };
  const nested = isShellInterpreter(name) ? shellScriptArgument(command.args) : 'none';
  const text = typeof nested === 'number' ? argv[at + 1 + nested]?.text : undefined;
  if (!text) return { ...script, commands: [command] };
  const inner = scripts.parse(text, 'posix');
  return { ...script, commands: [command, ...inner.commands], problems: inner.problems };
}

/** No shell reads the exec form: `$X` in it is a literal. */
function wordOf(argument: JsonString): ShellWord {
  const at = wholeSpan(argument.text);
  const plain = argument.span.end - argument.span.start === argument.value.length + 2;
  return {
    raw: argument.value,
    value: argument.value,
    text: argument.value,
    span: at,
    editable: plain && at.end - at.start === argument.value.length,
    substitutions: [],
    variables: [],
  };
}
