import type { Assignment, Command, CommandNode, ParseError, Redirection, Script, Statement, SyntaxNode, Word } from 'unbash';
import { forEachChild } from 'unbash';
import { type CommandDraft, type Flow, inOrder, linkPipe, newCommand, SILENT } from './flow.ts';
import { decodedFrame, type Frame, isEditable, type Piece, spanOf } from './frame.ts';
import { isShellInterpreter, programName } from './interpreter.ts';
import { backtickFrame, hereDocumentFrame } from './nested.ts';
import type { ShellAssignment, ShellCommand, ShellRedirect, ShellWord } from './script.ts';
import { decodeAssignment, decodeWord, expandedVariables, isUnclosed } from './words.ts';
import { findActions, shellScriptArgument, stripWrappers, suScriptArgument } from './wrappers.ts';

type Context = ShellCommand['context'];
type Join = Exclude<ShellCommand['joinedBy'], undefined>;

/** Where a script stands: its text, how it is nested, and what joins its first command to the one before. */
export interface Place {
  readonly frame: Frame;
  readonly context: Context;
  readonly depth: number;
  readonly join?: Join | undefined;
}

/** A text that a command passes to its standard input, ready to be read as a script. */
type Input = () => Frame;

/** An expansion inside `sh -c "…"` is read at both levels, so that the work doubles with each. */
const MAX_DEPTH = 8;
const PASSES_ON: ReadonlySet<string> = new Set(['cat', 'tee']);
/** Programs beside the shells that run a text among their arguments. */
const RUNS_ARGUMENT: ReadonlySet<string> = new Set(['su', 'runuser', 'eval']);
const ASSIGNMENT = /^([A-Za-z_]\w*)=/;
const NONE: readonly never[] = [];

function joinedBy({ frame, context, depth }: Place, join: Join | undefined): Place {
  return { frame, context, depth, join };
}

/** Walks parsed scripts and collects their simple commands; knows the tree's shape so that nothing else has to. */
export class ScriptWalker {
  readonly commands: CommandDraft[] = [];
  readonly #inputs = new Map<CommandDraft, Input>();
  readonly #places = new Map<CommandDraft, Place>();
  readonly #parse: (walker: ScriptWalker, place: Place) => void;
  readonly #report: (frame: Frame, error: ParseError) => void;

  constructor(parse: (walker: ScriptWalker, place: Place) => void, report: (frame: Frame, error: ParseError) => void) {
    this.#parse = parse;
    this.#report = report;
  }

  script(script: Script & { readonly errors?: readonly ParseError[] | undefined }, place: Place): void {
    for (const error of script.errors ?? []) this.#report(place.frame, error);
    this.#list(script.commands, place);
  }

  /** Reads here-documents and here-strings as scripts where a shell gets them: `bash <<EOF`, `cat <<EOF | sh`. */
  feedShells(): void {
    // Commands found on the way are appended and visited too.
    for (let at = 0; at < this.commands.length; at += 1) {
      const command = this.commands[at];
      if (!command || !isShellInterpreter(command.name) || shellScriptArgument(command.args) !== 'stdin') continue;
      let source: ShellCommand | undefined = command;
      while (source && !this.#inputs.has(source) && (source === command || PASSES_ON.has(source.name ?? '')))
        source = source.pipedFrom;
      const input = source && (source === command || PASSES_ON.has(source.name ?? '')) ? this.#inputs.get(source) : undefined;
      const place = this.#places.get(command);
      if (input && place) this.#descend(input(), place);
    }
  }

  #descend(frame: Frame, from: Place): void {
    if (from.depth < MAX_DEPTH) this.#parse(this, { frame, context: 'sh -c', depth: from.depth + 1 });
  }

  #list(statements: readonly Statement[], place: Place): Flow {
    let before: Statement | undefined;
    const flows: Flow[] = [];
    for (const statement of statements) {
      const at = before ? joinedBy(place, this.#joinAfter(before, statement, place.frame)) : place;
      flows.push(this.#node(statement.command, at));
      before = statement;
    }
    return inOrder(flows);
  }

  #joinAfter(before: Statement, next: Statement, frame: Frame): Join {
    if (before.background) return '&';
    const between = frame.text.text.slice(before.end, next.pos);
    return !between.includes('\n') || between.trimStart().startsWith(';') ? ';' : '\n';
  }

  #bodies(context: Context, place: Place, first: readonly Statement[], ...rest: (readonly Statement[] | undefined)[]): Flow {
    const flows = [this.#list(first, { ...place, context })];
    for (const body of rest) if (body) flows.push(this.#list(body, { ...place, context, join: ';' }));
    return inOrder(flows);
  }

  #node(node: Statement['command'] | SyntaxNode, place: Place): Flow {
    switch (node.type) {
      case 'Command':
        return this.#command(node, place);
      case 'Pipeline':
        return this.#pipeline(node.commands, node.operators, place);
      case 'AndOr':
        return inOrder(node.commands.map((c, i) => this.#node(c, i === 0 ? place : joinedBy(place, node.operators[i - 1]))));
      case 'Redirected': {
        const flow = this.#node(node.command, place);
        for (const redirect of node.redirects) this.#redirect(redirect, place);
        return flow;
      }
      case 'If':
        return this.#bodies(
          'condition',
          place,
          node.clause.commands,
          node.then.commands,
          ...node.elif.flatMap((branch) => [branch.clause.commands, branch.then.commands]),
          node.else?.commands,
        );
      case 'While':
        return this.#bodies('loop', place, node.clause.commands, node.body.commands);
      case 'For':
      case 'Select':
        for (const word of node.wordlist ?? []) this.#substitutions(word, place);
        return this.#bodies('loop', place, node.body.commands);
      case 'ArithmeticFor':
        for (const part of [node.initialize, node.test, node.update]) if (part) this.#substitutions(part, place);
        return this.#bodies('loop', place, node.body.commands);
      case 'Case':
        this.#substitutions(node.word, place);
        return this.#bodies('condition', place, [], ...node.items.map((item) => item.body.commands));
      case 'Subshell':
        return this.#bodies('subshell', place, node.body.commands);
      case 'BraceGroup':
        return this.#list(node.body.commands, place);
      case 'CompoundList':
        return this.#list(node.commands, place);
      case 'Function':
        this.#node(node.body, { ...place, context: 'function' });
        return SILENT;
      case 'Coproc':
        return this.#node(node.body, { ...place, context: 'subshell' });
      default:
        this.#substitutions(node, place);
        return SILENT;
    }
  }

  #pipeline(stages: readonly CommandNode[], operators: readonly ('|' | '|&')[], place: Place): Flow {
    const flows = stages.map((stage, i) => this.#node(stage, i === 0 ? place : joinedBy(place, operators[i - 1])));
    return linkPipe(flows);
  }

  #command(node: Command, place: Place): Flow {
    const { frame } = place;
    const draft = newCommand(frame.text.spanToSource(spanOf(frame, node)), place.context);
    draft.joinedBy = place.join;
    this.commands.push(draft);
    this.#places.set(draft, place);

    const prefix = node.prefix.length === 0 ? NONE : node.prefix.filter((part) => part.type === 'Assignment');
    const assignments = prefix.map((part) => this.#assignment(part, place));
    const nodes = node.name ? [node.name, ...node.args] : node.args;
    const words = nodes.map((word) => this.#word(word, place));
    const { wrappers, at } = stripWrappers(words);
    if (wrappers.length > 0) {
      draft.wrappers = wrappers.map(({ name, start, end }) => ({
        name,
        span: words[start]?.span ?? draft.span,
        args: words.slice(start + 1, end),
      }));
    }
    if (at > 0) assignments.push(...this.#wrapperAssignments(words.slice(0, at), nodes, place));
    if (assignments.length > 0) draft.assignments = assignments;
    draft.args = words.slice(at + 1);
    const word = words[at];
    if (word) draft.word = word;
    const name = programName(word?.value ?? '');
    if (name !== '') draft.name = name;
    if (node.redirects.length > 0) draft.redirects = node.redirects.map((redirect) => this.#redirect(redirect, place, draft));

    if (RUNS_ARGUMENT.has(name) || isShellInterpreter(draft.name)) this.#argumentScript(draft, nodes.slice(at + 1), place);
    if (draft.name === 'find') this.#findActions(draft.args);
    return { reader: draft, writers: [draft] };
  }

  /** `env A=b cmd` and `sudo A=b cmd` set variables as `A=b cmd` does. */
  #wrapperAssignments(words: readonly ShellWord[], nodes: readonly (Word | Assignment)[], { frame }: Place): ShellAssignment[] {
    return words.flatMap((word, i) => {
      const name = ASSIGNMENT.exec(word.text)?.[1];
      const node = nodes[i];
      if (name === undefined || !node) return [];
      const skip = name.length + 1;
      const at = spanOf(frame, { pos: node.pos + skip, end: node.end });
      const plain = word.raw.slice(0, skip) === `${name}=`;
      const value: ShellWord = {
        ...word,
        raw: plain ? word.raw.slice(skip) : word.raw,
        text: word.text.slice(skip),
        span: plain ? frame.text.spanToSource(at) : word.span,
        editable: plain && isEditable(frame, at),
        value: word.value?.slice(skip),
      };
      return [{ name, value, span: word.span }];
    });
  }

  #findActions(args: readonly ShellWord[]): void {
    for (const [word, ...rest] of findActions(args)) {
      if (!word) continue;
      const name = programName(word.value ?? '');
      const span = { start: word.span.start, end: Math.max(word.span.end, rest.at(-1)?.span.end ?? 0) };
      const action = newCommand(span, 'loop');
      action.word = word;
      action.args = rest;
      if (name !== '') action.name = name;
      this.commands.push(action);
    }
  }

  /** Descends into the text that a command runs as a script: `sh -c '…'`, `su -c '…'`, `eval …`. */
  #argumentScript(command: CommandDraft, nodes: readonly (Word | Assignment)[], place: Place): void {
    const pieces = (node: Word | Assignment | undefined): readonly Piece[] => {
      if (!node) return [];
      return (node.type === 'Word' ? decodeWord(place.frame.text.text, node) : decodeAssignment(place.frame.text.text, node))
        .pieces;
    };
    let script: readonly Piece[] = [];
    if (isShellInterpreter(command.name)) {
      const at = shellScriptArgument(command.args);
      if (typeof at === 'number') script = pieces(nodes[at]);
    } else if (command.name === 'su' || command.name === 'runuser') {
      const at = suScriptArgument(command.args);
      if (at !== undefined) script = pieces(nodes[at]);
    } else if (command.name === 'eval') {
      script = nodes.flatMap((node, i) => [...(i > 0 ? [{ text: ' ', from: node.pos - 1, exact: true }] : []), ...pieces(node)]);
    }
    if (script.length > 0) this.#descend(decodedFrame(place.frame, script, nodes[0]?.pos ?? 0), place);
  }

  #word(node: Word | Assignment, place: Place): ShellWord {
    const { frame } = place;
    const text = frame.text.text;
    const at = spanOf(frame, node);
    const raw = text.slice(at.start, at.end);
    const span = frame.text.spanToSource(at);
    const editable = span.end - span.start === at.end - at.start && !frame.escaped.has(at.start);
    // Most words are nothing but their letters.
    if (node.type === 'Word' && !node.parts && !raw.includes('\\')) {
      return { raw, text: raw, value: raw, span, editable, substitutions: NONE, variables: NONE };
    }
    const { pieces, dynamic } = node.type === 'Word' ? decodeWord(text, node) : decodeAssignment(text, node);
    const [first] = pieces;
    const plain = first && pieces.length === 1 ? first.text : pieces.map((piece) => piece.text).join('');
    const substitutions = this.#substitutions(node, place);
    const variables = expandedVariables(node);
    const isWhole = editable && !isUnclosed(text, node);
    return { raw, text: plain, value: dynamic ? undefined : plain, span, editable: isWhole, substitutions, variables };
  }

  #assignment(node: Assignment, place: Place): ShellAssignment {
    const { name, value } = node;
    // A list has no word of its own: it is shown whole and stays dynamic.
    const word = value.type === 'Word' ? this.#word(value, place) : this.#word(node, place);
    return { name, value: word, span: place.frame.text.spanToSource(spanOf(place.frame, node)) };
  }

  #redirect(node: Redirection, place: Place, command?: CommandDraft): ShellRedirect {
    const { frame } = place;
    const span = frame.text.spanToSource(spanOf(frame, node));
    if (node.type !== 'HereDoc') {
      const target = node.target && this.#word(node.target, place);
      if (command && node.type === 'HereString' && node.target) {
        const word = node.target;
        this.#inputs.set(command, () => decodedFrame(frame, decodeWord(frame.text.text, word).pieces, word.pos));
      }
      return { operator: node.operator, span, ...(target && { target }) };
    }
    this.#substitutions(node.body, place);
    if (command) this.#inputs.set(command, () => hereDocumentFrame(node, frame, true));
    return { operator: node.operator, span, body: hereDocumentFrame(node, frame, false).text };
  }

  /** Collects the commands inside the `$( )`, backticks and `<( )` of a node; gives them back. */
  #substitutions(node: SyntaxNode, place: Place): CommandDraft[] {
    const before = this.commands.length;
    const visit = (child: SyntaxNode) => {
      const expansion =
        child.type === 'CommandExpansion' || child.type === 'ProcessSubstitution' || child.type === 'ArithmeticCommandExpansion';
      if (!expansion) {
        forEachChild(child, visit);
      } else if (child.script && place.depth < MAX_DEPTH) {
        const frame = child.script.source === undefined ? place.frame : backtickFrame(child, child.script.source, place.frame);
        this.script(child.script, { frame, context: 'substitution', depth: place.depth + 1 });
      }
    };
    visit(node);
    return this.commands.slice(before);
  }
}
