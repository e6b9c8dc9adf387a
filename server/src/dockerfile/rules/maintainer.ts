import { replaceKeyword, replaceText } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';

/** A text as a value between double quotes, which Docker reads back as it is. */
function quoted(name: string, escapeChar: string): string {
  const inner = /^(["'])([^"'\\`$]*)\1$/.exec(name)?.[2] ?? name;
  return `"${inner.replace(/["$]/g, (c) => `${escapeChar}${c}`)}"`;
}

export default dockerfileRule({
  id: 'dockerfile/maintainer',
  title: 'MAINTAINER',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  tags: ['deprecated'],
  equivalents: {
    buildkit: [{ id: 'MaintainerDeprecated', relation: 'equal' }],
    hadolint: [{ id: 'DL4000', relation: 'equal' }],
    trivy: [{ id: 'DS-0022', relation: 'equal', aliases: ['AVD-DS-0022', 'DS022', 'no-maintainer', 'docker-no-maintainer'] }],
    checkov: [{ id: 'CKV_DOCKER_6', relation: 'equal', aliases: ['MaintainerExists'] }],
    kics: [
      {
        id: 'MAINTAINER Instruction Being Used',
        relation: 'equal',
        aliases: ['99614418-f82b-4852-a9ae-5051402b741c', 'maintainer_instruction_being_used'],
      },
    ],
    semgrep: [{ id: 'maintainer-is-deprecated', relation: 'equal' }],
  },
  references: [
    { title: 'Dockerfile reference: MAINTAINER', url: 'https://docs.docker.com/reference/dockerfile/#maintainer-deprecated' },
    { title: 'BuildKit: MaintainerDeprecated', url: 'https://docs.docker.com/reference/build-checks/maintainer-deprecated/' },
    { title: 'OCI image annotations', url: 'https://github.com/opencontainers/image-spec/blob/main/annotations.md' },
  ],
  messages: {
    deprecated: 'MAINTAINER is deprecated: the label `org.opencontainers.image.authors` takes its place.',
  },
  visit: {
    instruction: {
      MAINTAINER(context, maintainer, file) {
        context.report({
          at: maintainer.at,
          message: 'deprecated',
          fixes: () => {
            const { syntax } = maintainer;
            const title = 'Write a LABEL';
            if (syntax.args.text === '' || syntax.flags.length > 0) return [{ title, refused: 'it names nobody' }];
            if (syntax.args.text.includes(file.syntax.escape)) return [{ title, refused: 'the name has escapes in it' }];
            const value = `org.opencontainers.image.authors=${quoted(syntax.args.text, file.syntax.escape)}`;
            const results = [replaceKeyword(file.syntax, syntax, 'LABEL'), replaceText(syntax.args, value)];
            return [offer({ title, safety: 'safe' }, results, [maintainer])];
          },
        });
      },
    },
  },
});
