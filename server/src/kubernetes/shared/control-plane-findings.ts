import { type FixOffer, isRefusal } from '../../core/finding.ts';
import type { OptionSpecs } from '../../core/options.ts';
import type { Equivalent, Reference, RuleContext, Tool } from '../../core/rule.ts';
import { TOOLS } from '../../core/rule.ts';
import type { ControlPlaneTopic } from '../../knowledge/control-plane/setting.ts';
import { otherNames } from '../../knowledge/control-plane-check-names.ts';
import { expectedText, expectedWords, isMet } from '../../knowledge/control-plane-expectations.ts';
import { CONTROL_PLANE_CHECKS, type ControlPlaneCheck } from '../../knowledge/control-plane-flags.ts';
import { appendListed, removeKeys, removeListedAt, replaceListed } from '../edit/paths.ts';
import { setPath } from '../edit.ts';
import { type ControlPlaneProgram, controlPlanePrograms, type Setting } from '../model/control-plane.ts';
import { Mapping } from '../model/mapping.ts';
import type { KubernetesVisitors } from '../rule.ts';
import { equivalentOf, idsIn } from './check-lists.ts';

/** What the settings of a topic say: one sentence for each that is given, one for each that is lacking. */
export function settingMessages(topic: ControlPlaneTopic): Readonly<Record<string, string>> {
  const entries = checksAbout(topic).flatMap((check) => {
    const { component, why } = check;
    return [
      [keyOf(check, false), `\`${component}\` runs with \`{setting}\`: ${why}.`],
      [keyOf(check, true), `\`${component}\` runs without \`{setting}\`: ${why}.`],
    ];
  });
  return Object.fromEntries(entries);
}

function keyOf({ component, flag, expected }: ControlPlaneCheck, isLacking: boolean): string {
  const item = expected.kind === 'has' ? expected.item : expected.kind === 'lacks' ? expected.items.join(' ') : '';
  return [component, flag, item, isLacking ? 'lacking' : 'given'].filter((part) => part !== '').join(' ');
}

/** Where a topic's settings are described, and their sections of the CIS benchmark; `page` is the topic's own. */
export function settingReferences(topic: ControlPlaneTopic, page: Reference): readonly Reference[] {
  const sections = [...new Set(checksAbout(topic).flatMap(({ cis }) => cis ?? []))];
  return [
    page,
    { title: 'Kubernetes component reference', url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/' },
    { title: `CIS Kubernetes ${sections.join(', ')}` },
  ];
}

const NOTE = 'one of several settings that the rule looks at';

/** The checks of other tools behind the settings of a topic. */
export function settingEquivalents(topic: ControlPlaneTopic): Partial<Record<Tool, readonly Equivalent[]>> {
  const all: Partial<Record<Tool, readonly Equivalent[]>> = {};
  for (const tool of TOOLS) {
    const wider = checksAbout(topic).flatMap(({ checks }) => idsIn(checks, tool));
    const narrower = checksAbout(topic).flatMap(({ narrower }) =>
      idsIn(narrower?.checks ?? {}, tool).map((id) => equivalentOf(id, 'narrower', narrower?.note ?? '', otherNames(id))),
    );
    const found = [...[...new Set(wider)].map((id) => equivalentOf(id, 'wider', NOTE, otherNames(id))), ...narrower];
    if (found.length > 0) all[tool] = found;
  }
  return all;
}

/** A visitor that reports the settings of a topic which are not as they have to be. */
export function settingVisitors<O extends OptionSpecs>(topic: ControlPlaneTopic): KubernetesVisitors<string, O> {
  return {
    object(context, object) {
      for (const program of controlPlanePrograms(object)) {
        for (const check of checksAbout(topic)) {
          if (check.component === program.component) judge(context, program, check);
        }
      }
    },
  };
}

function checksAbout(topic: ControlPlaneTopic): readonly ControlPlaneCheck[] {
  return CONTROL_PLANE_CHECKS.filter((check) => check.topic === topic);
}

function judge<O extends OptionSpecs>(
  context: RuleContext<string, O>,
  program: ControlPlaneProgram,
  check: ControlPlaneCheck,
): void {
  const setting = settingOf(program, check);
  const { value } = setting ?? {};
  if (!setting || !value || value.kind === 'dynamic' || value.kind === 'invalid') return;
  const unset = program.fields ? check.unsetField : check.unset;
  const isGiven = value.kind === 'known' && value.value !== '';
  if (isGiven ? isFieldMet(program, check, value.value) : !unset || isSaidElsewhere(program, check)) return;
  const isLacking = !isGiven || check.expected.kind === 'has';
  const shown = program.fields && check.field ? `${check.field.join('.')}: ` : `--${check.flag}=`;
  const text = isLacking ? expectedWords(check.expected) : isGiven ? value.value : '';
  context.report({
    at: isGiven ? value.at : program.at,
    message: keyOf(check, isLacking),
    severity: (isGiven ? check.severity : unset) ?? check.severity,
    data: { setting: text === '…' ? shown.replace(/[=: ]+$/, '') : `${shown}${text}` },
    fixes: () => offersFor(program, check, setting, isGiven ? value.value : undefined),
  });
}

function settingOf(program: ControlPlaneProgram, check: ControlPlaneCheck): Setting | undefined {
  if (program.fields) return check.field && program.field(check.field);
  return program.flag(check.flag, check.expected.kind === 'boolean');
}

function isFieldMet(program: ControlPlaneProgram, check: ControlPlaneCheck, text: string): boolean {
  const { expected } = check;
  return program.fields && expected.kind === 'gate' ? text !== 'false' : isMet(expected, text);
}

function isSaidElsewhere(program: ControlPlaneProgram, { instead = [] }: ControlPlaneCheck): boolean {
  return instead.some((name) => {
    const { value } = program.fields ? program.field([name]) : program.flag(name, false);
    return program.fields ? value.kind !== 'absent' : value.kind === 'known';
  });
}

const CAUTION = 'What relies on the present setting stops working; the component restarts with the new one.';
/** What stands in for a path that only the operator knows. */
const TO_COMPLETE = 'CHANGE-ME';

function offersFor(
  program: ControlPlaneProgram,
  check: ControlPlaneCheck,
  setting: Setting,
  text: string | undefined,
): readonly FixOffer[] {
  const { object, flags, fields } = program;
  const path = fields ? check.field : undefined;
  const name = path ? path.join('.') : `--${check.flag}`;
  const isPath = check.expected.kind === 'given';
  const wanted = isPath ? TO_COMPLETE : wantedText(program, check, text);
  if (wanted === undefined) return [{ title: `Change \`${name}\``, refused: 'Only the operator knows a good value.' }];
  if (program.within !== undefined)
    return [{ title: `Change \`${name}\``, refused: `It stands in the text of \`${program.within}\`.` }];
  const title =
    wanted === '' ? `Remove \`${name}\`` : isPath ? `Set \`${name}\`` : `Set \`${name}${path ? ': ' : '='}${wanted}\``;
  const offer = { title, safety: isPath ? 'placeholder' : 'hardening', caution: CAUTION } as const;
  if (path && fields && wanted === '') {
    const parent = path.slice(0, -1).reduce((mapping, step) => mapping.mapping(step), fields);
    return [removeKeys(object, parent, path.slice(-1), offer)];
  }
  if (path) return [completed(setPath(object.document, object.node, path, typed(wanted), offer))];
  if (setting.entry) {
    const { map, key } = setting.entry;
    if (wanted !== '') return [completed(setPath(object.document, map, [key], wanted, offer))];
    if (key === 'value') return [{ title, refused: 'It is one of two fields that go together.' }];
    return [removeKeys(object, Mapping.of(map, { at: object.at, partial: false }), [key], offer)];
  }
  if (setting.item) {
    const { list, index } = setting.item;
    if (wanted === '') return [removeListedAt(object, list, index, offer)];
    return [completed(replaceListed(object, list, index, `--${check.flag}=${wanted}`, offer))];
  }
  if (text !== undefined || !flags) return [{ title, refused: 'The setting is not written in a word of its own.' }];
  return [completed(appendListed(object, flags, `--${check.flag}=${wanted}`, offer))];
}

function completed(offer: FixOffer): FixOffer {
  return isRefusal(offer) || offer.safety !== 'placeholder' ? offer : { ...offer, select: TO_COMPLETE };
}

function wantedText({ fields }: ControlPlaneProgram, check: ControlPlaneCheck, text: string | undefined): string | undefined {
  const { expected, flag } = check;
  if (fields && (expected.kind === 'gate' || flag === 'tls-cipher-suites')) return expected.kind === 'gate' ? 'true' : undefined;
  if (flag === 'authorization-mode' && expected.kind === 'lacks') {
    const rest = expectedText(expected, text);
    return rest || (check.component === 'kubelet' ? 'Webhook' : 'Node,RBAC');
  }
  return expectedText(expected, text);
}

function typed(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}
