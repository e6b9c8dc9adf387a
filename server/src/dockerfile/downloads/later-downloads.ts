import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import type { RunInstruction, Stage } from '../model/model.ts';
import { fileRunBy, isSameFile, savedBy } from './executed-downloads.ts';
import { checksFiles } from './file-checks.ts';

/** A download that a later RUN of the stage runs as a program without a check in between. */
export interface LaterDownload {
  readonly runner: ShellWord;
  readonly run: RunInstruction;
  readonly download: ShellCommand;
  readonly downloadRun: RunInstruction;
}

/** `RUN curl -o /x.sh …`, then `RUN sh /x.sh`; those of one RUN are others. */
export function executedLater(stage: Stage): readonly LaterDownload[] {
  const found: LaterDownload[] = [];
  let saved: { readonly path: string; readonly download: ShellCommand; readonly downloadRun: RunInstruction }[] = [];
  for (const run of stage.all('RUN')) {
    for (const command of run.script.commands) {
      if (saved.length > 0 && checksFiles(command)) saved = [];
      const runner = saved.length > 0 ? fileRunBy(command) : undefined;
      const match = runner && saved.find(({ path, downloadRun }) => downloadRun !== run && isSameFile(path, runner.path));
      if (runner?.word && match) {
        found.push({ runner: runner.word, run, download: match.download, downloadRun: match.downloadRun });
        saved = saved.filter((one) => one !== match);
      }
      saved.push(...savedBy(command).map((path) => ({ path, download: command, downloadRun: run })));
    }
  }
  return found;
}
