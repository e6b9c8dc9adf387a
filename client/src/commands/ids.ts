import { OpenRuleCommand, SelectRangeCommand } from '../../../server/src/lsp/protocol.ts';

/** Names of the commands; those in `CONTRIBUTED` are in the manifest, the others are called by items and code actions only. */
export const SCAN_WORKSPACE = 'seaworthy.scanWorkspace';
export const SCAN_FOLDER = 'seaworthy.scanFolder';
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
export const SHOW_OUTPUT = 'seaworthy.showOutput';

export const OPEN_FINDING = 'seaworthy.openFinding';
export const SHOW_MORE = 'seaworthy.showMore';
export const SELECT_RANGE = SelectRangeCommand;

/** The commands that package.json lists. */
export const CONTRIBUTED = [
  SCAN_WORKSPACE,
  SCAN_FOLDER,
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
  SHOW_OUTPUT,
] as const;
