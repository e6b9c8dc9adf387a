/**
 * Until when releases of the software that images are named after get security fixes.
 * Source: https://endoflife.date, state of 2026-08-22: 75 products, 1,532 release cycles. Data: `end-of-life.data.json`, written by
 * `scripts/gen/end-of-life.mjs`; per product `cycle=codename:end+longEnd~lts`, newest first: `end` is a day, `-` for none announced
 * or `!` for ended without a known day; `longEnd` ends long-term or paid support; `~` marks long-term releases, from a day on.
 */
import table from './end-of-life.data.json';

/** A release line of a product: Debian 10, Python 3.8. Days are `YYYY-MM-DD`. */
export interface ReleaseCycle {
  readonly product: string;
  readonly cycle: string;
  readonly codename: string | undefined;
  /** The day when regular security support ends; undefined when none is announced, or none is known. */
  readonly end: string | undefined;
  /** Ended at a day that is not known. */
  readonly ended: boolean;
  /** The day when long-term or paid support ends. */
  readonly extendedEnd: string | undefined;
  /** The day since when it is a long-term release, `0000-00-00` for always; undefined for others. */
  readonly longTermSince: string | undefined;
}

/** *ended*: no support of any kind; *extended*: long-term or paid support only; *ending*: regular support ends within three months. */
export type Support = 'ended' | 'extended' | 'ending' | 'supported';

/** What a product is called where its name in the table is not that. */
const LABELS: Readonly<Record<string, string>> = {
  centos: 'CentOS',
  rockylinux: 'Rocky Linux',
  almalinux: 'AlmaLinux',
  oraclelinux: 'Oracle Linux',
  amazonlinux: 'Amazon Linux',
  alpine: 'Alpine',
  ubi: 'Red Hat UBI',
  'opensuse/leap': 'openSUSE Leap',
  node: 'Node.js',
  php: 'PHP',
  golang: 'Go',
  openjdk: 'OpenJDK',
  'eclipse-temurin': 'Eclipse Temurin',
  amazoncorretto: 'Amazon Corretto',
  'azul/zulu-openjdk': 'Azul Zulu',
  dotnet: '.NET',
  nginx: 'nginx',
  httpd: 'Apache HTTP Server',
  haproxy: 'HAProxy',
  postgres: 'PostgreSQL',
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  mongo: 'MongoDB',
  couchdb: 'CouchDB',
  opensearch: 'OpenSearch',
  influxdb: 'InfluxDB',
  rabbitmq: 'RabbitMQ',
  cockroachdb: 'CockroachDB',
  clickhouse: 'ClickHouse',
  gitlab: 'GitLab',
  sonarqube: 'SonarQube',
  nexus: 'Nexus Repository',
  wordpress: 'WordPress',
  'argo-cd': 'Argo CD',
};

/** `20280809` as `2028-08-09`. */
function day(digits: string | undefined): string | undefined {
  return digits && `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

function cycleOf(product: string, text: string): ReleaseCycle {
  const parts = /^([\d.]+)(?:=(\w+))?:(\d{8}|[-!])(?:\+(\d{8}))?(?:~(\d{8})?)?$/.exec(text);
  const [, cycle = '', codename, end = '-', extendedEnd, longTermSince] = parts ?? [];
  return {
    product,
    cycle,
    codename,
    end: /^\d/.test(end) ? day(end) : undefined,
    ended: end === '!',
    extendedEnd: day(extendedEnd),
    longTermSince: day(longTermSince) ?? (text.includes('~') ? '0000-00-00' : undefined),
  };
}

interface Product {
  /** Newest first. */
  readonly cycles: readonly ReleaseCycle[];
  readonly byName: ReadonlyMap<string, ReleaseCycle>;
  readonly byCodename: ReadonlyMap<string, ReleaseCycle>;
}

const ROWS: ReadonlyMap<string, string> = new Map(Object.entries(table));
/** The rows that were read: a file names a few products of them. */
const products = new Map<string, Product>();

function productNamed(name: string): Product | undefined {
  const row = ROWS.get(name);
  const known = products.get(name);
  if (known || row === undefined) return known;
  const cycles = row.split(' ').map((one) => cycleOf(name, one));
  const product: Product = {
    cycles,
    byName: new Map(cycles.toReversed().map((one) => [one.cycle, one])),
    byCodename: new Map(cycles.toReversed().flatMap((one) => (one.codename === undefined ? [] : [[one.codename, one]]))),
  };
  products.set(name, product);
  return product;
}

/** The releases of a product, newest first; none for a product that is not in the table. */
export function cyclesOf(product: string): readonly ReleaseCycle[] {
  return productNamed(product)?.cycles ?? [];
}

/** `Debian`, `.NET`. */
export function nameOfProduct(product: string): string {
  return LABELS[product] ?? product.charAt(0).toUpperCase() + product.slice(1);
}

/** `Debian 10 (buster)`. */
export function nameOfCycle({ product, cycle, codename }: ReleaseCycle): string {
  return `${nameOfProduct(product)} ${cycle}${codename === undefined ? '' : ` (${codename})`}`;
}

/**
 * The release that a version belongs to: `3.12.1` to 3.12, `14.21` to 14. A version that is shorter than the names of releases
 * stands for the newest of them, as tags do: `php:7` is 7.4.
 */
export function cycleOfVersion(product: string, version: string): ReleaseCycle | undefined {
  const known = productNamed(product);
  if (!known) return undefined;
  for (let name = version; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const found = known.byName.get(name);
    if (found) return found;
  }
  return known.cycles.find(({ cycle }) => cycle.startsWith(`${version}.`));
}

/** The release of a codename: `buster`, `bionic`. */
export function cycleOfCodename(product: string, codename: string): ReleaseCycle | undefined {
  return productNamed(product)?.byCodename.get(codename);
}

/** The same day three months on; days are compared as texts, so that a 31st of February does no harm. */
function threeMonthsAfter(today: string): string {
  const [year = 0, month = 0, dayOfMonth = 0] = today.split('-').map(Number);
  const next = month + 3;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year + (next > 12 ? 1 : 0)}-${two(next > 12 ? next - 12 : next)}-${two(dayOfMonth)}`;
}

/** How a release is supported on a day (`YYYY-MM-DD`). On the last day of support it still is. */
export function supportOn(cycle: ReleaseCycle, today: string): Support {
  if (cycle.ended) return 'ended';
  if (cycle.end === undefined) return 'supported';
  // Years ahead, which needs no reckoning with days.
  if (Number(cycle.end.slice(0, 4)) > Number(today.slice(0, 4)) + 1) return 'supported';
  if (cycle.end >= today) return cycle.end <= threeMonthsAfter(today) ? 'ending' : 'supported';
  return cycle.extendedEnd !== undefined && cycle.extendedEnd >= today ? 'extended' : 'ended';
}

/** The newest release with regular support; a long-term one where the product has such. */
export function newestSupported(product: string, today: string): ReleaseCycle | undefined {
  const supported = cyclesOf(product).filter((cycle) => supportOn(cycle, today) === 'supported');
  return supported.find(({ longTermSince }) => longTermSince !== undefined && longTermSince <= today) ?? supported[0];
}
