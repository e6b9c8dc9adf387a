/**
 * Images that start with a login that everybody knows until one is set.
 * Sources: the documentation of MinIO ("MINIO_ROOT_USER"), Grafana ("admin_password"), Mongo Express ("Configuration"), Selenium
 * ("SE_VNC_PASSWORD"). Read 2026-11-21. RabbitMQ's `guest` may only log in from the container itself, and Neo4j and SonarQube ask for a new
 * password at the first login: they are not listed.
 */
export interface DefaultLogin {
  /** The variable that sets another one. */
  readonly variable: string;
  /** Any variable that sets one, or says where it is. */
  readonly sets: RegExp;
  /** A folder of the container whose files may set it. */
  readonly settings?: string;
}

const LOGINS: ReadonlyMap<string, DefaultLogin> = new Map([
  [
    'docker.io/minio/minio',
    { variable: 'MINIO_ROOT_PASSWORD', sets: /^MINIO_(?:ROOT_PASSWORD|SECRET_KEY|CONFIG_ENV_FILE)/, settings: '/etc/default' },
  ],
  [
    'docker.io/grafana/grafana',
    {
      variable: 'GF_SECURITY_ADMIN_PASSWORD',
      sets: /^GF_(?:SECURITY_ADMIN_PASSWORD|SECURITY_DISABLE_INITIAL_ADMIN_CREATION|AUTH_DISABLE_LOGIN_FORM|PATHS_CONFIG)/,
      settings: '/etc/grafana',
    },
  ],
  [
    'docker.io/library/mongo-express',
    { variable: 'ME_CONFIG_BASICAUTH_PASSWORD', sets: /^ME_CONFIG_BASICAUTH(?:_PASSWORD.*)?$/ },
  ],
  ['docker.io/selenium/*', { variable: 'SE_VNC_PASSWORD', sets: /^SE_(?:VNC_PASSWORD|VNC_NO_PASSWORD|START_VNC)$/ }],
]);

/** The login of an image of the table of images, by its canonical name there; undefined when it starts without one that is known. */
export function defaultLogin(image: string): DefaultLogin | undefined {
  return LOGINS.get(image);
}
