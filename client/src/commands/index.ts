import * as vscode from 'vscode';
import { addToBaseline, clearBaseline, createBaseline, useBaseline } from './baseline.ts';
import { cancelScan } from './cancel-scan.ts';
import { checkFile } from './check-file.ts';
import { clearScan } from './clear-scan.ts';
import type { Command, Services } from './command.ts';
import { copyFinding } from './copy-finding.ts';
import { fixFinding, ignoreFinding, ignoreInFile, ignoreInResource } from './edit-finding.ts';
import { exportReport } from './export-report.ts';
import { clearFilters, filter } from './filter.ts';
import { fixAllInFile } from './fix-all-in-file.ts';
import { fixAllInWorkspace, fixBelow, fixRuleEverywhere, hardenBelow } from './fix-many.ts';
import { nextFinding, previousFinding } from './go-to-finding.ts';
import { groupBy } from './group-by.ts';
import { ignore } from './ignore.ts';
import { openConfig } from './open-config.ts';
import { openFinding } from './open-finding.ts';
import { openRule } from './open-rule.ts';
import { openSample } from './open-sample.ts';
import { scanChanged } from './scan-changed.ts';
import { scanFolder } from './scan-folder.ts';
import { scanWorkspace } from './scan-workspace.ts';
import { search } from './search.ts';
import { selectRange } from './select-range.ts';
import { showMore } from './show-more.ts';
import { showOutput } from './show-output.ts';
import { openSilencer, openSkipped, showSilenced } from './silenced.ts';

/** Every command of the extension. */
const COMMANDS: readonly Command[] = [
  scanWorkspace,
  scanFolder,
  checkFile,
  cancelScan,
  clearScan,
  fixAllInFile,
  nextFinding,
  previousFinding,
  groupBy,
  filter,
  clearFilters,
  fixFinding,
  ignoreFinding,
  ignoreInResource,
  ignoreInFile,
  copyFinding,
  openRule,
  showOutput,
  exportReport,
  openSample,
  openFinding,
  showMore,
  selectRange,
  ignore,
  addToBaseline,
  createBaseline,
  useBaseline,
  clearBaseline,
  openConfig,
  fixAllInWorkspace,
  fixRuleEverywhere,
  fixBelow,
  hardenBelow,
  scanChanged,
  search,
  showSilenced,
  openSilencer,
  openSkipped,
];

/** Registers all commands; disposing the result takes them away. */
export function registerCommands(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...COMMANDS.map(({ id, run }) => vscode.commands.registerCommand(id, (...args: unknown[]) => run(services, ...args))),
  );
}
