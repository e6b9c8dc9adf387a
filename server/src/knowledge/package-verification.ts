/**
 * How package managers are told not to verify servers, signatures or checksums.
 * Sources: apt-get(8), apt.conf(5), apt-secure(8), sources.list(5); apk(8); yum(8), dnf(8), dnf.conf(5), zypper(8), rpm(8);
 * pip, uv and Poetry documentation; npm "config" (`strict-ssl`), Yarn `enableStrictSsl`; Bundler `config`; `go help environment`, Go
 * modules reference; Maven Wagon and Resolver documentation, Gradle "Verifying dependencies"; conda `ssl_verify`; Composer
 * "Config"; pacman.conf(5), nix.conf(5), flatpak-remote-add(1), NuGet signature verification. Read 2026-11-21.
 */
import type { VerificationSwitches } from './verification-switch.ts';

const APT = ['apt-get', 'apt', 'aptitude'];
const YUM = ['yum', 'dnf', 'dnf5', 'tdnf', 'microdnf', 'yum-config-manager', 'yumdownloader'];
const NPM = ['npm', 'npx', 'pnpm', 'pnpx', 'yarn', 'bun'];
const PIP = ['pip', 'pip-compile', 'pip-sync', 'pipenv', 'uv', 'uvx'];
const MAVEN = ['mvn', 'mvnw', 'mvnd'];
const NO = '(?:false|no|off|0)';

export const PACKAGE_VERIFICATION = {
  apk: { flags: [{ programs: ['apk'], flags: ['--allow-untrusted', '--no-check-certificate'] }] },
  apt: {
    flags: [
      { programs: APT, flags: ['--allow-unauthenticated', '--allow-insecure-repositories'] },
      {
        programs: APT,
        flags: ['-o', '--option'],
        off: /^(?:(?:APT::Get::AllowUnauthenticated|Acquire::Allow(?:Insecure|Weak|DowngradeToInsecure)Repositories)=["']?(?:true|yes|on|1)|Acquire::https?(?:::[^=]+)?::Verify-(?:Peer|Host)=["']?(?:false|no|off|0))/i,
      },
    ],
    written: [
      { pattern: /\bdeb(?:-src)?[ \t]+(?<off>\[[ \t]*(?<at>trusted=yes)[ \t]*\][ \t]*)/di, on: '' },
      { pattern: /\bdeb(?:-src)?[ \t]+\[[^\]]*?(?<=\S)(?<off>[ \t]+(?<at>trusted=yes))(?=[ \t\]])/di, on: '' },
      { pattern: /\bdeb(?:-src)?[ \t]+\[[ \t]*(?<off>(?<at>trusted=yes)[ \t]+)(?=[^ \t\]])/di, on: '' },
      { pattern: /(?:^|\n|\\n)[ \t]*(?<at>Trusted:[ \t]*(?<off>yes))/di, on: 'no', file: /\.sources$/ },
      { pattern: /(?<at>AllowUnauthenticated[ \t]+["']?(?<off>true|yes|1)["']?)/di, on: 'false' },
      { pattern: /(?<at>AllowInsecureRepositories[ \t]+["']?(?<off>true|yes|1)["']?)/di, on: 'false' },
      { pattern: /(?<at>Verify-(?:Peer|Host)[ \t]+["']?(?<off>false|no|0)["']?)/di, on: 'true' },
    ],
  },
  aptForceYes: { flags: [{ programs: APT, flags: ['--force-yes'], instead: '-y' }] },
  rpm: {
    flags: [
      { programs: YUM, flags: ['--nogpgcheck', '--no-gpgchecks'] },
      { programs: YUM, flags: ['--setopt'], off: new RegExp(`^(?:[^=]+\\.)?(?:pkg_)?gpgcheck=${NO}$`, 'i') },
      { programs: ['rpm'], flags: ['--nosignature', '--nodigest', '--noverify', '--nofiledigest'] },
      {
        programs: ['zypper'],
        flags: [
          ...['--no-gpg-checks', '--no-gpgcheck', '--allow-unsigned-rpm'],
          ...['--gpgcheck-allow-unsigned', '--gpgcheck-allow-unsigned-package', '--gpgcheck-allow-unsigned-repo'],
        ],
      },
    ],
    arguments: [
      {
        programs: ['dnf', 'dnf5'],
        pattern: /config-manager setopt (?:\S+ )*?(?<at>(?:\S+\.)?gpgcheck=(?<off>false|no|off|0))(?= |$)/di,
        on: '1',
      },
    ],
    written: [{ pattern: /(?<![\w.])(?<at>(?:pkg_)?gpgcheck[ \t]*=[ \t]*(?<off>0|false|no|off))\b/di, on: '1' }],
  },
  yumTls: {
    flags: [{ programs: YUM, flags: ['--setopt'], off: new RegExp(`^(?:[^=]+\\.)?sslverify=${NO}$`, 'i') }],
    arguments: [
      {
        programs: ['dnf', 'dnf5'],
        pattern: /config-manager setopt (?:\S+ )*?(?<at>(?:\S+\.)?sslverify=(?<off>false|no|off|0))(?= |$)/di,
        on: '1',
      },
      { programs: ['zypper'], pattern: /(?<at>\bssl_verify=(?<off>no|host|peer))\b/di, on: 'yes' },
    ],
    written: [
      { pattern: /(?<at>\bsslverify[ \t]*=[ \t]*(?<off>0|false|no|off))\b/d, on: '1', file: /yum|dnf|\.repo$/ },
      { pattern: /(?<at>\bssl_verify=(?<off>no))\b/di, on: 'yes' },
    ],
  },
  pip: {
    flags: [{ programs: PIP, flags: ['--trusted-host', '--allow-insecure-host'], anyValue: true }],
    variables: [{ name: /^(?:PIP_TRUSTED_HOST|UV_INSECURE_HOST)$/, off: /^[\s\S]+$/ }],
    arguments: [
      { programs: ['pip'], pattern: /(?:^| )config (?:\S+ )*?set (?<at>\S*trusted-host \S.*)$/di },
      { programs: ['poetry'], pattern: /(?:^| )config (?:-\S+ )*(?<at>certificates\.\S+\.cert (?<off>false))(?= |$)/di },
    ],
    written: [{ pattern: /(?<at>\btrusted[-_]host[ \t]*=[ \t]*[^\s"']+)/di }],
  },
  npm: {
    flags: [
      { programs: NPM, flags: ['--no-strict-ssl'] },
      { programs: NPM, flags: ['--strict-ssl'], off: /^(?:false|null|0)$/i },
    ],
    // npm reads the names without regard to case.
    variables: [{ name: /^(?:npm_config_strict[-_]ssl|yarn_strict_ssl|yarn_enable_strict_ssl)$/i, off: /^(?:false|null|0)$/i }],
    arguments: [
      {
        programs: NPM,
        pattern:
          /^(?:-\S+ )*(?:(?:config|c) )?set (?:-\S+ )*(?<at>(?:strict-ssl|enableStrictSsl)[ =](?<off>false|null|0))(?= |$)/di,
        on: 'true',
      },
    ],
    written: [
      { pattern: /(?<at>\bstrict-ssl["']?(?:[ \t]*=[ \t]*|[ \t]+)(?<off>false))\b/di, on: 'true' },
      { pattern: /(?<at>\benableStrictSsl:[ \t]*(?<off>false))\b/d, on: 'true' },
    ],
  },
  ruby: {
    variables: [{ name: /^BUNDLE_SSL_VERIFY_MODE$/, off: /^0$/ }],
    arguments: [
      { programs: ['bundle', 'bundler'], pattern: /^config (?:\S+ )*?(?<at>ssl_verify_mode (?<off>0))(?= |$)/d, on: '1' },
    ],
    written: [
      { pattern: /(?<at>:ssl_verify_mode:[ \t]*(?<off>0))\b/d, on: '1' },
      { pattern: /(?<at>\bBUNDLE_SSL_VERIFY_MODE:[ \t]*["']?(?<off>0))\b/d, on: '1' },
    ],
  },
  go: {
    flags: [{ programs: ['go'], flags: ['-insecure', '--insecure'] }],
    variables: [
      { name: /^GOINSECURE$/, off: /^[\s\S]+$/ },
      { name: /^GOSUMDB$/, off: /^off$/ },
      { name: /^GONOSUMCHECK$/, off: /^[\s\S]+$/ },
      // Names of private modules are meant; these take all or most public ones.
      { name: /^(?:GONOSUMDB|GOPRIVATE)$/, off: /(?<=^|,)(?:\*|\*\.\*|\*\/\*|github\.com(?:\/\*)?)(?=,|$)/ },
      { name: /^GOFLAGS$/, off: /(?<=^|\s)--?insecure(?=\s|=|$)/ },
    ],
    arguments: [{ programs: ['go'], pattern: /^env (?:\S+ )*?(?<at>(?:GOINSECURE=\S+|GOSUMDB=off|GONOSUMCHECK=\S+))(?= |$)/d }],
  },
  jvm: {
    flags: [{ programs: ['gradle', 'gradlew'], flags: ['-F', '--dependency-verification'], off: /^(?:off|lenient)$/i }],
    variables: [
      {
        name: /^(?:MAVEN_OPTS|MAVEN_ARGS|MAVEN_CLI_OPTS|JAVA_TOOL_OPTIONS|JAVA_OPTS|JDK_JAVA_OPTIONS)$/,
        off: /-D(?:maven\.wagon\.http\.ssl\.(?:insecure|allowall)=true|(?:aether|aether\.transport)\.(?:connector\.)?https\.securityMode=insecure)\b/,
      },
    ],
    arguments: [
      { programs: MAVEN, pattern: /(?<at>-Dmaven\.wagon\.http\.ssl\.(?:insecure|allowall)=(?<off>true))(?= |$)/d, on: 'false' },
      {
        programs: MAVEN,
        pattern: /(?<at>-Daether\.(?:connector|transport)\.https\.securityMode=(?<off>insecure))(?= |$)/d,
        on: 'default',
      },
    ],
    written: [
      { pattern: /(?<at>-Dmaven\.wagon\.http\.ssl\.(?:insecure|allowall)=(?<off>true))\b/d, on: 'false' },
      { pattern: /(?<at>-Daether\.(?:connector|transport)\.https\.securityMode=(?<off>insecure))\b/d, on: 'default' },
    ],
  },
  conda: {
    flags: [{ programs: ['conda', 'mamba', 'micromamba'], flags: ['-k', '--insecure'] }],
    shortValueFlags: ['-n', '-p', '-c', '-f'],
    variables: [{ name: /^(?:CONDA|MAMBA)_SSL_VERIFY$/, off: /^(?:false|no|off|0|<false>)$/i }],
    arguments: [
      {
        programs: ['conda', 'mamba', 'micromamba'],
        pattern: /^config (?:\S+ )*?(?:--set|set) (?<at>ssl_verify (?<off>false|no|off|0))(?= |$)/di,
        on: 'true',
      },
    ],
    written: [{ pattern: /(?<at>\bssl_verify:[ \t]*(?<off>false|no|off|0))\b/di, on: 'true', file: /condarc/ }],
  },
  composer: {
    flags: [
      { programs: ['composer', 'composer.phar'], flags: ['--no-secure-http'] },
      { programs: ['composer', 'composer.phar', 'php'], flags: ['--disable-tls'] },
    ],
    arguments: [
      {
        programs: ['composer', 'composer.phar'],
        pattern: /(?:^| )config (?:-\S+ )*(?<at>secure-http (?<off>false|0))(?= |$)/d,
        on: 'true',
      },
      {
        programs: ['composer', 'composer.phar'],
        pattern: /(?:^| )config (?:-\S+ )*(?<at>disable-tls (?<off>true|1))(?= |$)/d,
        on: 'false',
      },
    ],
    written: [
      { pattern: /(?<at>"secure-http"\s*:\s*(?<off>false))\b/d, on: 'true' },
      { pattern: /(?<at>"disable-tls"\s*:\s*(?<off>true))\b/d, on: 'false' },
    ],
  },
  otherPackages: {
    flags: [
      { programs: ['flatpak', 'ostree'], flags: ['--no-gpg-verify'] },
      { programs: ['snap'], flags: ['--dangerous'] },
      { programs: ['dpkg'], flags: ['--force-bad-verify'] },
      { programs: ['opkg'], flags: ['--force-checksum', '--force-signature'] },
      { programs: ['nix', 'nix-env', 'nix-build', 'nix-shell', 'nix-store'], flags: ['--no-require-sigs'] },
    ],
    variables: [{ name: /^DOTNET_NUGET_SIGNATURE_VERIFICATION$/, off: /^(?:false|0)$/i }],
    arguments: [
      {
        programs: ['nix', 'nix-env', 'nix-build', 'nix-shell'],
        pattern: /(?<at>--option require-sigs (?<off>false))(?= |$)/d,
        on: 'true',
      },
    ],
    written: [
      { pattern: /(?<at>\bSigLevel[ \t]*=[ \t]*(?<off>Never|TrustAll))\b/d, on: 'Required' },
      { pattern: /(?<at>\brequire-sigs[ \t]*=[ \t]*(?<off>false))\b/d, on: 'true' },
    ],
  },
} as const satisfies Readonly<Record<string, VerificationSwitches>>;
