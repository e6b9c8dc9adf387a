import type { At } from '../../core/value.ts';
import type { InstructionSyntax } from '../syntax/syntax.ts';
import type { OnbuildInstruction, Scope, Stage } from './model.ts';
import type { Setting } from './parts.ts';

/**
 * What all instructions share; those with parts that are computed when asked for are classes upon it. An object literal with
 * getters would get a hidden class of its own from V8 each time, which holds it until the next full collection.
 */
export class InstructionModel<K extends string> {
  readonly keyword: K;
  readonly syntax: InstructionSyntax;
  readonly at: At;
  readonly stage: Stage | undefined;
  readonly scope: Scope;
  readonly onbuild: OnbuildInstruction | undefined;
  protected readonly setting: Setting;

  constructor(keyword: K, setting: Setting) {
    const { syntax, route, stage, scope, onbuild } = setting;
    this.keyword = keyword;
    this.syntax = syntax;
    this.at = { span: syntax.keywordSpan, route };
    this.stage = stage;
    this.scope = scope;
    this.onbuild = onbuild;
    this.setting = setting;
  }
}
