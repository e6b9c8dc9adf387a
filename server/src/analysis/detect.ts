import type { FileKind } from './types.ts';

/** How much of a file is looked at to tell what it is. */
const SNIFF = 65_536;

const DOCKERFILE_NAME = /^(?:(?:docker|container)file(?:[._-].+)?|.+\.(?:docker|container)file)$/i;
/** `Dockerfile.go` may be a program about Dockerfiles: these names are ours only when the text begins like one. */
const PLAIN_DOCKERFILE_NAME = /^(?:(?:docker|container)file|.+\.(?:docker|container)file)$/i;
const COMPOSE_NAME = /(?:^|[.\-_])(?:compose|stack|swarm)(?:[.\-_].*)?\.ya?ml$|^docker-?(?:compose|stack|cloud).*\.ya?ml$/i;
const YAML_NAME = /\.(?:ya?ml|json)$/i;
/** JSON that is never a manifest, by name: not worth reading. */
const OTHER_JSON = /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|composer|jsconfig|angular|renovate|\.[^/]*)\.json$/i;
const KUSTOMIZATION_NAME = /^kustomization\.ya?ml$/;
const CONFIG_NAME = /^\.seaworthy\.ya?ml$/;

const COMPOSE_TOP = new Set(['name', 'version', 'include', 'services', 'networks', 'volumes', 'configs', 'secrets', 'models']);
const SERVICE_KEYS = new Set(
  'image build extends provider command entrypoint environment env_file ports volumes deploy networks privileged cap_add depends_on container_name restart <<'.split(
    ' ',
  ),
);
const FIRST_INSTRUCTION =
  /^(?:FROM|ARG|RUN|COPY|ADD|CMD|ENTRYPOINT|ENV|LABEL|USER|WORKDIR|EXPOSE|VOLUME|SHELL|HEALTHCHECK|ONBUILD|STOPSIGNAL|MAINTAINER)\s/i;

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Whether a file with this path may be ours, before anything of it is read. */
export function isCandidateName(path: string): boolean {
  const name = baseName(path);
  if (name.endsWith('.dockerignore')) return false;
  return DOCKERFILE_NAME.test(name) || (YAML_NAME.test(name) && !OTHER_JSON.test(`/${name}`)) || CONFIG_NAME.test(name);
}

/**
 * What a file is, by its name, the editor's language id and its content; undefined when it is not ours. Ambiguous YAML is
 * left alone (https://docs.docker.com/compose/intro/compose-application-model/ for the names Compose loads).
 */
export function detectKind(uri: string, text: string, languageId?: string): FileKind | undefined {
  const name = decodeURIComponent(baseName(uri.replace(/[?#].*$/, '')).replace(/%(?![0-9a-f]{2})/gi, '%25'));
  const head = text.length > SNIFF ? text.slice(0, SNIFF) : text;
  if (CONFIG_NAME.test(name)) return 'config';
  if (name.endsWith('.dockerignore')) return undefined;
  if (languageId === 'dockerfile') return 'dockerfile';
  if (PLAIN_DOCKERFILE_NAME.test(name)) return 'dockerfile';
  if (DOCKERFILE_NAME.test(name)) return beginsLikeDockerfile(head) ? 'dockerfile' : undefined;
  if (languageId !== 'dockercompose' && !isYamlLike(name, languageId)) return undefined;
  const keys = topLevelKeys(head);
  if (isKubernetes(head, keys) || KUSTOMIZATION_NAME.test(name)) return 'kubernetes';
  if (languageId === 'dockercompose') return 'compose';
  if (COMPOSE_NAME.test(name) && !hasForeignKeys(keys)) return 'compose';
  return isComposeByContent(head, keys) ? 'compose' : undefined;
}

function isYamlLike(name: string, languageId: string | undefined): boolean {
  if (languageId === 'yaml' || languageId === 'helm' || languageId === 'json' || languageId === 'jsonc') return true;
  return languageId === undefined ? YAML_NAME.test(name) : YAML_NAME.test(name) && languageId !== 'plaintext';
}

function beginsLikeDockerfile(head: string): boolean {
  for (const line of head.split('\n')) {
    const trimmed = line.replace(/^\uFEFF/, '').trim();
    if (/^#\s*(?:syntax|escape|check)\s*=/i.test(trimmed)) return true;
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    return FIRST_INSTRUCTION.test(trimmed);
  }
  return false;
}

/** Whether a text begins as JSON does; `{{` begins a template. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{(?!\{)|\[)/.test(text);
}

/** Keys at column 0 of the first document that has any, or of the outer object of a JSON text. */
function topLevelKeys(head: string): Set<string> {
  const keys = new Set<string>();
  if (looksLikeJson(head)) {
    for (const [, key] of head.matchAll(/"([\w.\-/]+)"\s*:/g)) if (key) keys.add(key);
    return keys;
  }
  for (const [, quoted, plain] of head.matchAll(/^(?:["']([^"'\n]+)["']|([A-Za-z_$][^\s:#]*))\s*:(?=\s|$)/gm)) {
    keys.add(quoted ?? plain ?? '');
  }
  return keys;
}

function isKubernetes(head: string, keys: Set<string>): boolean {
  if (keys.has('apiVersion') && keys.has('kind')) return true;
  // While someone types the first lines of a Pod, its apiVersion may not be there yet.
  return keys.has('kind') && keys.has('spec') && /^kind:\s*(?:Pod|Deployment|StatefulSet|DaemonSet|Job|CronJob)\s*$/m.test(head);
}

function hasForeignKeys(keys: Set<string>): boolean {
  if (keys.has('services')) return ['jobs', 'apiVersion', 'openapi', 'pipelines', 'stages'].some((key) => keys.has(key));
  return ['on', 'jobs', 'apiVersion', 'openapi', 'pipelines', 'stages', 'Resources', 'scrape_configs', 'resolver'].some((key) =>
    keys.has(key),
  );
}

function isComposeByContent(head: string, keys: Set<string>): boolean {
  if (!keys.has('services')) return false;
  if (looksLikeJson(head)) return /"services"\s*:\s*\{\s*"[^"]+"\s*:\s*\{\s*"(?:image|build)"/.test(head);
  for (const key of keys) if (!COMPOSE_TOP.has(key) && !key.startsWith('x-')) return false;
  return hasServiceLikeChild(head);
}

/** Whether `services:` holds a mapping of mappings with a key that Compose knows: not Symfony's, not a list. */
function hasServiceLikeChild(head: string): boolean {
  const lines = head.split(/\r?\n/);
  const start = lines.findIndex((line) => /^["']?services["']?\s*:/.test(line));
  if (/^["']?services["']?\s*:\s*\{.*\b(?:image|build)\b/.test(lines[start] ?? '')) return true;
  let serviceIndent = -1;
  for (const line of lines.slice(start + 1)) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const indent = line.length - line.trimStart().length;
    if (indent === 0) return false;
    if (serviceIndent < 0) serviceIndent = indent;
    if (indent === serviceIndent && line.trimStart().startsWith('- ')) return false;
    const key = /^["']?([\w.\-<]+)["']?\s*:/.exec(line.trimStart())?.[1];
    if (indent > serviceIndent && key && SERVICE_KEYS.has(key)) return true;
    if (indent === serviceIndent && /:\s*\{.*\b(?:image|build)\b/.test(line)) return true;
  }
  return false;
}
