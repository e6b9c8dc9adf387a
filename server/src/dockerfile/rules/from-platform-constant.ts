import { removeFlag } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { findFlag } from '../model/parts.ts';
import { dockerfileRule } from '../rule.ts';

/** `os[/arch[/variant]]` or an architecture alone, as BuildKit reads a platform (containerd, platforms.Parse). */
const PLATFORM =
  /^(?:(linux|windows|darwin|freebsd|wasip1|wasi)(?:\/(\w+)(?:\/\w+)?)?|(amd64|x86_64|x86-64|386|i386|arm64|aarch64|arm\w*|ppc64le|s390x|riscv64|mips64le|loong64))$/i;

export default dockerfileRule({
  id: 'dockerfile/from-platform-constant',
  title: 'Fixed platform in FROM',
  severity: 'low',
  confidence: 'high',
  category: 'correctness',
  profile: 'all',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    buildkit: [{ id: 'FromPlatformFlagConstDisallowed', relation: 'equal' }],
    hadolint: [{ id: 'DL3029', relation: 'narrower', note: 'a stage that is named after its platform may have a fixed one' }],
    kics: [
      {
        id: 'Using Platform Flag with FROM Command',
        relation: 'narrower',
        note: 'fixed platforms only, not `$BUILDPLATFORM`',
      },
    ],
    semgrep: [{ id: 'avoid-platform-with-from', relation: 'narrower', note: 'fixed platforms only, not `$BUILDPLATFORM`' }],
  },
  references: [
    {
      title: 'BuildKit: FromPlatformFlagConstDisallowed',
      url: 'https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/',
    },
    { title: 'Docker: Multi-platform builds', url: 'https://docs.docker.com/build/building/multi-platform/' },
  ],
  messages: {
    constant: 'The stage is always built for `{platform}`, whatever platform is asked for.',
  },
  visit: {
    instruction: {
      FROM(context, from, file) {
        const { platform } = from;
        const flag = findFlag(from.syntax, 'platform');
        if (!flag || platform.kind !== 'known' || platform.at.via || flag.valueText?.text.includes('$')) return;
        const [, os, second, alone] = PLATFORM.exec(platform.value) ?? [];
        const arch = second ?? alone;
        if (os === undefined && arch === undefined) return;
        const name = from.name?.key ?? '';
        if ([os ?? 'linux', arch].some((part) => part !== undefined && name.includes(part.toLowerCase()))) return;
        context.report({
          at: platform.at,
          message: 'constant',
          data: { platform: platform.value },
          fixes: () => {
            const title = `Remove \`--platform=${platform.value}\``;
            if (from.stage?.windows) return [{ title, refused: 'images for Windows are for nothing else' }];
            const caution =
              'The image is then built for the platform of the build, or the one given by `--platform` to `docker build`.';
            return [offer({ title, safety: 'hardening', caution }, [removeFlag(file.syntax, from.syntax, flag)], [from])];
          },
        });
      },
    },
  },
});
