import { replaceText } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { WorkdirInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';
import { isAbsolutePath, joinPath, workdirAt } from '../stages/stage-so-far.ts';

function fix(workdir: WorkdirInstruction, path: string) {
  const above = workdirAt(workdir);
  const absolute = workdir.stage?.windows ? undefined : joinPath(above.kind === 'known' ? above.path : '/', path);
  const title = `Write \`${absolute ?? path}\``;
  const text = workdir.syntax.words[0]?.text;
  if (absolute === undefined || !text) return { title, refused: 'it is a Windows path' };
  if (workdir.onbuild) return { title, refused: 'it is relative to the directory of another build' };
  if (above.kind === 'unknown') return { title, refused: 'the WORKDIR above it is not known' };
  if (workdir.path.at.via) return { title, refused: `it comes from \`${workdir.path.at.via.name}\`` };
  if (/["'\\]/.test(text.text)) return { title, refused: 'the path is quoted' };
  const known = above.kind === 'known';
  const caution = 'It is another directory if the base image sets one.';
  return offer(
    { title, ...(known ? { safety: 'safe' } : { safety: 'hardening', caution }) },
    [replaceText(text, absolute)],
    [workdir],
  );
}

export default dockerfileRule({
  id: 'dockerfile/workdir-relative',
  title: 'Relative working directory',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    hadolint: [{ id: 'DL3000', relation: 'equal' }],
    buildkit: [{ id: 'WorkdirRelativePath', relation: 'wider', note: 'behind an absolute WORKDIR too' }],
    trivy: [
      {
        id: 'DS-0009',
        relation: 'equal',
        aliases: ['AVD-DS-0009', 'DS009', 'user-absolute-workdir', 'docker-user-absolute-workdir'],
      },
    ],
    checkov: [{ id: 'CKV_DOCKER_10', relation: 'equal', aliases: ['WorkdirIsAbsolute'] }],
    kics: [
      {
        id: 'WORKDIR Path Not Absolute',
        relation: 'equal',
        aliases: ['6b376af8-cfe8-49ab-a08d-f32de23661a4', 'workdir_path_not_absolute'],
      },
    ],
    semgrep: [{ id: 'use-absolute-workdir', relation: 'equal' }],
  },
  references: [
    { title: 'BuildKit: WorkdirRelativePath', url: 'https://docs.docker.com/reference/build-checks/workdir-relative-path/' },
    { title: 'Docker: Building best practices, WORKDIR', url: 'https://docs.docker.com/build/building/best-practices/#workdir' },
  ],
  messages: {
    base: '`{path}` is relative to a directory that the base image chooses.',
    above: '`{path}` is relative to the WORKDIR above it.',
  },
  visit: {
    instruction: {
      WORKDIR(context, workdir) {
        const { path } = workdir;
        if (path.kind !== 'known' || path.value === '' || isAbsolutePath(path.value)) return;
        const isFirst = workdirAt(workdir).kind === 'base';
        context.report({
          at: path.at,
          message: isFirst ? 'base' : 'above',
          data: { path: path.value },
          ...(isFirst && { severity: 'low' as const }),
          fixes: () => [fix(workdir, path.value)],
        });
      },
    },
  },
});
