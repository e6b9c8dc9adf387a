/**
 * Settings that let anybody in, whatever the image.
 * Sources: the documentation of PostgreSQL's, MySQL's and MariaDB's images, Elasticsearch ("xpack.security.enabled"), OpenSearch
 * ("Disabling security"), Neo4j, Grafana ("Anonymous authentication"), Mongo Express, n8n, ClickHouse, Jupyter, Weaviate, SurrealDB, Airflow,
 * InfluxDB, Bitnami's images, MongoDB, Redis, code-server. Read 2026-11-21.
 */

/** `NAME=value`; a bare name: any value but an empty one. */
const VARIABLES = `
  POSTGRES_HOST_AUTH_METHOD=trust POSTGRESQL_ALLOW_EMPTY_PASSWORD=yes MYSQL_ALLOW_EMPTY_PASSWORD MARIADB_ALLOW_EMPTY_ROOT_PASSWORD
  ALLOW_EMPTY_PASSWORD=yes ALLOW_ANONYMOUS_LOGIN=yes ALLOW_NONE_AUTHENTICATION=yes MONGODB_DISABLE_ENFORCE_AUTH=true
  xpack.security.enabled=false DISABLE_SECURITY_PLUGIN=true plugins.security.disabled=true NEO4J_AUTH=none
  NEO4J_dbms_security_auth__enabled=false GF_AUTH_ANONYMOUS_ENABLED=true ME_CONFIG_BASICAUTH=false N8N_BASIC_AUTH_ACTIVE=false
  CLICKHOUSE_SKIP_USER_SETUP=1 INFLUXDB_HTTP_AUTH_ENABLED=false AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED=true
  SURREAL_UNAUTHENTICATED=true AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS=true SONAR_FORCEAUTHENTICATION=false
  PGADMIN_CONFIG_SERVER_MODE=false SE_VNC_NO_PASSWORD=1 TRAEFIK_API_INSECURE=true
`
  .trim()
  .split(/\s+/)
  .map((setting) => setting.split('='));

/** Words of a command, one after the other. */
const FLAGS: readonly (readonly string[])[] = [
  ['--noauth'],
  ['--skip-grant-tables'],
  ['--without-auth'],
  ['--api.insecure'],
  ['--api.insecure=true'],
  ['--protected-mode', 'no'],
  ['--auth', 'none'],
  ['--auth=none'],
  ['--IdentityProvider.token='],
  ['--ServerApp.token='],
  ['--NotebookApp.token='],
  ['-Expack.security.enabled=false'],
];

const TRUE = /^(?:1|true|yes|on|y|t)$/i;
const FALSE = /^(?:0|false|no|off|n|f)$/i;

function same(value: string, wanted: string): boolean {
  if (TRUE.test(wanted)) return TRUE.test(value);
  return FALSE.test(wanted) ? FALSE.test(value) : value.toLowerCase() === wanted.toLowerCase();
}

/** Whether a variable of that name and value lets anybody in. */
export function switchesAuthenticationOff(name: string, value: string): boolean {
  return VARIABLES.some(
    ([known, wanted]) => known === name && (wanted === undefined ? value !== '' : same(value.trim(), wanted)),
  );
}

/** Whether a variable only allows an empty password: nothing is off when one is set. */
export function allowsEmptyPassword(name: string): boolean {
  return /ALLOW_EMPTY/.test(name);
}

/** Index of the first word of a command that lets anybody in; undefined when none does. Words come without quotes. */
export function authenticationOffWord(words: readonly string[]): number | undefined {
  const index = words.findIndex((_, i) => FLAGS.some((flag) => flag.every((word, k) => words[i + k] === word)));
  return index < 0 ? undefined : index;
}
