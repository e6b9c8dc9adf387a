import { describe, expect, it } from 'vitest';
import { healthTest } from '../../../server/src/knowledge/health-tests.ts';

describe('healthTest', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['docker.io/library/mongo', 'latest', 'mongosh'],
    ['docker.io/library/mongo', '8.0-noble', 'mongosh'],
    ['docker.io/library/mongo', '6', 'mongosh'],
    ['docker.io/library/mongo', '5.0', 'mongo'],
    ['docker.io/library/mongo', '4.2.0', 'mongo'],
    ['docker.io/library/mongo', undefined, undefined],
    ['docker.io/library/mariadb', '10-focal', 'mysqladmin'],
    ['docker.io/library/mariadb', '11.4', 'healthcheck.sh'],
    ['docker.io/library/mariadb', 'lts', 'healthcheck.sh'],
    ['docker.io/library/rabbitmq', '3-management', 'rabbitmq-diagnostics'],
    ['docker.io/library/rabbitmq', '3.6', undefined],
    ['docker.io/library/influxdb', '1.8', undefined],
    ['docker.io/library/influxdb', '2.7-alpine', 'influx'],
    ['docker.io/library/influxdb', '3-core', undefined],
    ['docker.io/library/influxdb', 'latest', undefined],
    ['quay.io/coreos/etcd', 'v3.5.1', 'etcdctl'],
    ['quay.io/coreos/etcd', 'v3.3.9', undefined],
    ['docker.io/library/postgres', undefined, 'pg_isready'],
    ['docker.io/library/nginx', 'latest', undefined],
  ])('%s:%s', (image, tag, program) => {
    expect(healthTest(image, tag)?.[1]).toBe(program);
  });
});
