import { lineage } from '../images/base-image.ts';
import type { Instruction } from '../model/model.ts';

/** Whether a file of this name may have been put there by a COPY or ADD in front: by its name, or with a folder. */
export function putByCopy(instruction: Instruction, path: string): boolean {
  const { stage } = instruction;
  const base = path.slice(path.lastIndexOf('/') + 1);
  const copies = (stage ? lineage(stage) : []).flatMap((one) => [...one.all('COPY'), ...one.all('ADD')]);
  return copies.some(
    ({ stage: own, syntax, sources }) =>
      (own !== stage || syntax.index < instruction.syntax.index) &&
      sources.some(({ kind, text }) => {
        const last = text.text.replace(/\/+$/, '').split('/').at(-1) ?? '';
        return kind === 'path' && (last === base || !/\.\w+$/.test(last));
      }),
  );
}
