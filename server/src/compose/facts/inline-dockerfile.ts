import type { Segment } from '../../core/mapped-text.ts';
import { MappedText } from '../../core/mapped-text.ts';
import type { Span } from '../../core/span.ts';
import { span } from '../../core/span.ts';
import type { TextEdit } from '../../core/text-edit.ts';
import { applyEdits } from '../../core/text-edit.ts';
import type { Route } from '../../core/value.ts';
import { mappedScalar } from '../../yaml/mapped-scalar.ts';
import type { YamlDocument, YamlNode, YamlScalar } from '../../yaml/node.ts';
import { parseYamlSlice } from '../../yaml/parse.ts';
import { sharedRoutes } from '../edit/routes.ts';
import type { Template } from '../model/interpolation.ts';
import { interpolate, parseTemplate } from '../model/interpolation.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';

/** A Dockerfile inside a Compose file (Compose Build specification, "dockerfile_inline"). */
export interface InlineDockerfile {
  /** The first service that builds it. */
  readonly service: EffectiveService;
  /** The Dockerfile as the builder gets it. */
  readonly text: string;
  readonly route: Route;
  /** Every route at which it is read: an anchor may give it to several services, and an edit changes it for all. */
  readonly routes: readonly Route[];
  /** What to point at where a place can't be told: its key. */
  readonly whole: Span;
  /** Place in the Compose file of a span of the Dockerfile. */
  place(of: Span): Span;
  /** The offset in the Dockerfile that stands at one of the Compose file; undefined outside of it. */
  offsetAt(source: number): number | undefined;
  /** Whether a span holds nothing but a variable that Compose fills in and that is not known. */
  isUnknown(of: Span): boolean;
  /** Edits of the Dockerfile as edits of the Compose file, or why they can't be made there. */
  edits(of: readonly TextEdit[]): readonly TextEdit[] | { readonly refused: string };
}

interface Filled {
  readonly text: MappedText;
  readonly unknown: readonly Span[];
}

/** The text with Compose's variables filled in: `$$` is a `$`, what has no value known here stays as it is written. */
function filledIn(raw: MappedText, template: Template, variables: ReadonlyMap<string, string>): Filled {
  const segments: Segment[] = [];
  const unknown: Span[] = [];
  let text = '';
  const copy = (part: Span): void => {
    if (part.end <= part.start) return;
    for (const piece of raw.slice(part).segments) segments.push({ ...piece, start: piece.start + text.length });
    text += raw.text.slice(part.start, part.end);
  };
  for (const { kind, span: at } of template.pieces) {
    if (kind === 'literal') {
      let from = at.start;
      for (const { index } of raw.text.slice(at.start, at.end).matchAll(/\$\$/g)) {
        copy(span(from, at.start + index));
        from = at.start + index + 1;
      }
      copy(span(from, at.end));
      continue;
    }
    const value = interpolate(parseTemplate(raw.text.slice(at.start, at.end)), variables);
    if (value.known) text += value.text;
    else {
      unknown.push(span(text.length, text.length + at.end - at.start));
      copy(at);
    }
  }
  return { text: new MappedText(text, segments), unknown };
}

function nodeAt(root: YamlNode | undefined, route: Route): YamlNode | undefined {
  let node = root;
  for (const step of route)
    node = node?.kind === 'map' ? node.get(String(step))?.value : node?.kind === 'seq' ? node.items[Number(step)] : undefined;
  return node;
}

class LocatedDockerfile implements InlineDockerfile {
  readonly service: EffectiveService;
  readonly route: Route;
  readonly whole: Span;
  readonly #document: YamlDocument;
  readonly #node: YamlScalar;
  readonly #variables: ReadonlyMap<string, string>;
  readonly #filled: Filled;
  readonly #isLocated: boolean;
  #routes: readonly Route[] | undefined;

  constructor(
    service: EffectiveService,
    document: YamlDocument,
    node: YamlScalar,
    key: Span,
    variables: ReadonlyMap<string, string>,
  ) {
    this.service = service;
    this.route = node.route;
    this.whole = key;
    this.#document = document;
    this.#node = node;
    this.#variables = variables;
    const raw = mappedScalar(document, node);
    this.#isLocated = raw !== undefined;
    this.#filled = filledIn(raw ?? new MappedText(node.text, []), parseTemplate(node.text), variables);
  }

  get text(): string {
    return this.#filled.text.text;
  }

  get routes(): readonly Route[] {
    this.#routes ??= [this.route, ...sharedRoutes(this.#document, this.route)];
    return this.#routes;
  }

  place(of: Span): Span {
    return this.#isLocated ? this.#filled.text.spanToSource(of) : this.whole;
  }

  offsetAt(source: number): number | undefined {
    const segment = this.#filled.text.segments.findLast((one) => one.source <= source && source <= one.source + one.length);
    return segment && segment.start + source - segment.source;
  }

  isUnknown(of: Span): boolean {
    return this.#filled.unknown.some(({ start, end }) => of.start < of.end && start <= of.start && of.end <= end);
  }

  edits(of: readonly TextEdit[]): readonly TextEdit[] | { readonly refused: string } {
    if (!this.#isLocated || this.#node.style === 'folded')
      return { refused: 'the Dockerfile is not written line by line in the Compose file: write it behind `|`' };
    if (this.#node.style !== 'literal' && this.#node.style !== 'double' && of.some(({ text }) => text.includes('\n')))
      return { refused: 'the Dockerfile is written in one line: write it behind `|`' };
    const edits = of.map((edit) => this.#edit(edit));
    // How many line breaks are kept at the end depends on the block.
    return this.#reads(applyEdits(this.#document.text, edits))?.trimEnd() === applyEdits(this.text, of).trimEnd()
      ? edits
      : { refused: 'the change can not be made exactly inside the Compose file' };
  }

  /** The Dockerfile after a change of the Compose file. */
  #reads(text: string): string | undefined {
    const node = nodeAt(parseYamlSlice(text).root, this.route);
    if (node?.kind !== 'scalar') return undefined;
    return filledIn(MappedText.of(node.text, span(0, node.text.length)), parseTemplate(node.text), this.#variables).text.text;
  }

  get #indent(): string {
    const first = /[^\n]/.exec(this.#filled.text.text)?.index ?? 0;
    const at = this.#sourceOf(first);
    return this.#document.text.slice(this.#document.text.lastIndexOf('\n', at - 1) + 1, at);
  }

  #edit({ span: of, text: written }: TextEdit): TextEdit {
    const text = written.replaceAll('$', '$$$$');
    const { start, end } = of;
    if (this.#node.style === 'double') {
      const at = this.#filled.text.spanToSource(of);
      return { span: at, text: JSON.stringify(text).slice(1, -1) };
    }
    const at = span(this.#sourceOf(start), this.#sourceOf(end));
    if (this.#node.style !== 'literal') return { span: at, text };
    return this.#isLineStart(start) && this.#isLineStart(end) && (text === '' || text.endsWith('\n'))
      ? this.#lines(of, text)
      : { span: at, text: this.#indented(text, 1) + (text.endsWith('\n') ? this.#indent : '') };
  }

  /** Whole lines go and come with their indent, which blank lines do not have. */
  #lines({ start, end }: Span, text: string): TextEdit {
    const at = span(this.#lineStart(start), this.#lineStart(end));
    const lines = this.#indented(text, 0);
    const isOpen = start === this.text.length && this.#document.text[at.start - 1] !== '\n';
    return { span: at, text: isOpen ? this.#lineEnding + lines.trimEnd() : lines };
  }

  /** Lines with the block's indent, from the one of a number on. */
  #indented(text: string, from: number): string {
    const lines = text.split('\n').map((line, i) => (line === '' || i < from ? line : this.#indent + line));
    return lines.join(this.#lineEnding);
  }

  get #lineEnding(): string {
    return this.#document.text.includes('\r\n') ? '\r\n' : '\n';
  }

  #isLineStart(offset: number): boolean {
    return offset === 0 || this.text[offset - 1] === '\n';
  }

  #lineStart(offset: number): number {
    const at = this.#sourceOf(offset);
    return offset === this.text.length ? at : this.#document.text.lastIndexOf('\n', at - 1) + 1;
  }

  /** In front of a line break, of which a `\r` is a part, or of a `$`, which is written twice. */
  #sourceOf(offset: number): number {
    const { text } = this.#document;
    const at = this.#filled.text.toSource(offset);
    const pair = text.slice(at - 1, at + 1);
    return pair === '\r\n' || (pair === '$$' && this.text[offset] === '$') ? at - 1 : at;
  }
}

/** The Dockerfiles that a Compose file holds, each once, however many services build it; those of other files are judged there. */
export function inlineDockerfiles(file: ComposeFile, variables: ReadonlyMap<string, string>): readonly InlineDockerfile[] {
  const found = new Map<number, InlineDockerfile>();
  for (const service of file.services) {
    const field = service.field('build').child('dockerfile_inline');
    const text = field.scalar();
    if (!text || field.at.uri !== undefined || found.has(text.node.span.start)) continue;
    const key = field.keyAt.span;
    found.set(text.node.span.start, new LocatedDockerfile(service, file.document, text.node, key, variables));
  }
  return [...found.values()];
}
