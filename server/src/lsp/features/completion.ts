import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind, type Range } from 'vscode-languageserver';
import { INLINE_IGNORES } from '../../analysis/types.ts';
import type { AnyRule } from '../../core/rule.ts';
import { PROFILES } from '../../core/rule.ts';
import { SEVERITIES } from '../../core/severity.ts';
import type { OpenDocument } from '../../workspace/document-store.ts';
import { isConfigFile } from '../../workspace/projects.ts';
import { configPlace } from '../config-keys.ts';
import { describeRule } from '../rule-hover.ts';
import type { ServerContext } from '../server-context.ts';

export const COMPLETION_TRIGGERS = ['/', ' '];

const TOP_KEYS = ['profile', 'rules', 'exclude', 'overrides', 'allowInlineIgnore', 'baseline', 'kubernetes'];
const LEVELS = [...SEVERITIES, 'off'];
/** A comment up to the cursor that names rules: what stands before the reason. */
const NAMING = /#\s*seaworthy-ignore(?:-file)?\s+(?:(?!--\s).)*$/;
const COMMENT_WORD = /(?:^|\s)#\s*([\w-]*)$/;

interface Choice {
  readonly label: string;
  readonly insert?: string;
  readonly snippet?: boolean;
  readonly detail?: string;
  readonly rule?: string;
  readonly first?: boolean;
}

/** `textDocument/completion`: keys and values of a config, rule ids there and in ignore comments, and those comments themselves. */
export function offerCompletion(server: ServerContext): void {
  server.connection.onCompletion(async ({ textDocument, position, context }): Promise<CompletionItem[]> => {
    const document = server.session.documents.get(textDocument.uri);
    if (!document) return [];
    const { lines } = server.convertContext(document.uri, document.text);
    const before = document.text.slice(0, lines.offsetAt(position));
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const choices = isConfigFile(document.uri)
      ? configChoices(server, before)
      : await commentChoices(server, document, line, context);
    const word = /[\w/*.-]*$/.exec(line)?.[0] ?? '';
    const range = { start: { line: position.line, character: position.character - word.length }, end: position };
    return choices.map((choice, index) => item(choice, index, range));
  });
  server.connection.onCompletionResolve((item): CompletionItem => {
    const value = typeof item.data === 'string' ? describeRule(server, item.data) : undefined;
    return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
  });
}

function configChoices(server: ServerContext, before: string): Choice[] {
  if (/(?:^|\s)#[^\n]*$/.test(before)) return [];
  const { path, key, typed } = configPlace(before);
  const within = path.at(-1);
  const rules = server.session.doors.engine.rules;
  if (key !== undefined) {
    if (/\s/.test(typed.trim())) return [];
    if (key === 'profile') return PROFILES.map((label) => ({ label }));
    if (key === 'allowInlineIgnore') return INLINE_IGNORES.map((label) => ({ label }));
    if (key === 'version')
      return [
        {
          label: server.session.doors.newestKubernetes.join('.'),
          insert: `"${server.session.doors.newestKubernetes.join('.')}"`,
        },
      ];
    if (key === 'severity' || within === 'rules')
      return LEVELS.map((label) => ({ label, ...(label === 'off' && { insert: '"off"' }) }));
    return [];
  }
  if (path.length === 0) return TOP_KEYS.map((label) => ({ label, insert: `${label}:` }));
  if (within === 'rules') return rules.map((rule) => ruleChoice(rule, ': '));
  if (within === 'overrides') return ['files', 'rules'].map((label) => ({ label, insert: `${label}:` }));
  if (within === 'kubernetes') return [{ label: 'version', insert: 'version: ' }];
  if (within === 'options') return optionsOf(rules.find(({ id }) => id === path.at(-2)));
  if (path.at(-2) === 'rules') return ['severity', 'options'].map((label) => ({ label, insert: `${label}:` }));
  return [];
}

function optionsOf(rule: AnyRule | undefined): Choice[] {
  return Object.keys(rule?.options ?? {}).map((label) => ({ label, insert: `${label}: ` }));
}

async function commentChoices(
  server: ServerContext,
  document: OpenDocument,
  line: string,
  context: { readonly triggerCharacter?: string } | undefined,
): Promise<Choice[]> {
  if (NAMING.test(line)) return ruleChoices(server, document);
  const word = COMMENT_WORD.exec(line)?.[1];
  // A blank behind every `#` would open the list.
  if (word === undefined || (word === '' && context?.triggerCharacter !== undefined)) return [];
  const [worst] = await ruleChoices(server, document);
  const rule = `\${1:${worst?.first ? worst.label : 'rule'}}`;
  return [
    {
      label: 'seaworthy-ignore',
      insert: `seaworthy-ignore ${rule} -- \${2:reason}`,
      snippet: true,
      detail: 'Ignore findings of what follows',
    },
    {
      label: 'seaworthy-ignore-file',
      insert: `seaworthy-ignore-file ${rule} -- \${2:reason}`,
      snippet: true,
      detail: 'Ignore findings of this file',
    },
  ];
}

/** The rules that judge this kind of file: those that found something in it before all others. */
async function ruleChoices(server: ServerContext, { uri }: OpenDocument): Promise<Choice[]> {
  const judged = await server.session.current(uri);
  if (!judged?.analysis.kind) return [];
  // A comment that names nothing yet silences everything, and with it what it is written for.
  const { findings, suppressed } = judged.analysis;
  const found = new Set([...findings, ...suppressed.map(({ finding }) => finding)].map(({ rule }) => rule));
  const family = `${judged.analysis.kind}/`;
  return server.session.doors.engine.rules
    .filter(({ id }) => id.startsWith(family) || found.has(id))
    .map((rule) => ({ ...ruleChoice(rule, ''), first: found.has(rule.id) }))
    .sort((a, b) => Number(b.first) - Number(a.first));
}

function ruleChoice({ id, title }: AnyRule, behind: string): Choice {
  return { label: id, insert: id + behind, detail: title, rule: id };
}

function item(choice: Choice, index: number, range: Range): CompletionItem {
  const { label, insert = label, detail, rule, snippet } = choice;
  return {
    label,
    kind: rule === undefined ? CompletionItemKind.Keyword : CompletionItemKind.Value,
    sortText: String(index).padStart(4, '0'),
    filterText: label,
    textEdit: { range, newText: insert },
    ...(detail !== undefined && { detail }),
    ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(rule !== undefined && { data: rule }),
  };
}
