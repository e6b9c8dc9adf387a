import type { Config } from '../analysis/api.ts';
import { parseKubernetesVersion } from '../analysis/kubernetes-version.ts';
import type { FileKind, FileSettings } from '../analysis/types.ts';
import type { SyntaxProblem } from '../core/comment.ts';
import type { AnalysisDoors } from './analysis-doors.ts';
import { Baselines, type GoverningBaseline } from './baselines.ts';
import { parseDotenv } from './dotenv.ts';
import { globMatcher } from './globs.ts';
import type { Host } from './host.ts';
import { isProblem } from './host.ts';
import { remembered } from './remembered.ts';
import type { ServerSettings } from './server-settings.ts';
import { childOf, nameOf, parentOf, relativePath, uriKey } from './uris.ts';

const CONFIG_NAMES = ['.seaworthy.yaml', '.seaworthy.yml'] as const;
const DOTENV_NAME = '.env';
/** Longest config or `.env` that is read, in bytes. */
const MAX_BYTES = 1024 * 1024;
const NO_CONFIG: Config = { rules: {}, exclude: [], overrides: [] };

/** A config and the folder that its globs are relative to. */
export interface GoverningConfig {
  readonly folder: string;
  readonly config: Config;
  /** The file it was read from. */
  readonly uri?: string;
}

/** A config file that was read. */
export interface LoadedConfig extends GoverningConfig {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly SyntaxProblem[];
}

/** All that decides how one file is judged, apart from its text. */
export interface FileContext {
  readonly server: ServerSettings;
  /** Why the file is left alone, if it is. */
  readonly excluded?: string;
  /** The same object for the same inputs. */
  settingsFor(kind: FileKind | undefined): FileSettings;
}

/** What lies beside the files of a folder, or above, and counts for them. */
interface Around {
  readonly loaded: GoverningConfig | undefined;
  readonly variables: ReadonlyMap<string, string> | undefined;
  readonly baseline: GoverningBaseline | undefined;
}

const NOTHING_AROUND: Around = { loaded: undefined, variables: undefined, baseline: undefined };

/** What a command line says of all files, whatever lies beside them. */
export interface ProjectOptions {
  /** The text of a file that an editor has open, which counts before the disk's. */
  readonly openText?: (uri: string) => string | undefined;
  /** Whether the settings are flags of a command line, which win over configs, and not an editor's, over which configs win. */
  readonly flags?: boolean;
  /** This baseline for every file; null for none at all. */
  readonly baseline?: GoverningBaseline | null;
  /** False: ignore comments silence nothing. */
  readonly suppressions?: boolean;
  /** This config for every file, its globs relative to `folder`; null for none at all. Configs beside files are not read then. */
  readonly config?: GoverningConfig | null;
}

export function isConfigFile(uri: string): boolean {
  return (CONFIG_NAMES as readonly string[]).includes(nameOf(uri));
}

export function isDotenvFile(uri: string): boolean {
  return nameOf(uri) === DOTENV_NAME;
}

/**
 * Finds what governs a file: the nearest `.seaworthy.yaml` (or `.yml`) in its folder or above, and the `.env` beside it,
 * which is where Compose looks when a project is started there. Both are read once and kept until told to forget.
 */
export class Projects {
  readonly #host: Host;
  readonly #doors: AnalysisDoors;
  readonly #loaded: (config: LoadedConfig) => void;
  readonly #options: ProjectOptions;
  readonly #configs = new Map<string, Promise<LoadedConfig | undefined>>();
  readonly #variables = new Map<string, Promise<ReadonlyMap<string, string> | undefined>>();
  readonly #folders = new Map<string, Promise<Around>>();
  readonly baselines: Baselines;
  readonly #globs = new Map<string, (path: string) => boolean>();
  readonly #withVariables = new WeakMap<FileSettings, WeakMap<ReadonlyMap<string, string>, FileSettings>>();

  /** `loaded` is told of each config file that is read, so that its problems can be shown. */
  constructor(host: Host, doors: AnalysisDoors, loaded: (config: LoadedConfig) => void, options: ProjectOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.#doors = doors;
    this.#loaded = loaded;
    this.baselines = new Baselines(host, (found) => this.#tellBaseline(found), options);
  }

  /** What governs the file at `uri`; `home` is the folder that a document without one (untitled) belongs to. */
  async contextOf(uri: string, server: ServerSettings, home?: string): Promise<FileContext> {
    const folder = parentOf(uri) ?? home;
    const { loaded, variables, baseline } = folder === undefined ? NOTHING_AROUND : await this.#around(folder);
    const config = loaded?.config ?? NO_CONFIG;
    const path = (loaded && relativePath(loaded.folder, uri)) || (home !== undefined && relativePath(home, uri)) || nameOf(uri);
    const excluded =
      this.#excludedBy(path, config.exclude, 'the config') ??
      this.#excludedBy((home !== undefined && relativePath(home, uri)) || nameOf(uri), server.exclude, 'the settings');
    return {
      server,
      ...(excluded !== undefined && { excluded }),
      settingsFor: (kind) => {
        const settings = this.baselines.apply(this.#resolve(config, path, server), uri, baseline);
        return kind === 'compose' && variables ? this.#addVariables(settings, variables) : settings;
      },
    };
  }

  #around(folder: string): Promise<Around> {
    return remembered(this.#folders, uriKey(folder), async () => {
      const [loaded, variables] = await Promise.all([this.configFor(folder), this.#variablesIn(folder)]);
      return { loaded, variables, baseline: await this.baselines.governing(folder, loaded) };
    });
  }

  /** The nearest config in `folder` or above, or the one that was given for all. */
  async configFor(folder: string): Promise<GoverningConfig | undefined> {
    if (this.#options.config !== undefined) return this.#options.config ?? undefined;
    return this.#nearestConfig(folder);
  }

  /** Globs of a config that stands in `root` itself, so that a walk need not enter what they leave out; others are judged file by file. */
  async excludeOf(root: string): Promise<readonly string[]> {
    const governing = await this.configFor(root);
    return governing && uriKey(governing.folder) === uriKey(root) ? governing.config.exclude : [];
  }

  async #nearestConfig(folder: string): Promise<LoadedConfig | undefined> {
    const here = await this.#configIn(folder);
    if (here) return here;
    const above = parentOf(folder);
    return above === undefined ? undefined : this.#nearestConfig(above);
  }

  /** A config, `.env` or baseline changed: it is read again when next needed. Gives the folders of configs that it may concern. */
  forget(uri: string): string[] {
    const folder = uriKey(parentOf(uri) ?? '');
    this.#folders.clear();
    if (isConfigFile(uri)) this.#configs.delete(folder);
    if (isDotenvFile(uri)) this.#variables.delete(folder);
    // What a config says of its baseline may no longer hold.
    const concerned = this.baselines.has(uri) ? [...this.#configs.keys()] : [];
    for (const config of concerned) this.#configs.delete(config);
    this.baselines.forget(uri);
    return concerned;
  }

  #configIn(folder: string): Promise<LoadedConfig | undefined> {
    return remembered(this.#configs, uriKey(folder), () => this.#readConfig(folder));
  }

  async #readConfig(folder: string): Promise<LoadedConfig | undefined> {
    for (const name of CONFIG_NAMES) {
      const uri = childOf(folder, name);
      const open = this.#options.openText?.(uri);
      if (open === undefined && (await this.#host.files.stat(uri)) !== 'file') continue;
      // A config that is there but can't be read is a mistake to tell, not a missing config.
      const read =
        open === undefined ? await this.#host.files.readText(uri, { maxBytes: MAX_BYTES }) : { text: open, bom: false };
      if (isProblem(read)) return this.#tell({ uri, folder, text: '', config: NO_CONFIG, problems: [unreadable(read.problem)] });
      const { config, problems } = this.#doors.readConfig(read.text, this.#doors.engine.rules);
      const missing = await this.missingBaseline(uri, read.text);
      return this.#tell({ uri, folder, text: read.text, config, problems: [...problems, ...missing] });
    }
    return undefined;
  }

  #tell(config: LoadedConfig): LoadedConfig {
    this.#loaded(config);
    return config;
  }

  /** What is wrong with the text of a config that names a baseline which is not there; a command line is about to write one. */
  async missingBaseline(uri: string, text: string): Promise<SyntaxProblem[]> {
    const folder = parentOf(uri);
    const { config, baselineAt } = this.#doors.readConfig(text, this.#doors.engine.rules);
    if (this.#options.flags || folder === undefined || !baselineAt) return [];
    if (await this.baselines.governing(folder, { folder, config })) return [];
    const message = `There is no baseline \`${config.baseline}\`: create it, or leave this out.`;
    return [{ span: baselineAt, message, code: 'config' }];
  }

  #variablesIn(folder: string): Promise<ReadonlyMap<string, string> | undefined> {
    return remembered(this.#variables, uriKey(folder), async () => {
      const read = await this.#host.files.readText(childOf(folder, DOTENV_NAME), { maxBytes: MAX_BYTES });
      return isProblem(read) ? undefined : parseDotenv(read.text);
    });
  }

  #resolve(config: Config, path: string, server: ServerSettings): FileSettings {
    const asked = server.kubernetesVersion === null ? undefined : parseKubernetesVersion(server.kubernetesVersion);
    const environment = { today: this.#host.clock.today(), kubernetesVersion: this.#doors.newestKubernetes };
    const said = { ...(server.profile !== null && { profile: server.profile }), ...(asked && { kubernetesVersion: asked }) };
    const { allowInlineIgnore, rules } = server;
    const editorOnly = { ...(allowInlineIgnore !== null && { allowInlineIgnore }), rules };
    return this.#doors.resolveSettings(config, path, this.#doors.engine.rules, environment, {
      ...(this.#options.flags ? said : { editor: { ...said, ...editorOnly } }),
      ...(this.#options.suppressions !== undefined && { suppressions: this.#options.suppressions }),
    });
  }

  #tellBaseline({ uri, folder, text, problem }: GoverningBaseline): void {
    const problems = problem === undefined ? [] : [unreadable(problem, 'baseline')];
    this.#loaded({ uri, folder, text, config: NO_CONFIG, problems });
  }

  #addVariables(settings: FileSettings, variables: ReadonlyMap<string, string>): FileSettings {
    const byVariables = remembered(this.#withVariables, settings, () => new WeakMap<ReadonlyMap<string, string>, FileSettings>());
    return remembered(byVariables, variables, () => ({ ...settings, variables }));
  }

  #excludedBy(path: string, globs: readonly string[], whose: string): string | undefined {
    const glob = globs.find((g) => remembered(this.#globs, g, () => globMatcher([g]))(path));
    return glob === undefined ? undefined : `left out by \`${glob}\` in ${whose}`;
  }
}

function unreadable(problem: string, what = 'config'): SyntaxProblem {
  return { span: { start: 0, end: 0 }, message: `The ${what} is ${problem}.`, code: 'config' };
}
