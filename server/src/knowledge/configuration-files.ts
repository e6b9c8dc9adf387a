/**
 * Files and directories that hold what a program reads and does not write.
 * Sources: Filesystem Hierarchy Standard 3.0 (`/etc`); the documentation of the official images nginx, httpd, haproxy, mysql and
 * postgres on where they take configuration and initial data from. Read 2026-11-21.
 */
import { cleanPath, isWithin } from './paths.ts';

const EXTENSION = /\.(?:conf|cnf|cfg|ini|toml|properties|ya?ml|pem|crt|cer|key|acl|rules|tmpl|template)$/i;

/** Where images take configuration from, or scripts that run at the first start. */
const TARGETS: readonly string[] = [
  '/docker-entrypoint-initdb.d',
  '/etc/nginx',
  '/etc/apache2',
  '/usr/local/apache2/conf',
  '/usr/local/etc/haproxy',
  '/etc/prometheus',
  '/etc/alertmanager',
  '/etc/grafana/provisioning',
  '/etc/traefik',
  '/etc/caddy',
  '/etc/mysql/conf.d',
  '/etc/fluent-bit',
  '/usr/share/nginx/html',
  '/usr/local/apache2/htdocs',
];

/** Whether a mount brings in configuration, certificates or static pages: by the file's name, or by where an image reads them. */
export function isConfigurationPath(source: string, target: string): boolean {
  const from = cleanPath(source);
  const to = cleanPath(target);
  return EXTENSION.test(from) || TARGETS.some((path) => isWithin(to, path)) || /(?:^|\/)(?:Caddyfile|[\w.-]+\.sql)$/.test(from);
}
