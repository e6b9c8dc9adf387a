import { valueOf } from '../../core/value.ts';
import { setAt } from '../edit/paths.ts';
import { composeRule } from '../rule.ts';

/** What Docker switches off for a tmpfs unless told otherwise (docker run reference, "--tmpfs"). */
const INSECURE = ['exec', 'suid', 'dev'];

export default composeRule({
  id: 'compose/tmpfs-insecure-options',
  title: 'Temporary file system with dangerous options',
  severity: 'medium',
  confidence: 'high',
  category: 'isolation',
  profile: 'strict',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [{ id: 'CL-0022', relation: 'equal' }],
  },
  references: [
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'Docker: tmpfs mounts', url: 'https://docs.docker.com/engine/storage/tmpfs/' },
  ],
  messages: {
    insecure: 'Service `{service}` mounts `{path}` with {options}, which Docker switches off by default.',
  },
  visit: {
    service(context, service) {
      for (const item of service.tmpfs.items) {
        const [path = '', ...rest] = (valueOf(item) ?? '').split(':');
        const options = rest
          .join(':')
          .split(',')
          .filter((option) => option !== '');
        const insecure = options.filter((option) => INSECURE.includes(option.trim()));
        if (insecure.length === 0) continue;
        const kept = options.filter((option) => !insecure.includes(option));
        const shown = insecure.map((option) => `\`${option.trim()}\``).join(' and ');
        context.report({
          at: item.at,
          message: 'insecure',
          data: { service: service.name, path, options: shown },
          severity: insecure.every((option) => option.trim() === 'exec') ? 'low' : 'medium',
          fixes: () => [
            setAt(service, item.at, kept.length > 0 ? `${path}:${kept.join(',')}` : path, {
              title: `Remove ${shown}`,
              safety: 'hardening',
              caution: 'A program that is started from there fails.',
            }),
          ],
        });
      }
    },
  },
});
