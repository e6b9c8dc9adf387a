/**
 * How clients of clusters, registries and clouds are told not to verify servers.
 * Sources: kubectl and helm command references; OpenShift `oc`, Argo CD CLI; podman(1), buildah(1), skopeo(1), containers-registries.conf(5);
 * crane, ORAS and cosign references; Kaniko README; AWS CLI global options; Azure CLI and gcloud configuration; Vault, Consul and
 * Nomad CLI environment variables; rclone, s3cmd, MinIO client, cf manuals. Read 2026-11-21.
 */
import type { VerificationSwitches } from './verification-switch.ts';

const TRUE = /^(?:1|t|true)$/i;
const FALSE = /^(?:0|f|false)$/i;
const OCI = ['podman', 'buildah', 'skopeo'];

export const CLIENT_VERIFICATION = {
  kubernetes: {
    flags: [
      {
        programs: ['kubectl', 'oc', 'helm', 'kustomize', 'k9s', 'flux', 'istioctl'],
        flags: ['--insecure-skip-tls-verify', '--insecure-skip-tls-verify-backend', '--kube-insecure-skip-tls-verify'],
      },
      { programs: ['argocd'], flags: ['--insecure', '--insecure-skip-server-verification'] },
      { programs: ['helm'], flags: ['--plain-http'] },
    ],
    variables: [{ name: /^HELM_KUBEINSECURE_SKIP_TLS_VERIFY$/, off: TRUE }],
    written: [{ pattern: /(?<at>\binsecure-skip-tls-verify:[ \t]*(?<off>true))\b/d, on: 'false' }],
  },
  registry: {
    flags: [
      { programs: OCI, flags: ['--tls-verify', '--src-tls-verify', '--dest-tls-verify'], off: FALSE },
      { programs: ['crane', 'gcrane', 'oras'], flags: ['--insecure', '--plain-http'] },
      { programs: ['cosign'], flags: ['--allow-insecure-registry', '--insecure-ignore-tlog', '--insecure-ignore-sct'] },
      { programs: ['executor'], flags: ['--insecure', '--insecure-pull', '--skip-tls-verify', '--skip-tls-verify-pull'] },
    ],
    written: [
      {
        pattern: /(?<at>(?<=^|\n|\\n)[ \t]*insecure[ \t]*=[ \t]*(?<off>true))\b/d,
        on: 'false',
        file: /registries\.conf|buildkitd\.toml$/,
      },
      { pattern: /(?<at>"insecure-registries"\s*:\s*\[\s*"[^\]]*\])/d },
    ],
  },
  cloud: {
    flags: [
      { programs: ['aws'], flags: ['--no-verify-ssl'] },
      { programs: ['vault'], flags: ['-tls-skip-verify', '--tls-skip-verify'] },
      { programs: ['nomad'], flags: ['-tls-skip-verify', '--tls-skip-verify'] },
      { programs: ['rclone', 's3cmd'], flags: ['--no-check-certificate'] },
      { programs: ['mc', 'mcli'], flags: ['--insecure'] },
      { programs: ['cf'], flags: ['--skip-ssl-validation'] },
    ],
    variables: [
      { name: /^AZURE_CLI_DISABLE_CONNECTION_VERIFICATION$/, off: /^[\s\S]+$/ },
      { name: /^CLOUDSDK_AUTH_DISABLE_SSL_VALIDATION$/, off: TRUE },
      { name: /^(?:VAULT|NOMAD)_SKIP_VERIFY$/, off: TRUE },
      { name: /^CONSUL_HTTP_SSL_VERIFY$/, off: FALSE },
      { name: /^RCLONE_NO_CHECK_CERTIFICATE$/, off: TRUE },
    ],
    arguments: [
      {
        programs: ['gcloud'],
        pattern: /(?:^| )config set (?:-\S+ )*(?<at>auth\/disable_ssl_validation (?<off>true|1))(?= |$)/di,
        on: 'false',
      },
    ],
    written: [{ pattern: /(?<at>\bdisable_ssl_validation[ \t]*=[ \t]*(?<off>true|1))\b/di, on: 'false' }],
  },
} as const satisfies Readonly<Record<string, VerificationSwitches>>;
