import type { RuleContext } from '../../core/rule.ts';
import type { LabelInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations */
const VALID = /^[a-z](?:[a-z0-9]|[.-](?=[a-z0-9]))*$/;
const RESERVED = /^(?:com\.docker|io\.docker|org\.dockerproject)\./;
/** Keys that Docker asks others to set. (https://docs.docker.com/extensions/extensions-sdk/extensions/labels/) */
const FOR_OTHERS = /^com\.docker\.(?:extension|desktop\.extension)\./;

function visitLabel(context: RuleContext<'reserved' | 'format'>, label: LabelInstruction): void {
  for (const { name, nameSpan, at } of label.pairs) {
    if (name === '' || name.includes('$')) continue;
    const isReserved = RESERVED.test(name) && !FOR_OTHERS.test(name);
    if (!isReserved && VALID.test(name)) continue;
    context.report({ at: { ...at, span: nameSpan }, message: isReserved ? 'reserved' : 'format', data: { key: name } });
  }
}

export default dockerfileRule({
  id: 'dockerfile/label-key',
  title: 'Label key against the guidelines',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: { hadolint: [{ id: 'DL3048', relation: 'narrower', note: 'not keys with variables' }] },
  references: [
    {
      title: 'Docker: Labels, key format',
      url: 'https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations',
    },
    { title: 'OCI image annotations', url: 'https://github.com/opencontainers/image-spec/blob/main/annotations.md' },
  ],
  messages: {
    reserved: '`{key}` is in a namespace that Docker keeps for itself.',
    format: '`{key}` should start with a lower-case letter and hold only such letters, digits, single dots and hyphens.',
  },
  visit: { instruction: { LABEL: visitLabel } },
});
