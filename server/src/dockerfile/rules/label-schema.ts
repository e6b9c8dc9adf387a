import { booleanOption, stringsOption } from '../../core/options.ts';
import { isOfKind, KIND_NAMES, OCI_LABELS, readLabelRule } from '../../knowledge/label-values.ts';
import { lineage } from '../images/base-image.ts';
import type { Stage } from '../model/model.ts';
import { dockerfileRule, stageAt } from '../rule.ts';

function keysOf(stage: Stage): ReadonlySet<string> {
  return new Set(lineage(stage).flatMap((one) => one.all('LABEL').flatMap(({ pairs }) => pairs.map(({ name }) => name))));
}

export default dockerfileRule({
  id: 'dockerfile/label-schema',
  title: 'Label whose value has the wrong form',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  options: {
    labels: stringsOption(
      'Labels and what their values are, as `key:kind`; kinds: text, url, rfc3339, spdx, hash, semver, email',
      OCI_LABELS,
    ),
    required: stringsOption('Labels that every image that ships must have'),
    strict: booleanOption('Report labels that are in neither list', false),
  },
  equivalents: {
    hadolint: [
      { id: 'DL3049', relation: 'narrower', note: 'option `required`; only stages that ship' },
      { id: 'DL3050', relation: 'equal', note: 'option `strict`' },
      { id: 'DL3051', relation: 'wider', note: 'labels of the OCI without an option' },
      { id: 'DL3052', relation: 'wider', note: 'labels of the OCI without an option' },
      { id: 'DL3053', relation: 'wider', note: 'labels of the OCI without an option' },
      { id: 'DL3054', relation: 'narrower', note: 'the form of an expression, not the list of all licenses' },
      { id: 'DL3055', relation: 'equal' },
      { id: 'DL3056', relation: 'equal' },
      { id: 'DL3058', relation: 'equal' },
    ],
  },
  references: [
    { title: 'OCI image annotations', url: 'https://github.com/opencontainers/image-spec/blob/main/annotations.md' },
    { title: 'SPDX license list', url: 'https://spdx.org/licenses/' },
    { title: 'RFC 3339', url: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6' },
  ],
  messages: {
    empty: 'Label `{key}` is empty.',
    form: 'Label `{key}` must be {kind}, not `{value}`.',
    missing: 'Label `{key}` is missing.',
    superfluous: 'Label `{key}` is not in the schema.',
  },
  visit: {
    stage(context, stage, file) {
      if (context.options.required.length === 0 || !file.shippedStages.includes(stage) || !stage.from.imageText) return;
      const keys = keysOf(stage);
      for (const key of context.options.required) {
        if (!keys.has(key)) context.report({ at: stageAt(stage), message: 'missing', data: { key } });
      }
    },
    instruction: {
      LABEL(context, label) {
        const { labels, required, strict } = context.options;
        const rules = labels.flatMap((text) => readLabelRule(text) ?? []);
        for (const { name, nameSpan, value } of label.pairs) {
          const rule = rules.find(({ key }) => key === name);
          if (!rule && strict && !name.includes('$') && !required.includes(name)) {
            context.report({ at: { ...value.at, span: nameSpan }, message: 'superfluous', data: { key: name } });
          }
          if (!rule || value.kind !== 'known') continue;
          if (value.value.trim() === '')
            context.report({ at: { ...value.at, span: nameSpan }, message: 'empty', data: { key: name } });
          else if (!isOfKind(rule.kind, value.value))
            context.report({
              at: value.at,
              message: 'form',
              data: { key: name, kind: KIND_NAMES[rule.kind], value: value.value },
            });
        }
      },
    },
  },
});
