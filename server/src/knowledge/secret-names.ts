/**
 * Which names (of variables, build arguments, keys of a ConfigMap) are those of credentials.
 * Sources: BuildKit's check SecretsUsedInArgOrEnv and its issue #5775; the names that Docker Official Images, cloud SDKs and
 * frameworks document for credentials, and those that users reported as falsely taken for one (GOPRIVATE, SSH_AUTH_SOCK,
 * KEY_NAME …). Read 2026-11-21.
 */

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Say "credential" wherever they stand in a name, unless its end says otherwise. */
const ANYWHERE: ReadonlySet<string> = new Set([
  'password',
  'passwd',
  'passphrase',
  'pword',
  'secret',
  'credential',
  'apikey',
  'privatekey',
  'secretkey',
  'accesskey',
]);
/** Only at the end: `DB_PASS` but not `PASS_THROUGH`. */
const LAST: ReadonlySet<string> = wordSet(`
  token pass pwd psw passcode secrets passwords credentials creds jwt pin salt bearer pat
`);
/** Not when they are the whole name: `PWD` is a directory, `PATH`-like names are not meant. */
const NOT_ALONE: ReadonlySet<string> = new Set(['pwd', 'pass', 'pin', 'salt', 'pat', 'bearer']);
/** Words before `KEY` that make it a credential; `SORT_KEY`, `PRIMARY_KEY` and the like are none. */
const KEY_KINDS: ReadonlySet<string> = wordSet(`
  api access secret private encryption encrypt decryption crypt crypto signing sign signature auth session master service
  account storage shared deploy ssh client server app application admin root tls ssl gpg pgp rsa aes hmac jwt cookie
  consumer license subscription openai stripe webhook integration ingest host rsa
`);
/** Other pairs of words. */
const PAIRS: ReadonlySet<string> = new Set([
  'connection string',
  'connection strings',
  'erlang cookie',
  'erl cookie',
  'auth config',
  'access token',
  'auth token',
  'bearer token',
  'refresh token',
  'session cookie',
  'unseal key',
  'recovery key',
  'redis auth',
  'rediscli auth',
  'neo4j auth',
  'basic auth',
  'docker auth',
  'npm auth',
]);
/** Words written together: `PGPASSWORD`, `authtoken`, `rootpwd`. */
const ENDINGS = /(?:password|passwd|passphrase|secret|apikey|authtoken|accesstoken|secretkey|privatekey|userpwd|rootpwd|dbpass)$/;

/** Ends of a name that say the value is about a credential, not one. */
const DENIED_ENDS: ReadonlySet<string> = wordSet(`
  file files path paths dir directory folder mount name names id ids sock socket url urls uri endpoint host port version
  length len size alias ref refs arn enabled enable disabled disable required allowed ttl timeout expiry expiration expires
  expire lifetime duration age days hours minutes seconds interval rotation policy count limit max min type kind method mode
  algorithm algo alg format encoding header prefix suffix field param parameter label issuer audience scope scopes realm
  provider backend driver store engine manager server service region namespace role group user username email domain title
  text description hint placeholder prompt strength complexity history attempts retries validation validator check checks
  reset change update rounds iterations cost bits source src location manifest env var variable plugin class module template
  mapping command cmd script helper fingerprint thumbprint
`);
/**
 * Words that stand before such an end without changing it, and behind a credential without changing that: `PASSWORD_1`,
 * `TOKEN_PROD`.
 */
const NEUTRAL_ENDS: ReadonlySet<string> = wordSet(`
  prod production prd dev development test testing stage staging stg qa uat ci local default old new current previous next base64
  b64 value string data json raw plain hash
`);
/** Starts of a name that say the value is a switch or a public thing. */
const DENIED_STARTS: ReadonlySet<string> = wordSet(`
  allow enable disable random no skip require use generate validate verify max min num has is with without show hide forgot
  reset prompt ask
`);
const ANYWHERE_DENIED: ReadonlySet<string> = new Set(['public', 'pub', 'allow', 'random']);

/** Names that the words alone get wrong. */
const EXACT: ReadonlyMap<string, boolean> = new Map([
  ['AWS_ACCESS_KEY_ID', true],
  ['COOKIE', true],
  ['KEY', false],
  ['APP_KEY', true],
  ['SECRET_KEY_BASE', true],
  ['RAILS_MASTER_KEY', true],
  ['DOCKER_AUTH_CONFIG', true],
  ['HOST_KEY', false],
  ['PROXY_PASS', false],
  ['FASTCGI_PASS', false],
  ['SSH_HOST_KEY', true],
  ['GPG_KEY', false],
  ['GPG_KEYS', false],
  ['NPM_CONFIG__AUTH', true],
]);

/** The words of a name in lower case: split at anything but letters and digits, and where camelCase changes. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])|(\d)(?=[A-Z][a-z])/g, '$1$3 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

function isNeutral(word: string): boolean {
  return /^\d+$/.test(word) || NEUTRAL_ENDS.has(word);
}

function pairNames(words: readonly string[]): boolean {
  return words.some((word, i) => {
    const before = words[i - 1];
    return before !== undefined && ((word === 'key' && KEY_KINDS.has(before)) || PAIRS.has(`${before} ${word}`));
  });
}

/**
 * Whether a name is that of a credential: `DB_PASSWORD`, `apiKey`, `PGPASSWORD`, `STRIPE_SECRET_KEY`; not of something about one
 * (`DB_PASSWORD_FILE`, `TOKEN_TTL`, `SECRET_NAME`), nor a look-alike (`AUTHOR`, `MONKEY`, `GOPRIVATE`, `SSH_AUTH_SOCK`).
 * The value decides the rest: see `judgeSecretValue`.
 */
export function looksLikeSecretName(name: string): boolean {
  const exact = EXACT.get(name.trim().toUpperCase().replace(/[-.]/g, '_'));
  if (exact !== undefined) return exact;
  const all = wordsOf(name);
  if (all.some((word) => ANYWHERE_DENIED.has(word)) || DENIED_STARTS.has(all[0] ?? '')) return false;
  const words = [...all];
  while (words.length > 1 && isNeutral(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  if (DENIED_ENDS.has(last)) return false;
  if (LAST.has(last) && !(words.length === 1 && NOT_ALONE.has(last))) return true;
  return words.some((word) => ANYWHERE.has(word) || ENDINGS.test(word)) || pairNames(all);
}
