/**
 * Files that bring a credential into an image, where they are used, and what looks like one but is not.
 * Source: the documentation of OpenSSH, the AWS CLI, npm, pip, Maven, kubectl and Docker on where they read credentials from; the
 * signing keys that package repositories publish. Read 2026-11-21.
 */
import { isCredentialFile } from './host-paths.ts';

/**
 * *credential*: a key or a password; *settings*: a file that holds a token only if someone put it in; *history*: a Git repository,
 * with all that was ever committed and the address it came from.
 */
export type CopiedSecret = 'credential' | 'settings' | 'history';

/** Beside the keys in `.ssh`, `.aws` and `.kube` are files without secrets. */
const HARMLESS = /(?:^|\/)(?:\.ssh\/(?:config(?:\.d)?|known_hosts\w*|authorized_keys\w*)|\.aws\/config|\.kube\/cache)(?:\/|$)/;
/** Public keys that packages are signed with, and stores of certificates. */
const PUBLIC =
  /(?:gpg|pgp|sign(?:ing)?|repo(?:sitory)?|archive|release|apt|yum|rpm|nodesource|keyring|pubkey|trust)[\w.-]*\.\w+$/i;
const PUBLIC_PLACE =
  /(?:^|\/)(?:etc\/apt|usr\/share\/keyrings|etc\/pki\/rpm-gpg|etc\/apk\/keys|keyrings?|rpm-gpg|truststore)(?:\/|$)/;

/**
 * What a file or folder of this name brings into an image; undefined for nothing secret. `*` in the name is anything. Templates
 * (`.env.example`), certificates and public keys are no secrets.
 */
export function secretInFile(path: string): CopiedSecret | undefined {
  const clean = path.replace(/\\/g, '/').replace(/\/+$/, '');
  if (clean === '' || clean === '.') return undefined;
  const base = clean.slice(clean.lastIndexOf('/') + 1);
  if (/(?:^|\/)\.git$/.test(clean)) return 'history';
  if (HARMLESS.test(clean) || PUBLIC_PLACE.test(clean)) return undefined;
  if (/^\.yarnrc\.yml$/.test(base) || (/\.(?:key|pem|jks|keystore|p12)$/i.test(base) && PUBLIC.test(base))) return undefined;
  if (base === '.npmrc') return 'settings';
  const isOne =
    CREDENTIAL_NAMES.some((name) => name.test(base)) ||
    isCredentialFile(clean) ||
    (clean.includes('*') && (isCredentialFile(clean.replace(/\*/g, 'x')) || isCredentialFile(clean.replace(/\*/g, ''))));
  return isOne ? 'credential' : undefined;
}

/** Files of tools that hold credentials, and those whose name says so; a folder mounted by Compose may have more of them. */
const CREDENTIAL_NAMES: readonly RegExp[] = [
  /^terraform\.tfstate(?:\.backup)?$|^wallet\.dat$/i,
  /^secrets?\.(?:ya?ml|json|toml|env|txt)$/i,
  /^(?:client[-_]?)?(?:credentials?|secrets?)\.json$/i,
  /^(?:gcp|gcloud|google|firebase|gke)[\w-]*(?:key|credentials?|account)[\w-]*\.json$/i,
];

/** Programs that read such a file without being told so. */
const READERS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\/)\.npmrc$/, /^(?:npm|npx|yarn|pnpm|bun)$/],
  [/(?:^|\/)[._]netrc$/, /^(?:git|curl|wget|pip3?|go|uv|poetry|composer)$/],
  [/(?:^|\/)\.git-credentials$/, /^(?:git|npm|yarn|pnpm|pip3?|go|composer|bundle)$/],
  [/(?:^|\/)\.pypirc$/, /^(?:twine|pip3?|python3?|poetry|flit)$/],
  [/(?:^|\/)\.ssh(?:\/|$)|(?:^|\/)id_\w+$/, /^(?:git|ssh|scp|sftp|rsync|npm|yarn|pnpm|pip3?|go|composer|bundle|cargo|ssh-add)$/],
  [/(?:^|\/)\.aws(?:\/|$)/, /^(?:aws|sam|terraform|chalice|serverless|s3cmd)$/],
  [/(?:^|\/)(?:\.kube(?:\/|$)|kubeconfig$)/, /^(?:kubectl|helm|kustomize|oc)$/],
  [/(?:^|\/)\.docker\/config\.json$/, /^(?:docker|podman|skopeo|crane|helm)$/],
];

/** Whether a program reads a credential file of this path by itself: `npm` and `.npmrc`, `git` and `.ssh/id_rsa`. */
export function readsCredentialFile(program: string, path: string): boolean {
  return READERS.some(([file, programs]) => file.test(path) && programs.test(program));
}

/**
 * Variables that hold the path of a file with credentials.
 * Source: the documentation of the AWS, Google Cloud, Azure and Hugging Face tools, kubectl, and OpenSSL-style key variables.
 */
const FILE_VARIABLES: ReadonlySet<string> = new Set([
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE',
  'AZURE_CLIENT_CERTIFICATE_PATH',
  'AZURE_FEDERATED_TOKEN_FILE',
  'HF_TOKEN_PATH',
  'KUBECONFIG',
  'FIREBASE_CONFIG',
  'NETRC',
  'PGPASSFILE',
  'NPM_CONFIG_USERCONFIG',
]);

/** Whether a variable is one that holds the path of a credential file. */
export function namesCredentialFile(variable: string): boolean {
  return FILE_VARIABLES.has(variable.toUpperCase());
}
