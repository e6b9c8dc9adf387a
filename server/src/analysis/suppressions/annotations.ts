import type { Tool } from '../../core/rule.ts';
import type { Span } from '../../core/span.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlPair } from '../../yaml/node.ts';
import type { Directive } from './directive.ts';
import { ownAnnotation } from './own-annotation.ts';

/**
 * Annotations of Kubernetes objects that tell us or other linters to leave the object alone. They hold for the object whose
 * `metadata` they stand in; on a pod template, for that template.
 */
export function annotationDirectives({ root, text }: Pick<YamlDocument, 'root' | 'text'>): Directive[] {
  const found: Directive[] = [];
  if (root) visit(root, text, found, 0);
  return found;
}

function visit(node: YamlNode, text: string, found: Directive[], depth: number): void {
  if (depth > 12 || node.kind === 'scalar') return;
  if (node.kind === 'seq') {
    for (const item of node.items) visit(item, text, found, depth + 1);
    return;
  }
  const metadata = node.get('metadata')?.value;
  if (metadata?.kind === 'map') {
    const annotations = metadata.get('annotations');
    if (annotations?.value.kind === 'map') {
      found.push(...annotations.value.pairs.flatMap((pair) => directivesOf(pair, node)));
      found.push(...ownAnnotation(annotations, node.span, text));
    }
  }
  // Objects hold objects only below these: lists of items, OpenShift templates' objects, pod templates.
  for (const key of ['items', 'objects', 'spec', 'template', 'jobTemplate']) {
    const pair = node.get(key);
    if (pair) visit(pair.value, text, found, depth + 1);
  }
}

function directivesOf(pair: YamlPair, object: YamlMap): Directive[] {
  const value = pair.value.kind === 'scalar' ? pair.value.text : '';
  for (const read of READERS) {
    const ids = read(pair.key, value);
    if (ids) return ids.names.length > 0 ? [make(ids.tool, ids.names, pair.span, object.span, ids.reason)] : [];
  }
  return [];
}

function make(tool: Tool, names: readonly string[], span: Span, scope: Span, reason?: string): Directive {
  return { source: tool, span, scope, targets: names.map((id) => ({ id, span, tool })), ...(reason && { reason }) };
}

interface Ids {
  readonly tool: Tool;
  readonly names: readonly string[];
  readonly reason?: string;
}
type Reader = (key: string, value: string) => Ids | undefined;

const READERS: readonly Reader[] = [
  // https://docs.kubelinter.io/#/configuring-kubelinter?id=ignoring-violations-for-specific-cases
  (key, value) =>
    key.startsWith('ignore-check.kube-linter.io/')
      ? { tool: 'kube-linter', names: [key.slice('ignore-check.kube-linter.io/'.length)], reason: value }
      : undefined,
  (key, value) => (key === 'kube-linter.io/ignore-all' ? { tool: 'kube-linter', names: ['*'], reason: value } : undefined),
  // https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html: `checkov.io/skip1: CKV_K8S_20=reason`
  (key, value) => {
    if (!/(?:checkov|bridgecrew|cortex)\.io\/skip/.test(key)) return undefined;
    const [id = '', ...reason] = value.split('=');
    return { tool: 'checkov', names: id.trim() ? [id.trim()] : [], reason: reason.join('=').trim() };
  },
  // https://github.com/zegl/kube-score#ignoring-a-test
  (key, value) =>
    key === 'kube-score/ignore'
      ? {
          tool: 'kube-score',
          names: value
            .split(',')
            .map((v) => v.trim())
            .filter(Boolean),
        }
      : undefined,
  // https://polaris.docs.fairwinds.com/customization/exemptions/
  (key, value) => {
    const match = /^polaris\.fairwinds\.com\/(?:(.+)-)?exempt$/.exec(key);
    return match && value.toLowerCase() === 'true' ? { tool: 'polaris', names: [match[1] ?? '*'] } : undefined;
  },
];
