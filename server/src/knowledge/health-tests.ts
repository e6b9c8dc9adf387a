/**
 * How to ask the program of a well-known image whether it works, with what the image itself contains.
 * Sources: the documentation of the images' programs (`pg_isready`, `redis-cli`, `mysqladmin`, `healthcheck.sh` of the mariadb image,
 * `mongosh`, `rabbitmq-diagnostics`, `etcdctl`, `consul`, `influx`). Read 2026-11-21.
 */

const TESTS: ReadonlyMap<string, readonly string[]> = new Map([
  // Over TCP: while it sets itself up, the server listens on a socket only.
  ['docker.io/library/postgres', ['CMD', 'pg_isready', '-h', '127.0.0.1']],
  ['docker.io/library/redis', ['CMD', 'redis-cli', 'ping']],
  ['docker.io/valkey/valkey', ['CMD', 'valkey-cli', 'ping']],
  ['docker.io/library/mysql', ['CMD', 'mysqladmin', 'ping', '-h', '127.0.0.1']],
  ['docker.io/library/mariadb', ['CMD', 'healthcheck.sh', '--connect', '--innodb_initialized']],
  ['docker.io/library/mongo', ['CMD', 'mongosh', '--quiet', '--eval', 'db.adminCommand("ping")']],
  ['docker.io/library/rabbitmq', ['CMD', 'rabbitmq-diagnostics', '-q', 'ping']],
  ['docker.io/library/influxdb', ['CMD', 'influx', 'ping']],
  ['quay.io/coreos/etcd', ['CMD', 'etcdctl', 'endpoint', 'health']],
  ['docker.io/hashicorp/consul', ['CMD', 'consul', 'info']],
]);

/** The `test` of a healthcheck for an image of the table of images, by its canonical name; undefined when none is known. */
export function healthTest(image: string): readonly string[] | undefined {
  return TESTS.get(image);
}
