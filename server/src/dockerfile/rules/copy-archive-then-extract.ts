import { isTarName } from '../../knowledge/archives.ts';
import type { ShellCommand } from '../../shell/script.ts';
import type { CopyAddInstruction, Stage } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

function baseName(path: string): string {
  return path.replace(/^["']|["']$/g, '').replace(/^.*[/\\]/, '');
}

/** The names that a copied archive may have in the stage: that of the destination, or its own. */
function archivesIn({ sources, syntax }: CopyAddInstruction): readonly string[] {
  const own = sources.filter(({ kind }) => kind === 'path').map(({ text }) => baseName(text.text));
  const destination = baseName(syntax.json?.at(-1)?.value ?? syntax.words.at(-1)?.raw ?? '');
  const archives = own.filter(isTarName);
  return archives.length > 0 && isTarName(destination) ? [destination] : archives;
}

function unpacks({ name, args }: ShellCommand, archive: string): boolean {
  if (name !== 'tar' && name !== 'bsdtar') return false;
  const [mode] = args;
  const isExtract =
    args.some(({ text }) => /^-[A-Za-z]*x|^--(?:extract|get)$/.test(text)) || /^[A-Za-z]*x[A-Za-z]*$/.test(mode?.text ?? '');
  return isExtract && args.some(({ text }) => baseName(text.replace(/^--file=/, '')) === archive);
}

function unpackedIn(
  stage: Stage,
  copy: CopyAddInstruction,
): readonly { archive: string; command: ShellCommand; index: number }[] {
  const runs = stage.all('RUN').filter(({ syntax }) => syntax.index > copy.syntax.index);
  return archivesIn(copy).flatMap((archive) =>
    runs.flatMap((run) =>
      run.script.commands
        .filter((one) => unpacks(one, archive))
        .map((command) => ({ archive, command, index: run.syntax.index })),
    ),
  );
}

export default dockerfileRule({
  id: 'dockerfile/copy-archive-then-extract',
  title: 'Archive copied and unpacked after that',
  severity: 'info',
  confidence: 'high',
  category: 'best-practice',
  profile: 'all',
  reports: 'presence',
  fix: 'none',
  equivalents: {
    hadolint: [{ id: 'DL3010', relation: 'narrower', note: 'only `tar`: ADD unpacks no other archives' }],
  },
  references: [
    {
      title: 'Dockerfile reference: ADD, local tar archives',
      url: 'https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives',
    },
    {
      title: 'Docker: Building best practices, ADD or COPY',
      url: 'https://docs.docker.com/build/building/best-practices/#add-or-copy',
    },
  ],
  messages: {
    copied: '`{archive}` is copied and then unpacked by `tar`: it stays in a layer of the image beside its contents.',
  },
  visit: {
    stage(context, stage) {
      for (const copy of stage.all('COPY')) {
        if (copy.from) continue;
        const [found] = unpackedIn(stage, copy);
        if (!found) continue;
        const { word, span } = found.command;
        context.report({
          at: copy.at,
          message: 'copied',
          data: { archive: found.archive },
          related: [{ at: { span: word?.span ?? span, route: copy.at.route }, message: 'It is unpacked here.' }],
        });
      }
    },
  },
});
