/**
 * Commands that log in or store a credential, and where they leave it.
 * Source: the documentation of each tool on its login or configuration command and on where it keeps what it is told. Read
 * 2026-11-21.
 */
import { flagValue, operands } from '../shell/query.ts';
import type { ShellCommand, ShellWord } from '../shell/script.ts';

interface Login {
  readonly programs: readonly string[];
  /** The sub-commands, in order; `*` is any one word. */
  readonly words: readonly string[];
  /** One of these must be given a value or be there. */
  readonly flags?: readonly string[];
  /** What a word behind the sub-commands must look like. */
  readonly operand?: RegExp;
  /** Flags that take a value and may stand in front of the sub-commands. */
  readonly valueFlags?: readonly string[];
  readonly stores: string;
}

/** Where a command leaves a credential. */
export interface StoredCredential {
  /** As in the documentation: `aws configure set`. */
  readonly command: string;
  /** The file or folder. */
  readonly stores: string;
  /** The word that tells it apart. */
  readonly word: ShellWord;
  /** The folder that the command makes around what it stores: a clone's. */
  readonly folder?: string;
}

const URL_WITH_USER = /:\/\/[^/@\s]+@|:\/\/[^/@\s]*:[^/@\s]+@/;
const CONTAINER_FLAGS = ['-u', '--username', '--authfile', '--tls-verify', '--cert-dir', '--config', '-H', '--host'];

const LOGINS: readonly Login[] = [
  {
    programs: ['aws'],
    words: ['configure', 'set'],
    operand: /^(?:profile\.[\w-]+\.)?aws_(?:access_key_id|secret_access_key|session_token)$/,
    valueFlags: ['--profile', '--region'],
    stores: '~/.aws/credentials',
  },
  {
    programs: ['gcloud'],
    words: ['auth', 'activate-service-account'],
    valueFlags: ['--project', '--account', '--configuration'],
    stores: '~/.config/gcloud',
  },
  {
    programs: ['az'],
    words: ['login'],
    flags: ['-p', '--password', '--federated-token'],
    valueFlags: ['-u', '--username', '-t', '--tenant'],
    stores: '~/.azure',
  },
  {
    programs: ['doctl'],
    words: ['auth', 'init'],
    flags: ['-t', '--access-token'],
    valueFlags: ['--context'],
    stores: '~/.config/doctl',
  },
  {
    programs: ['docker', 'podman', 'buildah', 'nerdctl', 'skopeo', 'crane'],
    words: ['login'],
    flags: ['-p', '--password', '--password-stdin'],
    valueFlags: CONTAINER_FLAGS,
    stores: '~/.docker/config.json',
  },
  {
    programs: ['helm', 'oras'],
    words: ['registry', 'login'],
    flags: ['-p', '--password', '--password-stdin'],
    valueFlags: CONTAINER_FLAGS,
    stores: '~/.config/helm/registry',
  },
  {
    programs: ['npm', 'pnpm'],
    words: ['config', 'set'],
    operand: /(?:^|:)_(?:auth|authToken|password)(?:=|$)/,
    stores: '~/.npmrc',
  },
  { programs: ['npm', 'pnpm'], words: ['set'], operand: /(?:^|:)_(?:auth|authToken|password)(?:=|$)/, stores: '~/.npmrc' },
  { programs: ['yarn'], words: ['config', 'set'], operand: /(?:_authToken|npmAuthToken|npmAuthIdent)/, stores: '~/.yarnrc.yml' },
  {
    programs: ['git'],
    words: ['config'],
    operand: /^url\..*:\/\/[^/@]+@.*\.insteadof$|^http\..*\.extraheader$/i,
    stores: '~/.gitconfig',
  },
  // A literal password is told where it is written; what a variable brings in stays in the clone.
  { programs: ['git'], words: ['clone'], operand: /^https?:\/\/[^/@\s]*\$[^/@\s]*@/, stores: '.git/config' },
  { programs: ['pip', 'pip3'], words: ['config', 'set'], operand: URL_WITH_USER, stores: '~/.config/pip/pip.conf' },
  {
    programs: ['composer'],
    words: ['config'],
    operand: /^(?:http-basic|github-oauth|gitlab-oauth|gitlab-token|bearer|bitbucket-oauth)\./,
    stores: '~/.composer/auth.json',
  },
  { programs: ['poetry'], words: ['config'], operand: /^(?:http-basic|pypi-token)\./, stores: '~/.config/pypoetry/auth.toml' },
  { programs: ['cargo'], words: ['login'], operand: /./, stores: '~/.cargo/credentials.toml' },
  {
    programs: ['dotnet'],
    words: ['nuget', 'add', 'source'],
    flags: ['-p', '--password'],
    valueFlags: ['-n', '--name', '-u', '--username', '--configfile'],
    stores: '~/.nuget/NuGet/NuGet.Config',
  },
  {
    programs: ['dotnet'],
    words: ['nuget', 'update', 'source'],
    flags: ['-p', '--password'],
    valueFlags: ['-s', '--source', '-u', '--username', '--configfile'],
    stores: '~/.nuget/NuGet/NuGet.Config',
  },
  {
    programs: ['gh'],
    words: ['auth', 'login'],
    flags: ['--with-token'],
    valueFlags: ['-h', '--hostname'],
    stores: '~/.config/gh/hosts.yml',
  },
  { programs: ['glab'], words: ['auth', 'login'], flags: ['-t', '--token', '--stdin'], stores: '~/.config/glab-cli' },
  {
    programs: ['oc'],
    words: ['login'],
    flags: ['-p', '--password', '--token'],
    valueFlags: ['-u', '--username'],
    stores: '~/.kube/config',
  },
  {
    programs: ['kubectl', 'oc'],
    words: ['config', 'set-credentials'],
    flags: ['--token', '--password', '--client-key'],
    valueFlags: ['--username', '--kubeconfig'],
    stores: '~/.kube/config',
  },
  { programs: ['huggingface-cli'], words: ['login'], flags: ['--token'], stores: '~/.cache/huggingface/token' },
  { programs: ['hf'], words: ['auth', 'login'], flags: ['--token'], stores: '~/.cache/huggingface/token' },
  { programs: ['wandb'], words: ['login'], operand: /./, stores: '~/.netrc' },
  { programs: ['snyk'], words: ['auth'], operand: /./, stores: '~/.config/configstore/snyk.json' },
  { programs: ['vault'], words: ['login'], operand: /./, stores: '~/.vault-token' },
  { programs: ['conan'], words: ['remote', 'login'], flags: ['-p', '--password'], stores: '~/.conan2/credentials.json' },
  {
    programs: ['conan'],
    words: ['user'],
    flags: ['-p', '--password'],
    valueFlags: ['-r', '--remote'],
    stores: '~/.conan/.conan.db',
  },
  {
    programs: ['jf', 'jfrog'],
    words: ['config', 'add'],
    flags: ['--password', '--access-token'],
    valueFlags: ['--user', '--url', '--artifactory-url'],
    stores: '~/.jfrog',
  },
];
const PROGRAMS: ReadonlySet<string> = new Set(LOGINS.flatMap(({ programs }) => programs));

function match(command: ShellCommand, login: Login): ShellWord | undefined {
  const { words, flags = [], operand, valueFlags = [] } = login;
  const all = operands(command, [...valueFlags, ...flags.filter((name) => !/stdin|with-token/.test(name))]);
  if (!words.every((word, n) => all[n]?.value === word)) return undefined;
  if (operand) return all.slice(words.length).find(({ text }) => operand.test(text));
  const last = all[words.length - 1];
  if (login.flags === undefined) return last;
  const value = flagValue(command, flags, valueFlags);
  const given = value?.flag.word ?? command.args.find(({ text }) => flags.includes(text));
  return given && last;
}

/** What a command stores, when it is one that logs in or configures a credential; undefined for every other. */
export function storedCredential(command: ShellCommand): StoredCredential | undefined {
  const { name } = command;
  if (name === undefined || !PROGRAMS.has(name)) return undefined;
  for (const login of LOGINS) {
    if (!login.programs.includes(name)) continue;
    const word = match(command, login);
    if (!word) continue;
    const stored = { command: [name, ...login.words].join(' '), stores: login.stores, word };
    return login.words[0] === 'clone' ? { ...stored, folder: folderOfClone(command, word) } : stored;
  }
  return undefined;
}

/** Where `git clone` puts what it fetches. (git-clone(1), "directory") */
function folderOfClone(command: ShellCommand, url: ShellWord): string {
  const { args } = command;
  const target = args[args.indexOf(url) + 1]?.text ?? url.text.replace(/\/+$/, '').replace(/\.git$/, '');
  return target.split('/').at(-1) ?? '';
}
