import { minimalEdits } from '../../core/diff.ts';
import { applyEdits } from '../../core/text-edit.ts';
import { appendItem, isRefused, setKey, type YamlEdit } from '../../yaml/edit.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlPair } from '../../yaml/node.ts';
import { parseYamlSlice } from '../../yaml/parse.ts';
import type { IgnoreEdit } from '../api.ts';
import { PLACEHOLDER } from '../suppressions/policy.ts';

const OFF = 'off';
const NO_MAP = 'The config is not a mapping: complete what is being written there first.';

/**
 * Switches a rule off in the text of a `.seaworthy.yaml` ('' for one that is to be created): everywhere, or for the files that a
 * glob matches. Everything else in it stays as it is. The reason goes behind it as a comment, to be written by the user.
 */
export function editConfigToIgnore(text: string, rule: string, glob?: string): IgnoreEdit | { readonly refused: string } {
  const document = parseYamlSlice(text, { templates: false });
  if (document.problems.length > 0) return { refused: 'The config can not be read: complete what is being written there first.' };
  const { root } = document;
  if (!root || (root.kind === 'scalar' && root.isNull)) return withReason(text, text + newConfig(text, rule, glob), rule, glob);
  if (root.kind !== 'map') return { refused: NO_MAP };
  const edit = glob === undefined ? ruleEdit(document, root, rule) : overrideEdit(document, root, rule, glob);
  return isRefused(edit) ? edit : withReason(text, applyEdits(text, edit), rule, glob);
}

function newConfig(text: string, rule: string, glob: string | undefined): string {
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  const lines =
    glob === undefined
      ? ['rules:', `  ${rule}: "${OFF}"`]
      : ['overrides:', `  - files: [${JSON.stringify(glob)}]`, '    rules:', `      ${rule}: "${OFF}"`];
  return gap + lines.map((line) => line + eol).join('');
}

/** Before: `rules:\n  a/b: low`; after: `rules:\n  a/b: "off"`. Of a rule with options the severity is set. */
function ruleEdit(document: YamlDocument, parent: YamlMap, rule: string): YamlEdit {
  const rules = parent.get('rules')?.value;
  if (!rules || rules.kind === 'seq') return setKey(document, parent, 'rules', { [rule]: OFF });
  if (rules.kind === 'scalar') return setKey(document, rules, rule, OFF);
  const there = rules.get(rule)?.value;
  return there?.kind === 'map' ? setKey(document, there, 'severity', OFF) : setKey(document, rules, rule, OFF);
}

/** In the last override, when it is for these very files, for later overrides win; else in a new one. */
function overrideEdit(document: YamlDocument, root: YamlMap, rule: string, glob: string): YamlEdit {
  const overrides = root.get('overrides')?.value;
  const fresh = { files: [glob], rules: { [rule]: OFF } };
  if (!overrides || overrides.kind === 'map') return setKey(document, root, 'overrides', [fresh]);
  if (overrides.kind === 'scalar') return appendItem(document, overrides, fresh);
  const last = overrides.items.at(-1);
  return last?.kind === 'map' && isFor(last, glob) ? ruleEdit(document, last, rule) : appendItem(document, overrides, fresh);
}

function isFor(override: YamlMap, glob: string): boolean {
  const files = override.get('files')?.value;
  return files?.kind === 'seq' && files.items.length === 1 && files.items[0]?.kind === 'scalar' && files.items[0].text === glob;
}

/** Puts `# reason` behind the entry, where nothing stands there yet, and selects it; else selects the entry's comment or value. */
function withReason(
  before: string,
  changed: string,
  rule: string,
  glob: string | undefined,
): IgnoreEdit | { readonly refused: string } {
  const entry = entryOf(parseYamlSlice(changed, { templates: false }).root, rule, glob);
  if (!entry) return { refused: NO_MAP };
  const end = entry.value.kind === 'map' ? (entry.value.get('severity')?.span.end ?? entry.span.end) : entry.span.end;
  const rest = /^[^\r\n]*/.exec(changed.slice(end))?.[0] ?? '';
  if (rest.trim() !== '') {
    const there = /^[ \t]*#[ \t]*/.exec(rest);
    const select = there ? { start: end + there[0].length, end: end + rest.trimEnd().length } : entry.value.span;
    return { edits: minimalEdits(before, changed), select };
  }
  const comment = ` # ${PLACEHOLDER}`;
  const text = changed.slice(0, end) + comment + changed.slice(end);
  return {
    edits: minimalEdits(before, text),
    select: { start: end + comment.length - PLACEHOLDER.length, end: end + comment.length },
  };
}

function entryOf(root: YamlNode | undefined, rule: string, glob: string | undefined): YamlPair | undefined {
  if (root?.kind !== 'map') return undefined;
  if (glob === undefined) return pairOf(root, rule);
  const overrides = root.get('overrides')?.value;
  if (overrides?.kind !== 'seq') return undefined;
  const override = overrides.items.findLast(
    (item) => item.kind === 'map' && isFor(item, glob) && pairOf(item, rule) !== undefined,
  );
  return override?.kind === 'map' ? pairOf(override, rule) : undefined;
}

function pairOf(map: YamlMap, rule: string): YamlPair | undefined {
  const rules = map.get('rules')?.value;
  return rules?.kind === 'map' ? rules.get(rule) : undefined;
}
