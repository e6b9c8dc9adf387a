import { MappedText, type Segment } from '../../core/mapped-text.ts';
import { newCommand } from '../../shell/flow.ts';
import { interpreterOfShebang, isShellInterpreter, programName } from '../../shell/interpreter.ts';
import type { Interpreter, ShellScript, ShellWord } from '../../shell/script.ts';
import type { ScriptStore } from '../../shell/store.ts';
import { shellScriptArgument, stripWrappers } from '../../shell/wrappers.ts';
import type { InstructionSyntax, JsonString } from '../syntax/syntax.ts';
import { InstructionModel } from './instruction.ts';
import type { Executable } from './model.ts';
import { type Setting, wholeSpan } from './parts.ts';

const NONE: readonly never[] = [];
/** `<<NAME` and nothing else: the body is the script. */
const BARE_HEREDOC = /^\d*<<-?\s*[^<\s]+$/;

/**
 * What RUN, CMD or ENTRYPOINT runs, and with what. The script is parsed when first asked for.
 * (https://docs.docker.com/reference/dockerfile/#shell-and-exec-form, https://docs.docker.com/reference/dockerfile/#here-documents)
 */
export class ExecutableModel<K extends string> extends InstructionModel<K> implements Executable {
  readonly form: Executable['form'];
  readonly interpreter: Interpreter;
  #script: ShellScript | undefined;

  constructor(keyword: K, setting: Setting) {
    super(keyword, setting);
    const body = soleBody(setting.syntax);
    this.form = setting.syntax.json ? 'exec' : body ? 'heredoc' : 'shell';
    this.interpreter = setting.syntax.json ? 'posix' : ((body && interpreterOfShebang(body.text)) ?? setting.shell.interpreter);
  }

  get argv(): readonly JsonString[] | undefined {
    return this.syntax.json;
  }

  get script(): ShellScript {
    this.#script ??= this.#parse();
    return this.#script;
  }

  #parse(): ShellScript {
    const { syntax, scripts } = this.setting;
    if (syntax.json) return execScript(syntax.args, syntax.json, scripts);
    return scripts.parse(soleBody(syntax) ?? shellText(syntax), this.interpreter);
  }
}

/** The heredoc that is the whole script. */
function soleBody({ args, heredocs }: InstructionSyntax): MappedText | undefined {
  const only = heredocs.length === 1 ? heredocs[0] : undefined;
  return only && BARE_HEREDOC.test(args.text) ? only.content : undefined;
}

/** What the shell gets to read: the line, and behind it each heredoc's body and delimiter, as BuildKit puts them together. */
function shellText(syntax: InstructionSyntax): MappedText {
  const { args, heredocs } = syntax;
  if (heredocs.length === 0) return args;
  const parts = [args.text];
  const segments: Segment[] = [...args.segments];
  let length = args.text.length;
  for (const { content, name, terminated } of heredocs) {
    // Behind a half-typed body the delimiter would become a part of its last line.
    const end = terminated ? name : '';
    for (const s of content.segments) {
      if (s.length > 0) segments.push({ start: length + 1 + s.start, source: s.source, length: s.length });
    }
    parts.push('\n', content.text, end);
    length += 1 + content.text.length + end.length;
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
  const command = newCommand(wholeSpan(args), 'run');
  command.name = name;
  command.word = word;
  command.args = words.slice(at + 1);
  if (wrappers.length > 0) {
    command.wrappers = wrappers.map((w) => ({
      name: w.name,
      span: words[w.start]?.span ?? wholeSpan(args),
      args: words.slice(w.start + 1, w.end),
    }));
  }
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
    text: argument.value,
    value: argument.value,
    span: at,
    editable: plain && at.end - at.start === argument.value.length,
    substitutions: NONE,
    variables: NONE,
  };
}
