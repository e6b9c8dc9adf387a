import * as vscode from 'vscode';

/** What this uses of the API of VS Code's own Git extension: https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts */
interface GitExtension {
  getAPI(version: 1): GitApi;
}
interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  readonly onDidCloseRepository: vscode.Event<Repository>;
}
interface Repository {
  readonly state: RepositoryState;
}
interface RepositoryState {
  readonly onDidChange: vscode.Event<void>;
  readonly mergeChanges: readonly Change[];
  readonly indexChanges: readonly Change[];
  readonly workingTreeChanges: readonly Change[];
  readonly untrackedChanges?: readonly Change[];
}
interface Change {
  readonly uri: vscode.Uri;
}

async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  try {
    return (await extension.activate()).getAPI(1);
  } catch {
    // Git is switched off or not installed: the extension then has no API to give.
    return undefined;
  }
}

/** The files that Git calls changed or new, those that are gone too; undefined without Git or a repository. */
export async function changedFiles(): Promise<vscode.Uri[] | undefined> {
  const repositories = (await gitApi())?.repositories ?? [];
  return repositories.length === 0 ? undefined : changesOf(repositories);
}

function changesOf(repositories: readonly Repository[]): vscode.Uri[] {
  const changes = repositories.flatMap(({ state }) => [
    ...state.mergeChanges,
    ...state.indexChanges,
    ...state.workingTreeChanges,
    ...(state.untrackedChanges ?? []),
  ]);
  return [...new Map(changes.map(({ uri }) => [uri.toString(), uri])).values()];
}

/** Knows which files Git calls changed, from the first time that someone asks. */
export class GitChanges implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly followed = new Set<Repository>();
  private api: GitApi | undefined;
  private asked = false;
  private uris: ReadonlySet<string> | undefined;
  readonly onDidChange = this.changed.event;

  /** URIs of the changed files; undefined while that is not known, and where there is no repository. */
  get files(): ReadonlySet<string> | undefined {
    if (!this.asked) void this.watch();
    return this.uris;
  }

  private async watch(): Promise<void> {
    this.asked = true;
    this.api = await gitApi();
    if (this.api === undefined) return;
    this.subscriptions.push(
      this.api.onDidOpenRepository(() => this.read()),
      this.api.onDidCloseRepository(() => this.read()),
    );
    this.read();
  }

  private read(): void {
    const repositories = this.api?.repositories ?? [];
    for (const repository of repositories) {
      if (this.followed.has(repository)) continue;
      this.followed.add(repository);
      this.subscriptions.push(repository.state.onDidChange(() => this.read()));
    }
    this.uris = repositories.length === 0 ? undefined : new Set(changesOf(repositories).map((uri) => uri.toString()));
    this.changed.fire();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }
}
