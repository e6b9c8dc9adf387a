import type { At } from '../../core/value.ts';
import type { InstructionSyntax } from '../syntax/syntax.ts';
import type { OnbuildInstruction, Scope, Stage } from './model.ts';
import type { Setting } from './parts.ts';

/**
 * What all instructions share; those with parts that are computed when asked for are classes upon it. An object literal with
 * getters would get a hidden class of its own from V8 each time, which holds it until the next full collection. Fields are only declared:
 * defining them before the constructor sets them takes as long as all the rest of it.
 */
export class InstructionModel<K extends string> {
  declare readonly keyword: K;
  declare readonly syntax: InstructionSyntax;
  declare readonly at: At;
  declare readonly stage: Stage | undefined;
  declare readonly scope: Scope;
  declare readonly onbuild: OnbuildInstruction | undefined;
  declare protected readonly setting: Setting;

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
