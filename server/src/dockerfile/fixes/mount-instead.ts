import type { FixOffer } from '../../core/finding.ts';
import { readsCredentialFile } from '../../knowledge/credential-files.ts';
import { operands } from '../../shell/query.ts';
import { addFlag, type EditResult, removeCommand, removeInstruction, removeWord } from '../edit.ts';
import { laterRemovals, placeOfCopy, type Removal, runsAfter } from '../files/credential-traces.ts';
import { lineage } from '../images/base-image.ts';
import type { CopyAddInstruction, CopySource, Dockerfile, RunInstruction } from '../model/model.ts';
import { offer } from './words.ts';

/** Takes one source out of a COPY, or the whole COPY when it has no other. */
function withoutSource(file: Dockerfile, copy: CopyAddInstruction, source: CopySource): EditResult {
  if (copy.sources.length === 1) return removeInstruction(file.syntax, copy.syntax);
  const word = copy.syntax.words[copy.sources.indexOf(source)];
  return word ? removeWord(file.syntax, copy.syntax, word) : 'the file is not named in the COPY';
}

/** A mount cannot be deleted: the `rm` that was meant to hide the file goes too. */
export function withoutRemoval(file: Dockerfile, { run, command }: Removal): EditResult {
  if (operands(command).length > 1) return 'its deletion deletes other files too';
  return run.script.commands.length === 1 ? removeInstruction(file.syntax, run.syntax) : removeCommand(file.syntax, run, command);
}

function textOf({ syntax }: RunInstruction): string {
  return [syntax.args.text, ...syntax.heredocs.map(({ content }) => content.text)].join('\n');
}

/** The RUNs that use a file: they name it, or run a program that reads it by itself. */
function usersOf(file: Dockerfile, copy: CopyAddInstruction, path: string): readonly RunInstruction[] {
  const base = path.split('/').at(-1) ?? '';
  return runsAfter(copy, file.stages).filter(
    (run) =>
      textOf(run).includes(base) || run.script.commands.some(({ name }) => name !== undefined && readsCredentialFile(name, path)),
  );
}

function baseOf(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? '';
}

/** Whether a later stage takes the file by `COPY --from` of this stage or one that is built from it. */
function isHandedOn(file: Dockerfile, copy: CopyAddInstruction, name: string): boolean {
  const base = baseOf(name);
  const copies = file.stages.flatMap((stage) => stage.all('COPY'));
  return copies.some(({ from, sources }) => {
    const giver = from?.stage;
    const isHeir = giver !== undefined && copy.stage !== undefined && lineage(giver).includes(copy.stage);
    return isHeir && sources.some(({ text }) => text.text.endsWith(base));
  });
}

/**
 * Takes a credential file out of the image: the RUNs that use it get it as a secret mount, at the place where COPY put it.
 *
 *     COPY .npmrc /app/.npmrc
 *     RUN npm ci                →   RUN --mount=type=secret,id=npmrc,target=/app/.npmrc,required=true npm ci
 */
export function mountInsteadOfCopy(file: Dockerfile, copy: CopyAddInstruction, source: CopySource): FixOffer {
  const shown = source.value.kind === 'known' ? source.value.value : source.text.text;
  const title = `Do not copy \`${shown}\``;
  if (copy.onbuild) return { title, refused: 'the COPY is part of an ONBUILD' };
  if (copy.json) return { title, refused: 'the COPY has JSON form' };
  if (isHandedOn(file, copy, shown)) return { title, refused: 'another stage copies it from this one' };
  const removed = withoutSource(file, copy, source);
  const path = placeOfCopy(copy, source);
  const runs = path === undefined ? [] : usersOf(file, copy, path);
  const removals = path === undefined ? [] : laterRemovals(copy, path);
  const gone = removals.map((removal) => withoutRemoval(file, removal));
  const deleting = new Set(removals.filter(({ run }) => run.script.commands.length === 1).map(({ run }) => run));
  const users = runs.filter((run) => !deleting.has(run));
  const touched = [copy, ...runs, ...removals.map(({ run }) => run)];
  if (users.length === 0 || path === undefined) {
    const caution = 'Whatever reads the file has to get it when the container starts, from a secret or a mount.';
    return offer({ title, safety: 'hardening', caution }, [removed, ...gone], touched);
  }
  const mountTitle = `Mount \`${shown}\` as a build secret`;
  if (copy.from) return { title: mountTitle, refused: 'the file comes from another stage or image' };
  if (copy.stage?.windows) return { title: mountTitle, refused: 'Windows containers have no secret mounts' };
  if (!/^[\w./@-]+$/.test(path) || /[*?]/.test(shown))
    return { title: mountTitle, refused: 'it is not one file with a plain name' };
  if (/(?:^|\/)\.(?:ssh|aws|kube|docker|gnupg|azure|git)$/.test(path))
    return { title: mountTitle, refused: 'a secret mount holds one file, and this is a folder' };
  const id = baseOf(shown)
    .replace(/^[._]+/, '')
    .replace(/[^\w.-]/g, '-');
  const mount = `--mount=type=secret,id=${id},target=${path},required=true`;
  const caution = `Needs BuildKit; pass it with \`docker build --secret id=${id},src=${shown}\`. Only root can read it unless \`uid=\` is added.`;
  return offer(
    { title: mountTitle, safety: 'hardening', caution },
    [removed, ...gone, ...users.map((run) => addFlag(run.syntax, mount))],
    touched,
  );
}
