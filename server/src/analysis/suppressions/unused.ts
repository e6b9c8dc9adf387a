import type { Finding, Fix } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { RuleSetting } from '../types.ts';
import type { Judged, TargetIndex } from './apply.ts';
import type { Directive, Target } from './directive.ts';
import { PLACEHOLDER, type Policed } from './policy.ts';

/** Findings of `seaworthy/unused-suppression`; rules that do not run in these settings are not counted against a comment. */
export function unusedFindings(
  unused: Judged['unused'],
  index: TargetIndex,
  running: ReadonlySet<string>,
  setting: RuleSetting,
  text: string,
): Finding[] {
  return unused.flatMap(({ directive, target }) => {
    const rules = [...index.rules(target)];
    const isGlob = /[*?{[]/.test(target.id);
    if (rules.length > 0 && !rules.some((id) => running.has(id))) return [];
    const message = rules.length === 0 && !isGlob ? 'unknown' : directive.comment ? 'unused' : 'unusedAnnotation';
    return [finding(directive, target, message, setting, text)];
  });
}

/** Findings of `seaworthy/unused-suppression` about comments that the project does not let silence anything. */
export function refusedFindings(refused: Policed['refused'], setting: RuleSetting, text: string): Finding[] {
  return refused.map(({ directive, message }) => {
    const target: Target = { id: directive.targets.map(({ id }) => id).join(', '), span: directive.span };
    const found = finding(directive, target, message, setting, text);
    const isWritten = directive.comment !== undefined || directive.annotation?.words !== undefined;
    return message === 'forbidden' ? found : { ...found, fixes: () => (isWritten ? [reasonFix(directive, text)] : []) };
  });
}

/** Before: `# seaworthy-ignore a/b`; after: `# seaworthy-ignore a/b -- reason`, with the reason to be written. */
function reasonFix({ span, annotation, reason }: Directive, text: string): Fix {
  const { end } = annotation?.words ?? span;
  const dashed = /--\s*$/.test(text.slice(span.start, end));
  return {
    title: 'Give a reason behind `--`',
    safety: 'placeholder',
    edits:
      reason === undefined
        ? [{ span: { start: end, end }, text: `${dashed ? '' : ' --'} ${PLACEHOLDER}` }]
        : [{ span: { start: end - reason.length, end }, text: PLACEHOLDER }],
    touches: [],
    select: PLACEHOLDER,
  };
}

function finding(directive: Directive, target: Target, message: string, { rule, severity }: RuleSetting, text: string): Finding {
  const sentence = (rule.messages[message] ?? message).replace('{rule}', target.id);
  const at = { span: target.span, route: [] };
  return {
    rule: rule.id,
    severity,
    confidence: rule.confidence,
    message: sentence,
    at,
    resource: { kind: 'file', name: 'comment', at },
    related: [],
    fingerprint: fingerprintOf(rule.id, 'comment', `${target.id} ${directive.reason ?? ''}`),
    absence: false,
    fixes: () => removal(directive, target, text),
  };
}

function removal(directive: Directive, target: Target, text: string): Fix[] {
  const whole = directive.targets.length === 1 || !directive.targets.includes(target);
  const what = directive.comment ? 'comment' : 'annotation';
  const span = whole ? wholeSpan(directive, text) : targetSpan(directive, target);
  if (!span || (!directive.comment && !directive.annotation)) return [];
  const title = whole ? `Remove this ignore ${what}` : `Remove \`${target.id}\` from this ${what}`;
  return [{ title, safety: 'safe', edits: [{ span, text: '' }], touches: [] }];
}

function wholeSpan(directive: Directive, text: string): Span | undefined {
  return directive.comment ? commentSpan(directive, text) : directive.annotation?.removal;
}

/** The comment with its line when it stands alone, else with the blanks before it. */
function commentSpan(directive: Directive, text: string): Span {
  let { start, end } = directive.span;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  if (!directive.comment?.ownLine) return { start, end };
  if (text[end] === '\r') end++;
  if (text[end] === '\n') end++;
  return { start, end };
}

/** The target with the comma that joins it to its neighbours. */
function targetSpan(directive: Directive, target: Target): Span {
  const index = directive.targets.indexOf(target);
  const before = directive.targets[index - 1];
  if (before) return { start: before.span.end, end: target.span.end };
  return { start: target.span.start, end: directive.targets[index + 1]?.span.start ?? target.span.end };
}
