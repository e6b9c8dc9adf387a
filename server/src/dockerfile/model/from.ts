import type { ImageReference } from '../../core/image-reference.ts';
import type { MappedText } from '../../core/mapped-text.ts';
import { absent, type Value } from '../../core/value.ts';
import { imageValue } from './copy.ts';
import { InstructionModel } from './instruction.ts';
import type { FromInstruction, Stage, StageName } from './model.ts';
import { flagValue, type Setting } from './parts.ts';

/** What is known of a FROM before its stage is. */
export interface FromParts {
  readonly reference: Value<string>;
  readonly parent: Stage | undefined;
  readonly scratch: boolean;
}

export class FromModel extends InstructionModel<'FROM'> implements FromInstruction {
  readonly reference: Value<string>;
  readonly parent: Stage | undefined;
  readonly scratch: boolean;
  readonly platform: Value<string>;
  readonly imageText: MappedText | undefined;
  readonly name: StageName | undefined;
  #image: Value<ImageReference> | undefined;

  constructor(setting: Setting, { reference, parent, scratch }: FromParts) {
    super('FROM', setting);
    const [image, as, alias] = setting.syntax.words;
    this.reference = reference;
    this.parent = parent;
    this.scratch = scratch;
    this.platform = flagValue(setting, 'platform');
    this.imageText = image?.text;
    this.name =
      alias && as?.raw.toUpperCase() === 'AS' ? { text: alias.raw, key: alias.raw.toLowerCase(), span: alias.span } : undefined;
  }

  get image(): Value<ImageReference> {
    this.#image ??= this.parent || this.scratch ? absent<never>(this.reference.at) : imageValue(this.reference);
    return this.#image;
  }
}
