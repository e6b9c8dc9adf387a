/**
 * Which open documents are worth starting the language server for. YAML is everywhere, so a YAML file must look like one
 * of ours before anything is loaded; the server then decides for itself what each file is.
 */

/** What the check looks at; `head` gives the first lines and is called only when names don't settle it. */
export interface Candidate {
  readonly languageId: string;
  /** Path or URI path, with `/`. */
  readonly path: string;
  head(): string;
}

/** So many lines of a YAML file are looked at: past the longest licence header seen at the top of manifests. */
export const HEAD_LINES = 200;

const OWN_LANGUAGES = new Set(['dockerfile', 'dockercompose']);
const YAML_LANGUAGE = 'yaml';
const DOCKERFILE_NAME = /^(?:(?:docker|container)file(?:[._-].+)?|.+\.(?:docker|container)file)$/i;
const COMPOSE_NAME = /(?:^|[.\-_])(?:docker-?)?(?:compose|stack|swarm)(?:[.\-_].*)?\.ya?ml$/i;
const CONFIG_NAME = /^\.seaworthy\.ya?ml$/;
const YAML_NAME = /\.ya?ml$/i;

const SERVICES_KEY = /^["']?services["']?[ \t]*:/m;
const API_VERSION_KEY = /^[\s{-]*["']?apiVersion["']?[ \t]*:/m;
const KIND_KEY = /^[\s{-]*["']?kind["']?[ \t]*:/m;

/** Whether the document may be a Dockerfile, a Compose file, a Kubernetes manifest or our configuration. */
export function isRelevant(candidate: Candidate): boolean {
  if (OWN_LANGUAGES.has(candidate.languageId)) return true;
  const name = candidate.path.slice(candidate.path.lastIndexOf('/') + 1);
  if (DOCKERFILE_NAME.test(name)) return true;
  if (candidate.languageId !== YAML_LANGUAGE && !YAML_NAME.test(name)) return false;
  if (COMPOSE_NAME.test(name) || CONFIG_NAME.test(name)) return true;
  const head = candidate.head();
  return SERVICES_KEY.test(head) || (API_VERSION_KEY.test(head) && KIND_KEY.test(head));
}
