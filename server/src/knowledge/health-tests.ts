/**
 * How to ask the program of a well-known image whether it works, with what the image itself contains.
 * Sources: the documentation of the images' programs (`pg_isready`, `redis-cli`, `mysqladmin`, `healthcheck.sh` of the mariadb image,
 * `mongosh`, `rabbitmq-diagnostics`, `etcdctl`, `consul`, `influx`). Read 2026-11-21. Which versions have them: the mongo image has
 * `mongo` up to 5 and `mongosh` since 5; mariadb has `mysqladmin` up to 10 and `healthcheck.sh` in all of 11; `rabbitmq-diagnostics ping`
 * came with RabbitMQ 3.7.11, `influx ping` is of InfluxDB 2 only, and `etcdctl` speaks version 3 of its API since 3.4.
 */
interface HealthTest {
  readonly test: readonly string[];
  /** First `[major, minor]` that has it. */
  readonly since?: readonly [number, number];
  /** First that has it no longer. */
  readonly until?: readonly [number, number];
}

const TESTS: ReadonlyMap<string, readonly HealthTest[]> = new Map<string, readonly HealthTest[]>([
  // Over TCP: while it sets itself up, the server listens on a socket only.
  ['docker.io/library/postgres', [{ test: ['CMD', 'pg_isready', '-h', '127.0.0.1'] }]],
  ['docker.io/library/redis', [{ test: ['CMD', 'redis-cli', 'ping'] }]],
  ['docker.io/valkey/valkey', [{ test: ['CMD', 'valkey-cli', 'ping'] }]],
  ['docker.io/library/mysql', [{ test: ['CMD', 'mysqladmin', 'ping', '-h', '127.0.0.1'] }]],
  [
    'docker.io/library/mariadb',
    [
      { test: ['CMD', 'healthcheck.sh', '--connect', '--innodb_initialized'], since: [11, 0] },
      { test: ['CMD', 'mysqladmin', 'ping', '-h', '127.0.0.1'], until: [11, 0] },
    ],
  ],
  [
    'docker.io/library/mongo',
    [
      { test: ['CMD', 'mongosh', '--quiet', '--eval', 'db.adminCommand("ping")'], since: [6, 0] },
      { test: ['CMD', 'mongo', '--quiet', '--eval', 'db.adminCommand("ping")'], until: [6, 0] },
    ],
  ],
  ['docker.io/library/rabbitmq', [{ test: ['CMD', 'rabbitmq-diagnostics', '-q', 'ping'], since: [3, 8] }]],
  ['docker.io/library/influxdb', [{ test: ['CMD', 'influx', 'ping'], since: [2, 0], until: [3, 0] }]],
  ['quay.io/coreos/etcd', [{ test: ['CMD', 'etcdctl', 'endpoint', 'health'], since: [3, 4] }]],
  ['docker.io/hashicorp/consul', [{ test: ['CMD', 'consul', 'info'] }]],
]);

/** The version that a tag begins with, `[major, minor]`; a major alone stands for its newest minor. */
function versionOf(tag: string): readonly [number, number] | undefined {
  const parts = /^v?(\d+)(?:\.(\d+))?(?!\w)/.exec(tag);
  return parts ? [Number(parts[1]), parts[2] === undefined ? Number.POSITIVE_INFINITY : Number(parts[2])] : undefined;
}

function isBefore([a, b]: readonly [number, number], [major, minor]: readonly [number, number]): boolean {
  return a < major || (a === major && b < minor);
}

/**
 * The `test` of a healthcheck that an image of the table of images can run, by its canonical name and its tag; a tag without a
 * version is the newest one, and an unknown tag may be any. Undefined when none is known to work.
 */
export function healthTest(image: string, tag: string | undefined): readonly string[] | undefined {
  const version = tag === undefined ? undefined : versionOf(tag);
  return TESTS.get(image)?.find(({ since, until }) => {
    if (!version) return until === undefined && (tag !== undefined || since === undefined);
    return !(since && isBefore(version, since)) && (!until || isBefore(version, until));
  })?.test;
}
