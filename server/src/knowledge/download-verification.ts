/**
 * How programs that fetch over the network are told not to verify servers.
 * Sources: curl(1); wget(1) and the GNU Wget manual ("Wgetrc Commands"); git-config(1) `http.sslVerify`; http.c of Git
 * (`GIT_SSL_NO_VERIFY`); PEP 493 (`PYTHONHTTPSVERIFY`); Node.js CLI documentation (`NODE_TLS_REJECT_UNAUTHORIZED`); ssh_config(5);
 * aria2c(1); axel(1); HTTPie documentation; svn(1); hg(1); LWP::UserAgent; Deno manual. Read 2026-11-21.
 */
import type { VerificationSwitches } from './verification-switch.ts';

const CURL_VALUE_FLAGS = [...'AbcCdDeEFHKmoPQrtTuUwxXyYz'].map((letter) => `-${letter}`);

export const DOWNLOAD_VERIFICATION = {
  curl: {
    flags: [{ programs: ['curl'], flags: ['-k', '--insecure', '--proxy-insecure', '--doh-insecure'] }],
    shortValueFlags: CURL_VALUE_FLAGS,
    written: [{ pattern: /(?<=^|\n|\\n|\s)(?<at>(?<off>-k\b|(?:--)?insecure\b))/d, file: /(?:^|\/)\.?_?curlrc$/ }],
    takesUrls: true,
  },
  wget: {
    flags: [
      {
        programs: ['wget', 'wget2'],
        flags: ['--no-check-certificate', '--no-check-certificat', '--no-check-cert', '--no-check'],
      },
      { programs: ['wget', 'wget2'], flags: ['--check-certificate'], off: /^(?:off|no|0|false|quiet)$/i },
      { programs: ['wget', 'wget2'], flags: ['-e', '--execute'], off: /^check_?certificate\s*=\s*(?:off|no|0)$/i },
    ],
    written: [{ pattern: /(?<at>check_?certificate\s*=\s*(?<off>off|no|0))\b/di, on: 'on' }],
    takesUrls: true,
  },
  git: {
    flags: [{ programs: ['git'], flags: ['-c', '--config'], off: /^http\.(?:.+\.)?sslverify=(?:false|no|off|0)?$/i }],
    // Any value counts, `0` and the empty one too: Git only asks whether the variable is there.
    variables: [{ name: /^GIT_SSL_NO_VERIFY$/, off: /^[\s\S]*$/ }],
    arguments: [
      {
        programs: ['git'],
        pattern: /(?:^| )config (?:\S+ )*?(?<at>http\.(?:\S+\.)?sslverify (?<off>false|no|off|0))(?= |$)/di,
        on: 'true',
      },
    ],
    written: [{ pattern: /(?<at>\bsslVerify\s*=\s*(?<off>false|no|off|0))\b/di, on: 'true', file: /git/ }],
  },
  python: { variables: [{ name: /^PYTHONHTTPSVERIFY$/, off: /^0$/ }] },
  node: { variables: [{ name: /^NODE_TLS_REJECT_UNAUTHORIZED$/, off: /^0$/ }] },
  ssh: {
    flags: [
      {
        programs: ['ssh', 'scp', 'sftp', 'autossh', 'sshfs', 'ssh-copy-id'],
        flags: ['-o'],
        off: /^StrictHostKeyChecking\s*[= ]\s*(?:no|off)$/i,
      },
    ],
    variables: [
      { name: /^(?:GIT_SSH_COMMAND|RSYNC_RSH|SVN_SSH|CVS_RSH)$/, off: /StrictHostKeyChecking[= ](?:no|off)\b/i },
      { name: /^ANSIBLE_HOST_KEY_CHECKING$/, off: /^(?:false|no|off|0)$/i },
    ],
    arguments: [
      {
        programs: ['git', 'rsync', 'ansible', 'ansible-playbook'],
        pattern: /(?<at>StrictHostKeyChecking[= ](?<off>no|off))\b/di,
        on: 'yes',
      },
    ],
    written: [
      { pattern: /(?<at>StrictHostKeyChecking(?:\s*=\s*|\\?[ \t]+)(?<off>no|off))\b/di, on: 'yes' },
      { pattern: /(?<at>\bhost_key_checking\s*=\s*(?<off>false|no|off|0))\b/di, on: 'True' },
    ],
  },
  otherDownloads: {
    flags: [
      { programs: ['aria2c'], flags: ['--check-certificate'], off: /^false$/i },
      { programs: ['axel'], flags: ['-k', '--insecure'] },
      { programs: ['http', 'https', 'httpie', 'xh', 'xhs'], flags: ['--verify'], off: /^(?:no|false)$/i },
      { programs: ['svn'], flags: ['--trust-server-cert', '--trust-server-cert-failures'] },
      { programs: ['hg'], flags: ['--insecure'] },
      { programs: ['ansible-galaxy'], flags: ['--ignore-certs'] },
      { programs: ['deno'], flags: ['--unsafely-ignore-certificate-errors'] },
    ],
    shortValueFlags: ['-n', '-s', '-o', '-S', '-H', '-U'],
    variables: [{ name: /^PERL_LWP_SSL_VERIFY_HOSTNAME$/, off: /^0$/ }],
    written: [{ pattern: /(?<at>\bssl:verify-certificate\s+(?<off>no|off|false|0))\b/di, on: 'yes' }],
  },
} as const satisfies Readonly<Record<string, VerificationSwitches>>;
