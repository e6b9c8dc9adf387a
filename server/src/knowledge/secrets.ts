/**
 * Telling credentials from other values.
 * Sources: the documentation of each provider on the form of its keys (AWS IAM identifiers, GitHub "About authentication to
 * GitHub", GitLab token overview, Slack token types, Stripe API keys, Google API keys, SendGrid, npm, PyPI, Docker Hub, Hugging
 * Face, OpenAI, Anthropic, HashiCorp Vault …); RFC 7468 (PEM), RFC 7519 (JWT), RFC 3986 3.2.1 (user information in URLs). Read
 * 2026-11-21.
 */
import type { Span } from '../core/span.ts';

export { looksLikeSecretName } from './secret-names.ts';

/** Patterns of values that are credentials wherever they stand; the label never holds the value. */
const PROVIDERS: readonly (readonly [string, RegExp])[] = [
  ['private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
  ['AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g],
  ['GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,255}\b/g],
  ['GitHub token', /\bgithub_pat_[A-Za-z0-9_]{40,255}\b/g],
  ['GitLab token', /\bgl(?:pat|dt|rt|ptt|ft|soat|cbt|imt|agent|oas)-[\w-]{20,}/g],
  ['Slack token', /\bxox[abeprs]-[A-Za-z0-9-]{10,}/g],
  ['Slack app token', /\bxapp-\d-[A-Za-z0-9-]{10,}/g],
  ['Slack webhook', /https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]{20,}/g],
  ['Discord webhook', /https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{20,}/g],
  ['Stripe key', /\b[sr]k_(?:live|test)_[A-Za-z0-9]{10,}\b/g],
  ['Stripe webhook secret', /\bwhsec_[A-Za-z0-9+/=]{20,}/g],
  ['Google API key', /\bAIza[\w-]{35}(?![\w-])/g],
  ['Google OAuth token', /\bya29\.[\w-]{20,}/g],
  ['Google OAuth client secret', /\bGOCSPX-[\w-]{20,}/g],
  ['SendGrid key', /\bSG\.[\w-]{16,}\.[\w-]{16,}/g],
  ['Mailgun key', /\bkey-[0-9a-f]{32}\b/g],
  ['Mailchimp key', /\b[0-9a-f]{32}-us\d{1,2}\b/g],
  ['Twilio key', /\bSK[0-9a-f]{32}\b/g],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['PyPI token', /\bpypi-[A-Za-z0-9_-]{16,}/g],
  ['RubyGems key', /\brubygems_[0-9a-f]{48}\b/g],
  ['crates.io token', /\bcio[A-Za-z0-9]{32}\b/g],
  ['Docker Hub token', /\bdckr_(?:pat|oat)_[\w-]{20,}/g],
  ['Hugging Face token', /\bhf_[A-Za-z0-9]{30,}\b/g],
  ['Anthropic key', /\bsk-ant-[\w-]{20,}/g],
  ['OpenAI key', /\bsk-(?:proj-|svcacct-|admin-)[\w-]{20,}/g],
  ['API key', /\bsk-[A-Za-z0-9]{20,}(?![\w-])/g],
  ['Vault token', /\bhv[sbr]\.[\w-]{20,}/g],
  ['Terraform Cloud token', /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,}/g],
  ['DigitalOcean token', /\bdo[opr]_v1_[0-9a-f]{64}\b/g],
  ['Databricks token', /\bdapi[0-9a-f]{32}\b/g],
  ['Doppler token', /\bdp\.(?:pt|st|ct|sa)\.[\w.-]{30,}/g],
  ['Linear key', /\blin_api_[A-Za-z0-9]{30,}\b/g],
  ['New Relic key', /\bNRAK-[A-Z0-9]{20,}\b/g],
  ['Grafana token', /\bgl(?:sa|c)_[A-Za-z0-9+/=_]{30,}/g],
  ['Shopify token', /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/g],
  ['Square token', /\bsq0(?:atp|csp)-[\w-]{22,}/g],
  ['PlanetScale password', /\bpscale_(?:pw|tkn|oauth)_[\w.-]{30,}/g],
  ['Telegram bot token', /\b\d{8,10}:AA[\w-]{33}(?![\w-])/g],
  ['Tailscale key', /\btskey-[a-z]+-[\w-]{15,}/g],
  ['age secret key', /\bAGE-SECRET-KEY-1[A-Z0-9]{50,}\b/g],
  ['Azure storage key', /\bAccountKey=[A-Za-z0-9+/]{60,}={0,2}/g],
  ['JSON web token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g],
];

/** Any of them: one look tells that a text holds none, which is nearly always so. */
const ANY_KEY = new RegExp(PROVIDERS.map(([, pattern]) => pattern.source).join('|'));

/** No provider's key is shorter. */
const SHORTEST_KEY = 14;

const URL_WITH_PASSWORD = /\b([a-z][a-z0-9+.-]{1,24}:\/\/)([^\s:/?#@'"]{0,128}):([^\s/?#@'"]{1,256})@(?!sha\d{3}:)/gi;
/** Expansions and templates, whose own `:` and `/` are none of the URL's. */
const EXPANSION = /\$\{[^{}]*\}|\$\([^()]*\)|\$[A-Za-z_]\w*|\{\{[^{}]*\}\}|<%[^%]*%>/g;
const MASK = '\u0001';

/** A credential inside a text. */
export interface FoundCredential {
  /** What it is: `GitHub token`, `private key`, `password in a URL`. */
  readonly label: string;
  /** UTF-16 offsets into the text; of a URL, the password alone. */
  readonly span: Span;
}

const REFERENCE = /\$[A-Za-z_]|\$[{(]|\{\{|<%|^%\w+%$|\bENC\[/;
/** Addresses in secret stores. */
const STORES: readonly RegExp[] = [
  /^(?:vault|op|ssm|awssm|gcpsm|azurekv|secretref|keyvault|sops|doppler|bao):/,
  /^arn:aws[\w-]*:(?:secretsmanager|ssm):|^projects\/[^/]+\/secrets\//,
];

function isReference(value: string): boolean {
  return REFERENCE.test(value) || STORES.some((pattern) => pattern.test(value));
}

const PLACEHOLDERS: readonly RegExp[] = [
  /^(?:<[^<>]*>|\[[^[\]]*\]|\.{3,}|[x*#?_-]{3,}|…)$/i,
  /^(?:your|insert|enter|replace)[ _-]|[ _-]here$/i,
  /placeholder|redacted|replace[ _-]?me|insert[ _-]me|fill[ _-]?me|to[ _-]?be[ _-]?(?:set|replaced|filled)/i,
  /^(?:todo|fixme|tbd|n\/?a|dummy|example|sample|fake|undefined|unset|not[ _-]?set)$/i,
];
/** Placeholders that people leave in and so run with. */
const LEFT_IN = /^(?:!?change[ _-]?(?:me|this|it|in[ _-]?production)!*|example|dummy|sample)$/i;

const WEAK: ReadonlySet<string> = new Set(
  `
  password passw0rd p@ssw0rd p@ssword pass passwd admin administrator root toor secret supersecret topsecret test testing
  guest user default qwerty letmein welcome master public postgres postgresql mysql mariadb mongo mongodb redis rabbitmq
  minio minioadmin elastic elasticsearch grafana neo4j sa oracle docker wordpress keycloak airflow superset jenkins
  nextcloud password1 password123 admin123 root123 test123 secret123 abc123 foo bar foobar mysecretpassword my-secret-pw
  mypassword changeit dev development demo local token key
`
    .trim()
    .split(/\s+/),
);
const REPEATED_DIGIT = /^(\d)\1{2,}$/;
const COUNTING = ['1234567890', '0123456789', '987654321'];

/** Any text with these is not a path: base64 has `+` and `=`, and few separators. */
const PATHS: readonly RegExp[] = [
  /^(?:~|\.{1,2})?\/(?:[\w.@-]+\/)*[\w.@*-]*$/,
  /^[A-Za-z]:\\/,
  /^(?:[\w.-]+\/)+[\w.-]+\.(?:pem|key|crt|json|ya?ml|txt|env|conf|cfg|ini|p12|jks)$/,
];
const FLAG = /^(?:true|false|yes|no|on|off|y|n|none|null|nil|enabled?|disabled?|always|never|auto|required|optional|trust|md5)$/i;
const QUANTITY = /^[-+]?\d+(?:\.\d+)?(?:[kmgt]i?b?|ms|s|m|h|d|w|%)?$/i;

/**
 * What a value under a credential's name is:
 * - *credential*: by its form a key of a provider, a private key, a JSON web token or a URL with a password (whatever its name);
 * - *literal*: plain text; `weak` when it is one that attackers try first;
 * - *placeholder*: to be replaced by the reader; `weak` when programs are commonly run with it (`changeme`);
 * - *reference*: a variable, a template, a secret store's address; *path*, *url*: where a value is, not the value;
 * - *flag*: a switch, a number or a duration; *empty*.
 */
export type SecretJudgement =
  | { readonly kind: 'credential'; readonly label: string; readonly span: Span }
  | { readonly kind: 'literal' | 'placeholder'; readonly weak: boolean }
  | { readonly kind: 'reference' | 'empty' | 'path' | 'url' | 'flag' };

function isPlaceholder(value: string): boolean {
  return LEFT_IN.test(value) || PLACEHOLDERS.some((pattern) => pattern.test(value));
}

/**
 * The credentials that stand in a text, by their form: keys of providers, private keys, JSON web tokens, passwords in URLs; in
 * order of position. Variables and placeholders in a URL (`//user:$PW@`, `//user:<password>@`) are none.
 */
export function findCredentials(text: string): FoundCredential[] {
  const found = text.length < SHORTEST_KEY ? [] : providerKeys(text);
  if (!text.includes('://')) return found.length < 2 ? found : withoutOverlaps(found);
  const masked = text.replace(EXPANSION, (expansion) => MASK.repeat(expansion.length));
  for (const match of masked.matchAll(URL_WITH_PASSWORD)) {
    const [, scheme = '', user = '', password = ''] = match;
    if (password.includes(MASK) || isReference(password) || (isPlaceholder(password) && !LEFT_IN.test(password))) continue;
    const start = match.index + scheme.length + user.length + 1;
    found.push({ label: 'password in a URL', span: { start, end: start + password.length } });
  }
  return withoutOverlaps(found);
}

/** Every value is looked at: without the copy of the pattern that `matchAll` makes. */
function providerKeys(text: string): FoundCredential[] {
  const found: FoundCredential[] = [];
  if (!ANY_KEY.test(text)) return found;
  for (const [label, pattern] of PROVIDERS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      found.push({ label, span: { start: match.index, end: match.index + match[0].length } });
    }
  }
  return found;
}

function withoutOverlaps(found: readonly FoundCredential[]): FoundCredential[] {
  if (found.length < 2) return [...found];
  return [...found]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter((item, i, all) => !all.slice(0, i).some((before) => before.span.end > item.span.start));
}

/** Whether a value is among the passwords that attackers try first; case does not matter. */
export function isWeakPassword(value: string): boolean {
  const plain = value.trim().toLowerCase();
  const counting =
    plain.length >= 3 && COUNTING.some((digits) => digits.startsWith(plain) || (digits.endsWith(plain) && plain.endsWith('321')));
  return WEAK.has(plain) || counting || REPEATED_DIGIT.test(plain) || LEFT_IN.test(plain);
}

/** Judges the value that stands under a name like `DB_PASSWORD`. Takes it without quotes; says nothing of the value itself. */
export function judgeSecretValue(value: string): SecretJudgement {
  const plain = value.trim();
  if (plain === '') return { kind: 'empty' };
  const credential = findCredentials(value)[0];
  if (credential) return { kind: 'credential', ...credential };
  if (isReference(plain)) return { kind: 'reference' };
  if (isPlaceholder(plain)) return { kind: 'placeholder', weak: LEFT_IN.test(plain) };
  if (isWeakPassword(plain)) return { kind: 'literal', weak: true };
  if (FLAG.test(plain) || QUANTITY.test(plain)) return { kind: 'flag' };
  if (/^[a-z][a-z0-9+.-]*:\/\/\S*$/i.test(plain)) return { kind: 'url' };
  if (PATHS.some((pattern) => pattern.test(plain))) return { kind: 'path' };
  return { kind: 'literal', weak: false };
}
