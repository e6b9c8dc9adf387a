import type { Finding, FixOffer, Related } from '../core/finding.ts';
import { isRefusal } from '../core/finding.ts';
import type { Span } from '../core/span.ts';
import type { TextEdit } from '../core/text-edit.ts';
import type { At } from '../core/value.ts';
import type { Rendered } from '../kubernetes/helm/rendered.ts';
import type { JudgedSlice } from './slice.ts';
import { movedProject } from './slice-project.ts';
import type { Directive } from './suppressions/directive.ts';

/**
 * What was judged on a rendered template, told of the template: what a value of the chart printed stands at its action, with the value
 * as related information, and is fixed in `values.yaml`.
 */
export function throughChart(slice: JudgedSlice, rendered: Rendered): JudgedSlice {
  return {
    ...slice,
    findings: slice.findings.map((finding) => findingInTemplate(finding, rendered)),
    directives: slice.directives.map((directive) => directiveInTemplate(directive, rendered)),
    problems: slice.problems.map((problem) => ({ ...problem, span: rendered.toTemplate(problem.span) })),
    ...(slice.project && { project: movedProject(slice.project, (at) => atInTemplate(at, rendered)) }),
  };
}

function findingInTemplate(finding: Finding, rendered: Rendered): Finding {
  const at = atInTemplate(finding.at, rendered);
  const printed = finding.at.uri === undefined ? rendered.printedAt(finding.at.span) : undefined;
  const related = finding.related.map((r) => ({ ...r, at: atInTemplate(r.at, rendered) }));
  const source: Related[] = printed
    ? [
        {
          at: { span: printed.span, route: [], uri: printed.by.file.path },
          message: `\`${printed.by.path}\` is set here.`,
        },
      ]
    : [];
  return {
    ...finding,
    at,
    resource: { ...finding.resource, at: atInTemplate(finding.resource.at, rendered) },
    related: [...source, ...related],
    fixes: () => finding.fixes().map((offer) => offerInTemplate(offer, rendered)),
  };
}

/** A place in another file stays as it is. */
function atInTemplate(at: At, rendered: Rendered): At {
  if (at.uri !== undefined) return at;
  return {
    ...at,
    span: rendered.toTemplate(at.span),
    ...(at.key && { key: rendered.toTemplate(at.key) }),
    ...(at.via && { via: { ...at.via, ...(at.via.at && { at: atInTemplate(at.via.at, rendered) }) } }),
  };
}

function offerInTemplate(offer: FixOffer, rendered: Rendered): FixOffer {
  if (isRefusal(offer)) return offer;
  const here: TextEdit[] = [];
  const elsewhere = new Map<string, TextEdit[]>();
  for (const edit of offer.edits) {
    const placed = rendered.place(edit);
    if (!placed) return { title: offer.title, refused: 'The template makes this text from several values.' };
    if (!placed.file) here.push(placed.edit);
    else elsewhere.set(placed.file.path, [...(elsewhere.get(placed.file.path) ?? []), placed.edit]);
  }
  if (elsewhere.size === 0) return { ...offer, edits: here };
  // What is changed in the values is changed for every template that uses them.
  const names = [...elsewhere.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1));
  return { ...offer, title: `${offer.title} in ${names.join(' and ')}`, edits: here, elsewhere };
}

function directiveInTemplate(directive: Directive, rendered: Rendered): Directive {
  const spanOf = (s: Span) => rendered.toTemplate(s);
  // Where an annotation's words stand counts for its fix only, and that is for the rendered text.
  const { annotation, ...rest } = directive;
  return {
    ...rest,
    span: spanOf(directive.span),
    scope: directive.scope === 'file' ? 'file' : spanOf(directive.scope),
    targets: directive.targets.map((target) => ({ ...target, span: spanOf(target.span) })),
    ...(directive.comment && { comment: { ...directive.comment, span: spanOf(directive.comment.span) } }),
  };
}
