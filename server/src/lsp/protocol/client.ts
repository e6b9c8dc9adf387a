/** The settings under `seaworthy.` that the server reads. */
export type { ServerSettings } from '../../workspace/server-settings.ts';

/** What a client may say at its start; each part may be left out. */
export interface InitializationOptions {
  /** URI of the folder of rule pages, without a slash at its end: `<pageBase>/<family>/<name>.md`. */
  readonly pageBase?: string;
  /**
   * True from a client that knows the commands below, watches files itself, and wants `FindingsNotification` and
   * `StatusNotification`; any other gets plain edits and standard messages only.
   */
  readonly commands?: boolean;
  /** Translations of `ui-words.ts` by the English text. */
  readonly l10n?: unknown;
  /** The section `seaworthy`, for clients that can't be asked for it. */
  readonly settings?: unknown;
}

/** Client command after an edit: select a range; arguments: the URI and a `WireRange`. */
export const SelectRangeCommand = 'seaworthy.selectRange';
/** Client command: show a rule's page; argument: its id. */
export const OpenRuleCommand = 'seaworthy.openRule';
/** Server command behind a code lens: fix what keeps a workload out of *restricted*; arguments: the URI and its name's `WireRange`. */
export const HardenWorkloadCommand = 'seaworthy.hardenWorkload';
/** Server command: check an open document now, whatever `run` says; argument: its URI. */
export const CheckCommand = 'seaworthy.check';
