import { valueOf } from '../../core/value.ts';
import { isConfigurationPath } from '../../knowledge/configuration-files.ts';
import { classifyHostPath } from '../../knowledge/host-paths.ts';
import { makeReadOnly } from '../edit/mounts.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/bind-mount-could-be-read-only',
  title: 'Configuration mounted writable',
  severity: 'info',
  confidence: 'medium',
  category: 'host-access',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-732', url: 'https://cwe.mitre.org/data/definitions/732.html' },
    { title: 'Docker: bind mounts', url: 'https://docs.docker.com/engine/storage/bind-mounts/' },
  ],
  messages: {
    writable: 'Service `{service}` can change `{path}`, which looks like configuration that it only reads.',
  },
  visit: {
    service(context, service) {
      for (const { path, readOnly, through, volume } of service.hostMounts) {
        const text = valueOf(path);
        if (text === undefined || !volume || through !== 'bind' || valueOf(readOnly) !== false) continue;
        // What belongs to the host is reported as that.
        if (classifyHostPath(text) || !isConfigurationPath(text, valueOf(volume.target) ?? '')) continue;
        context.report({
          at: path.at,
          message: 'writable',
          data: { service: service.name, path: text },
          fixes: () => [
            makeReadOnly(service, volume, {
              title: `Mount \`${text}\` read-only`,
              safety: 'hardening',
              caution: 'A program that rewrites its configuration, or changes its owner at start, fails.',
            }),
          ],
        });
      }
    },
  },
});
