import { afterEach, describe, expect, it } from 'vitest';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { engineDoors } from '../../server/src/workspace/engine-doors.ts';
import { FULL_CAPABILITIES, Harness } from './support/harness.ts';
import { MemoryFiles } from './support/memory-files.ts';

const TEMPLATE_URI = 'file:///w/chart/templates/web.yaml';
const VALUES_URI = 'file:///w/chart/values.yaml';
const TEMPLATE = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.27
      securityContext:
        privileged: {{ .Values.privileged }}
`;
const VALUES = 'image: web\nprivileged: true # for now\n';
const FIXED = VALUES.replace('true', 'false');
const CHART = {
  'file:///w/chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  [VALUES_URI]: VALUES,
  [TEMPLATE_URI]: TEMPLATE,
};

let harness: Harness;
afterEach(() => harness?.dispose());

async function fixOf(options: Parameters<typeof Harness.start>[0] = {}, before?: () => Promise<unknown>) {
  harness = await Harness.start({ files: new MemoryFiles(CHART), doors: engineDoors(), ...options });
  await before?.();
  const document = await harness.open(TEMPLATE_URI, TEMPLATE, 'yaml', 3);
  const shown = await document.diagnostics();
  const diagnostic = shown.find((d) => d.code === 'kubernetes/privileged-container');
  if (!diagnostic) throw new Error('the value of the chart is not found');
  const actions = await harness.actions(TEMPLATE_URI, diagnostic.range);
  const action = actions.find(({ title }) => title.startsWith('Set privileged to false in values.yaml'));
  if (!action) throw new Error(`no such fix in ${actions.map(({ title }) => title).join(' | ')}`);
  return { document, diagnostic, action };
}

/** The text of `values.yaml` after an edit that is for nothing else. */
function valuesAfter(edit: WorkspaceEdit | undefined, text: string): { text: string; version: number | null } {
  const changes = edit?.documentChanges as TextDocumentEdit[];
  expect(changes.map(({ textDocument }) => textDocument.uri)).toEqual([VALUES_URI]);
  const [change] = changes;
  const document = TextDocument.create(VALUES_URI, 'yaml', 0, text);
  const edits = change?.edits as { range: TextDocumentEdit['edits'][number]['range']; newText: string }[];
  return { text: TextDocument.applyEdits(document, edits), version: change?.textDocument.version ?? null };
}

describe('a quick fix in a Helm template', () => {
  it('stands at the action, and changes the value in values.yaml', async () => {
    const { document, diagnostic, action } = await fixOf();
    expect(document.at(diagnostic.range)).toBe('{{ .Values.privileged }}');
    expect(diagnostic.relatedInformation).toMatchObject([{ location: { uri: VALUES_URI, range: { start: { line: 1 } } } }]);
    expect(valuesAfter(action.edit, VALUES)).toEqual({ text: FIXED, version: null });
  });

  it('is for the text of values.yaml that is open, and its version', async () => {
    const unsaved = `# unsaved\n${VALUES}`;
    const { action } = await fixOf({}, () => harness.open(VALUES_URI, unsaved, 'yaml', 7));
    expect(valuesAfter(action.edit, unsaved)).toEqual({ text: `# unsaved\n${FIXED}`, version: 7 });
  });

  it('reaches clients without versioned edits as well', async () => {
    const workspace = { ...FULL_CAPABILITIES.workspace, workspaceEdit: {} };
    const { action } = await fixOf({ capabilities: { ...FULL_CAPABILITIES, workspace } });
    expect(Object.keys(action.edit?.changes ?? {})).toEqual([VALUES_URI]);
    expect(action.edit?.documentChanges).toBeUndefined();
  });

  it('takes the finding away once it is applied', async () => {
    const files = new MemoryFiles(CHART);
    await fixOf({ files });
    files.contents.set(VALUES_URI, FIXED);
    await harness.filesChanged({ uri: VALUES_URI, type: 2 });
    await harness.until(() => (harness.codesOf(TEMPLATE_URI).includes('kubernetes/privileged-container') ? undefined : true));
  });
});
