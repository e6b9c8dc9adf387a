import type { AnnotatedTextEdit, ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FixAllOutcome } from '../../analysis/api.ts';
import { LineIndex } from '../../core/line-index.ts';
import type { Judged } from '../../workspace/judged.ts';
import { rangeOf } from '../convert.ts';
import { type BulkFixParams, BulkFixRequest, type BulkFixResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { plainText } from '../words.ts';

/** A change's label names so many rules; what else was fixed is told by number. */
const NAMED_RULES = 2;

/** `seaworthy/bulkFix`: fixes of many files, each computed from its current text, as one edit that asks to be confirmed. */
export function offerBulkFix(server: ServerContext): void {
  const { connection, session } = server;
  connection.onRequest(BulkFixRequest, async ({ safety, rules, files }: BulkFixParams, token): Promise<BulkFixResult> => {
    const asked = files ?? session.store.entries().flatMap(({ uri, findings }) => (findings.length > 0 ? [{ uri }] : []));
    const edit = new ConfirmedEdit(server);
    const skipped: BulkFixResult['skipped'][number][] = [];
    let [fixed, changed] = [0, 0];
    for (const { uri, ids } of asked as NonNullable<BulkFixParams['files']>) {
      if (token.isCancellationRequested) break;
      const judged = await session.current(uri);
      if (!judged) continue;
      const selection = { safety, ...(rules && { rules }), ...(ids && { ids }) };
      const outcome = session.doors.fixAll(session.doors.engine, judged.analysis.file, judged.settings, selection);
      if (outcome.edits.length > 0) {
        edit.add(judged, outcome);
        fixed += outcome.fixed.length;
        changed += 1;
      }
      const lines = new LineIndex(outcome.text);
      for (const { finding, reason } of outcome.skipped) {
        const line = lines.lineAt(finding.at.span.start);
        skipped.push({ uri, line, message: plainText(finding.message), reason: plainText(reason) });
      }
      await session.host.clock.yieldNow();
    }
    return { edit: changed === 0 ? null : edit.wire(), fixed, files: changed, skipped };
  });
}

/** Id of the change that asks: it changes nothing. */
const REVIEW = 'review';

/**
 * Edits of several files, each under the names of the rules that it fixes: what a preview groups changes by. Only an empty change asks
 * to be confirmed: that brings the preview up, where VS Code would leave the boxes of all changes empty that ask themselves.
 */
class ConfirmedEdit {
  readonly #server: ServerContext;
  readonly #documents: TextDocumentEdit[] = [];
  readonly #annotations = new Map<string, ChangeAnnotation>();

  constructor(server: ServerContext) {
    this.#server = server;
  }

  add({ uri, version, text }: Judged, { edits, fixed }: FixAllOutcome): void {
    const lines = new LineIndex(text);
    const titles = [...new Set(fixed.map(({ rule }) => this.#server.ruleOf(rule)?.title ?? rule))];
    const label =
      titles.slice(0, NAMED_RULES).join(', ') + (titles.length > NAMED_RULES ? ` +${titles.length - NAMED_RULES}` : '');
    const description = titles.length > NAMED_RULES ? titles.join(', ') : undefined;
    this.#annotations.set(label, { label, needsConfirmation: false, ...(description !== undefined && { description }) });
    const wire = edits.map((edit): AnnotatedTextEdit => {
      return { range: rangeOf(edit.span, lines), newText: edit.text, annotationId: label };
    });
    this.#documents.push({ textDocument: { uri, version }, edits: wire });
  }

  wire(): WorkspaceEdit {
    const { documentChanges, annotatesEdits } = this.#server.client;
    const plain = this.#documents.map(({ textDocument, edits }) => ({
      textDocument,
      edits: edits.map((edit) => ({ range: edit.range, newText: 'newText' in edit ? edit.newText : '' })),
    }));
    if (!documentChanges)
      return { changes: Object.fromEntries(plain.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
    const [first, ...others] = this.#documents;
    if (!annotatesEdits || !first) return { documentChanges: plain };
    const start = { line: 0, character: 0 };
    const asks: AnnotatedTextEdit = { range: { start, end: start }, newText: '', annotationId: REVIEW };
    this.#annotations.set(REVIEW, { label: 'Untick what should stay as it is, then apply', needsConfirmation: true });
    const documents = [{ ...first, edits: [asks, ...first.edits] }, ...others];
    return { documentChanges: documents, changeAnnotations: Object.fromEntries(this.#annotations) };
  }
}
