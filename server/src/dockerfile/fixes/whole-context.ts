import type { FixOffer } from '../../core/finding.ts';
import { addFlag } from '../edit.ts';
import { isFromHistory } from '../files/history-sources.ts';
import { type IgnoreFile, isIgnored } from '../files/ignore-file.ts';
import type { CopyAddInstruction, Dockerfile } from '../model/model.ts';
import { olderFrontend } from './frontend.ts';
import { offer } from './words.ts';

const WHOLE = /^(?:\.?\/?|\.\/?\*|\*|\/\*)$/;
/** What most contexts have and no image should: the history of the repository, and the settings of one machine. */
const UNWANTED = ['.git', '.env'];
/** First version 1.x of the Dockerfile frontend with `--exclude`. (https://docs.docker.com/reference/dockerfile/#copy---exclude) */
const MINOR_WITH_EXCLUDE = 19;

/** The source of a COPY or ADD that is the whole build context, put into an image that ships. */
export function wholeContext(copy: CopyAddInstruction) {
  if (!copy.stage?.ships || copy.from || copy.onbuild || copy.exclude.length > 0 || isFromHistory(copy)) return undefined;
  const source = copy.sources.find(({ kind, value }) => kind === 'path' && value.kind === 'known' && WHOLE.test(value.value));
  return source?.value.kind === 'known' && source.value.value !== '' ? source.value : undefined;
}

/** What an ignore file lets in that it should not. */
export function letIn(ignoreFile: IgnoreFile): readonly string[] {
  return UNWANTED.filter((path) => !isIgnored(ignoreFile, path));
}

/**
 * Leaves out what no image should have.
 *
 *     COPY . .   →   COPY --exclude=.git --exclude=**\/.env . .
 */
export function excludeUnwanted(file: Dockerfile, copy: CopyAddInstruction): FixOffer {
  const title = 'Leave `.git` and `.env` out';
  const old = olderFrontend(file, MINOR_WITH_EXCLUDE);
  if (old !== undefined) return { title, refused: `\`${old}\` does not know \`--exclude\`, which came with 1.19` };
  const caution = 'Needs Dockerfile syntax 1.19 or later; a `.dockerignore` does so for every build, and keeps more out.';
  return offer({ title, safety: 'hardening', caution }, [addFlag(copy.syntax, '--exclude=.git --exclude=**/.env')], [copy]);
}
