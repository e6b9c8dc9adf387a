import { OpenRuleCommand, SelectRangeCommand } from '../../../server/src/lsp/protocol.ts';

/** Names of the commands; those in `CONTRIBUTED` are in the manifest, the others are called by items and code actions only. */
export const SCAN_WORKSPACE = 'seaworthy.scanWorkspace';
export const SCAN_FOLDER = 'seaworthy.scanFolder';
export const CHECK_FILE = 'seaworthy.checkFile';
export const CANCEL_SCAN = 'seaworthy.cancelScan';
export const CLEAR_SCAN = 'seaworthy.clearScan';
export const FIX_ALL_IN_FILE = 'seaworthy.fixAllInFile';
export const NEXT_FINDING = 'seaworthy.nextFinding';
export const PREVIOUS_FINDING = 'seaworthy.previousFinding';
export const GROUP_BY = 'seaworthy.groupBy';
export const FILTER = 'seaworthy.filter';
export const CLEAR_FILTERS = 'seaworthy.clearFilters';
export const FIX_FINDING = 'seaworthy.fixFinding';
export const IGNORE_FINDING = 'seaworthy.ignoreFinding';
export const IGNORE_IN_RESOURCE = 'seaworthy.ignoreInResource';
export const IGNORE_IN_FILE = 'seaworthy.ignoreInFile';
export const COPY_FINDING = 'seaworthy.copyFinding';
export const OPEN_RULE = OpenRuleCommand;
export const IGNORE = 'seaworthy.ignore';
export const ADD_TO_BASELINE = 'seaworthy.addToBaseline';
export const CREATE_BASELINE = 'seaworthy.createBaseline';
export const USE_BASELINE = 'seaworthy.useBaseline';
export const CLEAR_BASELINE = 'seaworthy.clearBaseline';
export const OPEN_CONFIG = 'seaworthy.openConfig';
export const FIX_ALL_IN_WORKSPACE = 'seaworthy.fixAllInWorkspace';
export const FIX_RULE = 'seaworthy.fixRuleEverywhere';
export const FIX_BELOW = 'seaworthy.fixBelow';
export const HARDEN_BELOW = 'seaworthy.hardenBelow';
export const SCAN_CHANGED = 'seaworthy.scanChangedFiles';
export const SEARCH = 'seaworthy.search';
export const SHOW_SILENCED = 'seaworthy.showSilenced';
export const SHOW_OUTPUT = 'seaworthy.showOutput';
export const EXPORT_REPORT = 'seaworthy.exportReport';
export const OPEN_SAMPLE = 'seaworthy.openSample';

export const OPEN_FINDING = 'seaworthy.openFinding';
export const OPEN_SILENCER = 'seaworthy.openSilencer';
export const OPEN_SKIPPED = 'seaworthy.openSkipped';
export const SHOW_MORE = 'seaworthy.showMore';
export const SELECT_RANGE = SelectRangeCommand;

/** The commands that package.json lists. */
export const CONTRIBUTED = [
  SCAN_WORKSPACE,
  SCAN_FOLDER,
  CHECK_FILE,
  CANCEL_SCAN,
  CLEAR_SCAN,
  FIX_ALL_IN_FILE,
  NEXT_FINDING,
  PREVIOUS_FINDING,
  GROUP_BY,
  FILTER,
  CLEAR_FILTERS,
  FIX_FINDING,
  IGNORE_FINDING,
  IGNORE_IN_RESOURCE,
  IGNORE_IN_FILE,
  COPY_FINDING,
  OPEN_RULE,
  IGNORE,
  ADD_TO_BASELINE,
  CREATE_BASELINE,
  USE_BASELINE,
  CLEAR_BASELINE,
  OPEN_CONFIG,
  FIX_ALL_IN_WORKSPACE,
  FIX_RULE,
  FIX_BELOW,
  HARDEN_BELOW,
  SCAN_CHANGED,
  SEARCH,
  SHOW_SILENCED,
  SHOW_OUTPUT,
  EXPORT_REPORT,
  OPEN_SAMPLE,
] as const;
