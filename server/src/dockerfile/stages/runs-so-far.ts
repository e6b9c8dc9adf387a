import { textsWrittenBy } from '../files/written-text.ts';
import { lineage } from '../images/base-image.ts';
import type { RunInstruction } from '../model/model.ts';

/** The RUNs that have run when a RUN starts, those of parent stages and, for a trigger, the triggers before it included, and the RUN itself. */
export function runsUpTo(run: RunInstruction): readonly RunInstruction[] {
  const stages = run.stage ? lineage(run.stage) : [];
  const triggers = run.onbuild ? (run.stage?.all('ONBUILD') ?? []).map(({ trigger }) => trigger) : [];
  const before = [...stages.flatMap((stage) => stage.all('RUN')), ...triggers.filter((one) => one?.keyword === 'RUN')];
  return [...before.filter(({ syntax }) => syntax.index < run.syntax.index), run];
}

/** Whether a RUN up to this one writes a setting into a file: `echo 'APT::Get::Assume-Yes "true";' > …`. */
export function settingWritten(run: RunInstruction, setting: RegExp): boolean {
  return runsUpTo(run).some(({ script }) =>
    script.commands.some((command) =>
      setting.test(
        textsWrittenBy(command)
          .map(({ text }) => text)
          .join(' '),
      ),
    ),
  );
}
