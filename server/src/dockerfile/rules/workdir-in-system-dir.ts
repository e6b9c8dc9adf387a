import type { FixOffer } from '../../core/finding.ts';
import { absent, valueOf } from '../../core/value.ts';
import { cleanPath, isWithin } from '../../knowledge/paths.ts';
import { replaceText } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { WorkdirInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const SYSTEM = ['/proc', '/sys', '/dev', '/boot', '/initrd', '/lost+found'];

/**
 * The path of a WORKDIR, a relative one joined to the one before it in its stage or those it is built `FROM`; `/` is where images
 * start that say nothing. (https://docs.docker.com/reference/dockerfile/#workdir)
 */
function pathOf(workdir: WorkdirInstruction): string | undefined {
  const path = valueOf(workdir.path);
  if (path === undefined || path.startsWith('/')) return path;
  const { stage, syntax } = workdir;
  const before = stage?.all('WORKDIR').findLast((one) => one.syntax.index < syntax.index);
  const inherited = stage?.parent?.workdir ?? absent<string>(workdir.at);
  const base = before ? pathOf(before) : inherited.kind === 'absent' ? '/' : valueOf(inherited);
  return base === undefined ? undefined : `${base}/${path}`;
}

/** A directory that images do not have, so that nothing of theirs is in the way. */
const OWN = '/app';

function move(workdir: WorkdirInstruction): FixOffer {
  const title = `Work in \`${OWN}\``;
  const caution = 'Put in the directory that the program belongs in; relative paths behind it then mean others.';
  return offer({ title, safety: 'placeholder', caution, select: OWN }, [replaceText(workdir.syntax.args, OWN)], [workdir]);
}

export default dockerfileRule({
  id: 'dockerfile/workdir-in-system-dir',
  title: 'Working directory in a directory of the kernel',
  severity: 'high',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'DS-0030',
        relation: 'equal',
        aliases: ['AVD-DS-0030', 'DS030', 'avoid-sys-workdir-mounts', 'docker-avoid-sys-workdir-mounts'],
      },
    ],
  },
  references: [
    { title: 'CVE-2024-21626', url: 'https://nvd.nist.gov/vuln/detail/CVE-2024-21626' },
    { title: 'runc advisory', url: 'https://github.com/opencontainers/runc/security/advisories/GHSA-xr7r-f8xq-vfvv' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    descriptor: '`{path}` is an open file of the container runtime, through which the container reaches its host.',
    system: '`{path}` lies in `{root}`, which belongs to the system and not to the image.',
  },
  visit: {
    instruction: {
      WORKDIR(context, workdir) {
        const path = pathOf(workdir);
        const clean = path === undefined ? '' : cleanPath(path);
        const root = SYSTEM.find((directory) => isWithin(clean, directory));
        if (root === undefined) return;
        const isDescriptor = /^\/proc\/(?:self|thread-self|\d+)\/(?:task\/\d+\/)?(?:fd|cwd|root)(?:\/|$)|^\/dev\/fd(?:\/|$)/.test(
          clean,
        );
        context.report({
          at: workdir.path.at,
          message: isDescriptor ? 'descriptor' : 'system',
          data: { path: clean, root },
          severity: isDescriptor ? 'high' : 'medium',
          fixes: () => [move(workdir)],
        });
      },
    },
  },
});
