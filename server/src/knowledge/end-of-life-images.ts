/**
 * Which release of which product an image is, by its name and tag.
 * Source: the tag lists of Docker Official Images ("Supported tags"), of .NET, UBI and distroless, and of the named publishers;
 * codenames of Node.js from its release schedule (https://github.com/nodejs/Release). Read 2026-11-21.
 */
import type { ImageReference } from '../core/image-reference.ts';
import type { Span } from '../core/span.ts';
import { cycleOfCodename, cycleOfVersion, cyclesOf, type ReleaseCycle, type Support, supportOn } from './end-of-life.ts';

/** A release that an image is or is built on, and where its tag or name says so. */
export interface ImageRelease {
  readonly release: ReleaseCycle;
  /** UTF-16 offsets into the reference's text. */
  readonly span: Span;
  /** What the image is itself, or what it is built on. */
  readonly part: 'product' | 'base';
  /** Whether the publisher's tag scheme is known; otherwise the words of the tag are taken as usual. */
  readonly certain: boolean;
}

/** A release that is, or soon will be, without support. */
export interface OutdatedRelease extends ImageRelease {
  readonly support: Exclude<Support, 'supported'>;
}

/** Further names of images, as Docker shows them; the product's own name is one anyway. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  debian: ['bitnami/minideb'],
  rockylinux: ['rockylinux/rockylinux'],
  'opensuse/leap': ['registry.opensuse.org/opensuse/leap'],
  node: ['bitnami/node', 'cimg/node', 'circleci/node', 'public.ecr.aws/lambda/nodejs'],
  python: ['bitnami/python', 'cimg/python', 'circleci/python', 'public.ecr.aws/lambda/python'],
  ruby: ['bitnami/ruby', 'cimg/ruby', 'circleci/ruby', 'public.ecr.aws/lambda/ruby'],
  php: ['bitnami/php-fpm', 'cimg/php'],
  golang: ['bitnami/golang', 'cimg/go', 'circleci/golang'],
  rust: ['cimg/rust', 'clux/muslrust'],
  dotnet: [
    ...['sdk', 'aspnet', 'runtime', 'runtime-deps', 'nightly/sdk', 'nightly/aspnet'].map((n) => `mcr.microsoft.com/dotnet/${n}`),
    ...['sdk', 'aspnet', 'runtime', 'runtime-deps'].map((n) => `mcr.microsoft.com/dotnet/core/${n}`),
    'microsoft/dotnet',
  ],
  deno: ['denoland/deno'],
  nginx: ['nginxinc/nginx-unprivileged', 'bitnami/nginx'],
  envoy: ['envoyproxy/envoy'],
  postgres: ['bitnami/postgresql', 'postgis/postgis'],
  mysql: ['bitnami/mysql', 'mysql/mysql-server'],
  mariadb: ['bitnami/mariadb'],
  mongo: ['bitnami/mongodb'],
  redis: ['bitnami/redis'],
  memcached: ['bitnami/memcached'],
  elasticsearch: ['docker.elastic.co/elasticsearch/elasticsearch', 'bitnami/elasticsearch'],
  kibana: ['docker.elastic.co/kibana/kibana'],
  logstash: ['docker.elastic.co/logstash/logstash'],
  opensearch: ['opensearchproject/opensearch'],
  valkey: ['valkey/valkey'],
  kafka: ['apache/kafka', 'bitnami/kafka'],
  rabbitmq: ['bitnami/rabbitmq'],
  cockroachdb: ['cockroachdb/cockroach'],
  clickhouse: ['clickhouse/clickhouse-server', 'yandex/clickhouse-server'],
  grafana: ['grafana/grafana', 'grafana/grafana-oss', 'grafana/grafana-enterprise'],
  prometheus: ['prom/prometheus', 'quay.io/prometheus/prometheus'],
  jenkins: ['jenkins/jenkins'],
  gitlab: ['gitlab/gitlab-ce', 'gitlab/gitlab-ee'],
  nexus: ['sonatype/nexus3'],
  keycloak: ['quay.io/keycloak/keycloak', 'jboss/keycloak'],
  vault: ['hashicorp/vault'],
  consul: ['hashicorp/consul'],
  mattermost: ['mattermost/mattermost-team-edition', 'mattermost/mattermost-enterprise-edition'],
  'argo-cd': ['quay.io/argoproj/argocd', 'argoproj/argocd'],
  kubernetes: [
    ...['apiserver', 'controller-manager', 'scheduler', 'proxy'].map((n) => `registry.k8s.io/kube-${n}`),
    'bitnami/kubectl',
    'rancher/kubectl',
  ],
};
/** Names in the table that no image of Docker Hub's library has. */
const NO_NAMES: ReadonlySet<string> = new Set([
  'ubi',
  'dotnet',
  'argo-cd',
  'kubernetes',
  'gitlab',
  'nexus',
  'prometheus',
  'grafana',
]);
const PRODUCT_OF: ReadonlyMap<string, string> = new Map(
  // The first product that claims a name has it.
  Object.entries(NAMES)
    .reverse()
    .flatMap(([product, names]) => names.map((name) => [name, product] as const)),
);
/** Copies of Docker Hub's library. */
const MIRRORS = /^(?:public\.ecr\.aws\/docker|mirror\.gcr\.io|[\w.-]+(?::\d+)?(?:\/[\w.-]+)?)\/library\//;

const NODE_CODENAMES: ReadonlyMap<string, string> = new Map([
  ['argon', '4'],
  ['boron', '6'],
  ['carbon', '8'],
  ['dubnium', '10'],
  ['erbium', '12'],
  ['fermium', '14'],
  ['gallium', '16'],
  ['hydrogen', '18'],
  ['iron', '20'],
  ['jod', '22'],
  ['krypton', '24'],
]);

/** Words of a tag that name what an image is built on: `alpine3.13`, `ubuntu18.04`, `php7.4`. */
const BASES: ReadonlyMap<string, string> = new Map([
  ['alpine', 'alpine'],
  ['debian', 'debian'],
  ['ubuntu', 'ubuntu'],
  ['fedora', 'fedora'],
  ['centos', 'centos'],
  ['rockylinux', 'rockylinux'],
  ['rocky', 'rockylinux'],
  ['almalinux', 'almalinux'],
  ['alma', 'almalinux'],
  ['oraclelinux', 'oraclelinux'],
  ['ol', 'oraclelinux'],
  ['amazonlinux', 'amazonlinux'],
  ['al', 'amazonlinux'],
  ['ubi', 'ubi'],
  ['leap', 'opensuse/leap'],
  ['php', 'php'],
  ['python', 'python'],
  ['node', 'node'],
]);

interface Word {
  readonly text: string;
  readonly span: Span;
}

/** The words of a tag, with offsets into the reference. */
export function wordsOfTag(ref: ImageReference): readonly Word[] {
  const { tag = '', spans } = ref;
  const words: Word[] = [];
  let start = spans.tag?.start ?? 0;
  for (const text of tag.split(/[-_]/)) {
    const end = start + text.length;
    if (text !== '') words.push({ text, span: { start, end } });
    start = end + 1;
  }
  return words;
}

/** The product that an image is, by its name alone. */
export function productOf(ref: ImageReference): string | undefined {
  const { canonicalName } = ref;
  const hub = canonicalName.includes('/library/') ? canonicalName.replace(MIRRORS, '') : canonicalName;
  const name = hub.startsWith('docker.io/') ? hub.slice('docker.io/'.length) : hub;
  const own = !NO_NAMES.has(name) && cyclesOf(name).length > 0 ? name : undefined;
  return own ?? PRODUCT_OF.get(name);
}

function releaseOfFirst(product: string, word: string): ReleaseCycle | undefined {
  const codename = product === 'node' ? NODE_CODENAMES.get(word) : undefined;
  if (codename !== undefined) return cycleOfVersion(product, codename);
  const named = cycleOfCodename(product, word);
  if (named) return named;
  const version = /^(?:v|centos)?(\d+(?:\.\d+)*)(?![.\d])/.exec(word)?.[1];
  if (version === undefined) return undefined;
  return cycleOfVersion(product, product === 'amazonlinux' && version === '1' ? '2018.03' : version);
}

/** Codenames that stand for a distribution wherever they are; the older and the short-lived ones could be anything. */
function distributionOfCodename(word: string): ReleaseCycle | undefined {
  const debian = cycleOfCodename('debian', word);
  if (debian) return Number(debian.cycle) >= 7 ? debian : undefined;
  const ubuntu = cycleOfCodename('ubuntu', word);
  return ubuntu?.longTermSince !== undefined && Number.parseInt(ubuntu.cycle, 10) >= 14 ? ubuntu : undefined;
}

function baseOf(words: readonly Word[], n: number): { readonly release: ReleaseCycle; readonly span: Span } | undefined {
  const word = words[n];
  if (!word) return undefined;
  const named = distributionOfCodename(word.text);
  if (named) return { release: named, span: word.span };
  const [, name = '', version] = /^([a-z]+)(\d+(?:\.\d+)*)?$/.exec(word.text) ?? [];
  const product = BASES.get(name);
  const next = words[n + 1];
  if (product === undefined) return undefined;
  if (version !== undefined) {
    const release = cycleOfVersion(product, version);
    return release && { release, span: word.span };
  }
  if (!next || !/^\d+(?:\.\d+)*$/.test(next.text) || !cyclesOf(product).some(({ cycle }) => cycle === next.text))
    return undefined;
  const release = cycleOfVersion(product, next.text);
  return release && { release, span: { start: word.span.start, end: next.span.end } };
}

/** UBI and distroless have the release in their name: `ubi8/ubi-minimal`, `base-debian10`. */
function releaseOfName(ref: ImageReference): ImageRelease | undefined {
  const { canonicalName, text } = ref;
  const isRedHat = /^(?:registry(?:\.access)?\.redhat\.(?:com|io)|docker\.io\/redhat)\//.test(canonicalName);
  const [, product, word = '', version = ''] =
    (isRedHat && /\/()((?:ubi)(\d+))(?![\d.])/.exec(canonicalName)) ||
    (/\/distroless\//.test(canonicalName) && /-()(debian(\d+))$/.exec(canonicalName)) ||
    [];
  const release = product === undefined ? undefined : cycleOfVersion(word.startsWith('ubi') ? 'ubi' : 'debian', version);
  const start = text.indexOf(word);
  if (!release || start < 0) return undefined;
  return { release, span: { start, end: start + word.length }, part: 'base', certain: true };
}

/** The releases that an image's name and tag speak of: `python:3.8-slim-bullseye` is Python 3.8 on Debian 11. */
export function releasesOf(ref: ImageReference): readonly ImageRelease[] {
  const words = wordsOfTag(ref);
  const product = productOf(ref);
  const [first, second] = words;
  const isLongTerm = first?.text === 'lts' && second !== undefined;
  const word = isLongTerm ? second : first;
  const own = product !== undefined && word ? releaseOfFirst(product, word.text) : undefined;
  const result: ImageRelease[] = [];
  if (own && word && first)
    result.push({ release: own, span: { start: first.span.start, end: word.span.end }, part: 'product', certain: true });
  const named = releaseOfName(ref);
  if (named) result.push(named);
  for (const n of words.keys()) {
    if (own && words[n] === word) continue;
    const base = baseOf(words, n);
    if (base) result.push({ ...base, part: 'base', certain: product !== undefined });
  }
  return result;
}

/** Those of an image's releases that are without support on a day (`YYYY-MM-DD`), or will be within three months. */
export function endOfLife(ref: ImageReference, today: string): readonly OutdatedRelease[] {
  return releasesOf(ref).flatMap((found) => {
    const support = supportOn(found.release, today);
    return support === 'supported' ? [] : [{ ...found, support }];
  });
}
