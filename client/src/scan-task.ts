import * as vscode from 'vscode';
import { type ReportParams, ReportRequest, type ReportResult } from '../../server/src/lsp/protocol.ts';
import type { Scanner } from './scan.ts';
import type { Session } from './session.ts';
import { SEVERITY_ORDER, type Severity } from './tree/model.ts';

/** The type that tasks.json names. */
export const TASK_TYPE = 'seaworthy';

/** What a task of ours says in tasks.json. */
interface ScanTaskDefinition extends vscode.TaskDefinition {
  readonly task: string;
  /** The task fails at or above it. */
  readonly failOn?: string;
}

/** What a task works with. */
interface TaskServices {
  readonly session: Session;
  readonly scanner: Scanner;
  readonly version: string;
}

/** The task *scan*: the workspace, through the running server, so that it needs no other program, on the desktop as in the web. */
export function registerScanTask(services: TaskServices): vscode.Disposable {
  const make = (definition: ScanTaskDefinition): vscode.Task => {
    const execution = new vscode.CustomExecution(async () => new ScanTerminal(services, definition.failOn ?? 'high'));
    const task = new vscode.Task(definition, vscode.TaskScope.Workspace, vscode.l10n.t('scan'), TASK_TYPE, execution);
    // Problems has the findings from the server: a matcher would tell them twice.
    task.problemMatchers = [];
    task.detail = vscode.l10n.t('Scan the workspace; fails on findings at or above a severity');
    return task;
  };
  return vscode.tasks.registerTaskProvider(TASK_TYPE, {
    provideTasks: () => [make({ type: TASK_TYPE, task: 'scan' })],
    resolveTask: ({ definition }) => (definition.task === 'scan' ? make(definition as ScanTaskDefinition) : undefined),
  });
}

/** Runs one scan, prints its findings a line each, and ends with 1 when one is as bad as the task says. */
class ScanTerminal implements vscode.Pseudoterminal {
  private readonly services: TaskServices;
  private readonly failOn: string;
  private readonly written = new vscode.EventEmitter<string>();
  private readonly closed = new vscode.EventEmitter<number>();
  readonly onDidWrite = this.written.event;
  readonly onDidClose = this.closed.event;

  constructor(services: TaskServices, failOn: string) {
    this.services = services;
    this.failOn = failOn;
  }

  open(): void {
    void this.run().then(
      (code) => this.closed.fire(code),
      (error) => {
        this.print(String(error));
        this.closed.fire(2);
      },
    );
  }

  close(): void {
    this.services.scanner.cancel();
  }

  private async run(): Promise<number> {
    const { scanner, session, version } = this.services;
    this.print(vscode.l10n.t('Scanning the workspace …'));
    await ended(scanner);
    await scanner.scan();
    if (scanner.state.type !== 'finished') {
      this.print(vscode.l10n.t('The scan could not be done: see the output of Seaworthy.'));
      return 2;
    }
    const client = await session.start();
    const params: ReportParams = { format: 'compact', version };
    const report = await client?.sendRequest<ReportResult | null>(ReportRequest, params);
    if (!report) return 2;
    this.print(report.text);
    const { scanned, cancelled } = scanner.state.result;
    this.print(vscode.l10n.t('{0} files scanned, {1} findings in {2} files.', scanned, report.findings, report.files));
    return !cancelled && isAtLeast(report.worst, this.failOn) ? 1 : 0;
  }

  /** Terminals begin a line anew only when they are told so. */
  private print(text: string): void {
    this.written.fire(`${text.trimEnd().replace(/\r?\n/g, '\r\n')}\r\n`);
  }
}

/** Waits for the end of a scan that somebody else started. */
async function ended(scanner: Scanner): Promise<void> {
  while (scanner.state.type === 'running') {
    await new Promise<void>((resolve) => {
      const listening = scanner.onDidChange(() => {
        listening.dispose();
        resolve();
      });
    });
  }
}

function isAtLeast(worst: Severity | null, threshold: string): boolean {
  const limit = (SEVERITY_ORDER as readonly string[]).indexOf(threshold);
  return worst !== null && limit >= 0 && SEVERITY_ORDER.indexOf(worst) <= limit;
}
