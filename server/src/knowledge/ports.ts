/**
 * Ports of services that should not face a network by accident.
 * Sources: IANA Service Name and Port Number Registry; the default ports in each product's documentation; OWASP Docker Security
 * Cheat Sheet. Read 2026-11-21.
 */

/**
 * *orchestration*: controls hosts or clusters; *debugger*: runs code for whoever connects; *remote*: logins and old
 * plain-text services.
 */
export type PortGroup = 'orchestration' | 'database' | 'messaging' | 'file-sharing' | 'admin' | 'debugger' | 'remote';

export interface SensitivePort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  readonly service: string;
  readonly group: PortGroup;
  /** Whether so many other programs use the port that its number alone says little. */
  readonly ambiguous: boolean;
}

/** `port service`, `from-to service`; a `?` behind the number: ambiguous; `/udp`: not TCP. */
const TABLE: Readonly<Record<PortGroup, string>> = {
  orchestration: `
    2375 Docker API; 2376 Docker API; 2377 Docker Swarm; 4243 Docker API; 7946 Docker Swarm; 7946/udp Docker Swarm;
    4789/udp VXLAN; 2379 etcd; 2380 etcd; 6443 Kubernetes API; 10250 kubelet; 10255 kubelet; 10256 kube-proxy;
    10257 kube-controller-manager; 10259 kube-scheduler; 8001? kubectl proxy; 9443? Portainer; 8500 Consul; 8300-8302 Consul;
    8600 Consul; 8600/udp Consul; 8200 Vault; 8201 Vault; 4646-4648 Nomad; 4505-4506 Salt; 8140 Puppet; 35357 Keystone;
    8774 Nova; 9696 Neutron; 5000? Docker registry
  `,
  database: `
    1433 SQL Server; 1434/udp SQL Server; 1521-1522 Oracle; 2483-2484 Oracle; 3306 MySQL; 33060 MySQL; 5432 PostgreSQL;
    6432 PgBouncer; 50000? Db2; 6379 Redis; 16379 Redis; 26379 Redis Sentinel; 11211 Memcached; 11211/udp Memcached;
    11214-11215 Memcached; 27017-27020 MongoDB; 5984 CouchDB; 6984 CouchDB; 8086 InfluxDB; 8088? InfluxDB; 9042 Cassandra;
    9160 Cassandra; 7000-7001? Cassandra; 7199 Cassandra JMX; 9200 Elasticsearch; 9300 Elasticsearch; 7473-7474 Neo4j;
    7687 Neo4j; 8123? ClickHouse; 9009? ClickHouse; 26257 CockroachDB; 8091-8096 Couchbase; 11210 Couchbase; 8983 Solr;
    28015 RethinkDB; 61620-61621 OpsCenter; 50070 HDFS; 50470 HDFS; 8020 HDFS; 6333-6334 Qdrant; 19530 Milvus; 8529 ArangoDB;
    2382-2383 SQL Server Analysis Services; 4333 mSQL; 3050 Firebird; 5433? YugabyteDB; 4000? TiDB; 10001? ScyllaDB
  `,
  messaging: `
    1883 MQTT; 8883 MQTT; 5671-5672 RabbitMQ; 25672 RabbitMQ; 4369 Erlang port mapper; 9092 Kafka; 29092 Kafka;
    2181 ZooKeeper; 2888 ZooKeeper; 3888 ZooKeeper; 61616 ActiveMQ; 61613 STOMP; 4222 NATS; 8222 NATS monitoring; 6650 Pulsar;
    389 LDAP; 636 LDAP
  `,
  'file-sharing': `
    111 RPC port mapper; 111/udp RPC port mapper; 2049 NFS; 445 SMB; 139 NetBIOS; 137-138/udp NetBIOS; 873 rsync; 69/udp TFTP;
    3020 CIFS; 548 AFP; 9001? MinIO console
  `,
  admin: `
    5601 Kibana; 8161 ActiveMQ console; 15672 RabbitMQ management; 10000? Webmin; 5050 pgAdmin; 8081? Mongo Express;
    8888? Jupyter; 8080? web console; 3000? Grafana; 9090? Prometheus; 9093 Alertmanager; 9100 node exporter; 4040? Spark;
    19999 Netdata; 3100 Loki; 16686 Jaeger; 9411 Zipkin; 5555? Flower; 8787? RStudio; 8265 Ray; 7077 Spark; 8089? Splunk;
    9000? Portainer
  `,
  debugger: `
    5005 Java debugger; 8000? Java debugger; 9229 Node.js inspector; 9222 Chrome DevTools; 5678? debugpy; 2345 Delve;
    40000? Delve; 9003 Xdebug; 1044 Java debugger; 1098-1099 Java RMI; 9010 JMX; 4444? Selenium; 5858 Node.js debugger
  `,
  remote: `
    20-21 FTP; 22 SSH; 23 Telnet; 25? SMTP; 53? DNS; 53/udp DNS; 79 Finger; 110 POP3; 143 IMAP; 135 Windows RPC; 161/udp SNMP;
    162/udp SNMP; 512-514 rlogin and rsh; 514/udp syslog; 515 printer; 543-544 Kerberos rlogin; 1080 SOCKS proxy;
    3128 HTTP proxy; 3389 RDP; 5500 VNC; 5900-5905 VNC; 5985-5986 WinRM; 6000-6063 X11; 5060? SIP; 7 echo; 9 discard;
    13 daytime; 19 chargen
  `,
};

function readTable(group: PortGroup, text: string): SensitivePort[] {
  return text.split(';').flatMap((item) => {
    const [, from, to, unsure, udp, service] = /^\s*(\d+)(?:-(\d+))?(\?)?(\/udp)?\s+(.+?)\s*$/.exec(item) ?? [];
    const first = Number(from);
    const count = Number(to ?? from) - first + 1;
    return Array.from({ length: Number.isNaN(count) ? 0 : count }, (_, i) => ({
      port: first + i,
      protocol: udp ? ('udp' as const) : ('tcp' as const),
      service: service ?? '',
      group,
      ambiguous: unsure !== undefined,
    }));
  });
}

/** The table, a port an entry; of several services on one port the first stands. */
export const SENSITIVE_PORTS: readonly SensitivePort[] = (Object.keys(TABLE) as PortGroup[]).flatMap((group) =>
  readTable(group, TABLE[group]),
);

/** The service that a port of the container is known for; undefined when it is none that needs care. */
export function lookupPort(port: number, protocol: 'tcp' | 'udp' = 'tcp'): SensitivePort | undefined {
  return SENSITIVE_PORTS.find((entry) => entry.port === port && entry.protocol === protocol);
}
