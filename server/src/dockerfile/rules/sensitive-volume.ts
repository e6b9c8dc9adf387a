import { cleanPath, isWithin } from '../../knowledge/paths.ts';
import { removeInstruction, removeWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';
import { whereShipped } from '../stages/shipped-severity.ts';

/** What the kernel and the runtime put there is hidden by a volume. (https://github.com/opencontainers/runtime-spec, "Default Filesystems") */
const KERNEL = ['/dev', '/proc', '/sys'];
/** What belongs to the image: a volume keeps an old state of it over updates. */
const SYSTEM: ReadonlySet<string> = new Set(['/', '/bin', '/sbin', '/lib', '/lib64', '/usr', '/boot', '/etc']);

function kindOf(path: string): 'kernel' | 'system' | undefined {
  const clean = cleanPath(path);
  if (KERNEL.some((root) => isWithin(clean, root))) return 'kernel';
  return SYSTEM.has(clean) ? 'system' : undefined;
}

export default dockerfileRule({
  id: 'dockerfile/sensitive-volume',
  title: 'Volume at a directory of the system',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    dockle: [
      { id: 'DKL-DI-0002', relation: 'wider', note: 'also `/etc`, `/usr` and other directories of the system as a whole' },
    ],
  },
  references: [
    { title: 'CWE-668', url: 'https://cwe.mitre.org/data/definitions/668.html' },
    { title: 'Dockerfile reference: VOLUME', url: 'https://docs.docker.com/reference/dockerfile/#volume' },
  ],
  messages: {
    kernel: 'A volume at `{path}` takes the place of what the kernel shows there.',
    system: 'A volume at `{path}` keeps the system of the image writable, and old after an update.',
  },
  visit: {
    instruction: {
      VOLUME(context, volume, file) {
        for (const [n, path] of volume.paths.entries()) {
          const message = path.kind === 'known' ? kindOf(path.value) : undefined;
          const word = volume.syntax.words[n];
          if (path.kind !== 'known' || !message || !word) continue;
          const edit = () =>
            volume.paths.length === 1
              ? removeInstruction(file.syntax, volume.syntax)
              : removeWord(file.syntax, volume.syntax, word);
          const caution = 'What is written there is lost with the container.';
          context.report({
            at: path.at,
            message,
            severity: whereShipped(volume, 'medium'),
            data: { path: path.value },
            fixes: () => [offer({ title: `Remove \`${path.value}\``, safety: 'hardening', caution }, [edit()], [volume])],
          });
        }
      },
    },
  },
});
