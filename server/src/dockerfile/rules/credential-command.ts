import type { FixOffer } from '../../core/finding.ts';
import { type StoredCredential, storedCredential } from '../../knowledge/credential-commands.ts';
import { cleanPath } from '../../knowledge/paths.ts';
import type { ShellCommand } from '../../shell/script.ts';
import { isShipped, removalsIn } from '../files/credential-traces.ts';
import { mountInsteadOfWrite } from '../fixes/mount-instead-of-write.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

/** Whether what the command stores does not stay: deleted or logged out in the same RUN, or in a mount. */
function isTemporary(run: RunInstruction, command: ShellCommand, { stores, folder }: StoredCredential): boolean {
  const last = run.script.commands.indexOf(command);
  const behind = run.script.commands.slice(last + 1);
  if (
    behind.some(
      ({ name, args }) => name === command.name && args.some(({ text }) => /^(?:logout|revoke|unset|delete)$/.test(text)),
    )
  )
    return true;
  if (removalsIn(run, stores.replace('~', '/root')).some((removal) => behind.includes(removal.command))) return true;
  const isDeleted = ({ name, args }: ShellCommand): boolean =>
    name === 'rm' && folder !== undefined && args.some(({ text }) => text.replace(/\/+$/, '').split('/').at(-1) === folder);
  const isReset = ({ name, args }: ShellCommand): boolean => name === 'git' && args.some(({ text }) => text === 'set-url');
  if (folder !== undefined && behind.some((one) => isDeleted(one) || isReset(one))) return true;
  const parts = stores.split('/');
  return run.mounts.some(({ target }) => {
    const path = target.kind === 'known' ? cleanPath(target.value) : '';
    return parts.slice(1).some((_, n) => path.endsWith(`/${parts.slice(1, n + 2).join('/')}`));
  });
}

function fix(file: Dockerfile, run: RunInstruction, command: ShellCommand, { stores, folder }: StoredCredential): FixOffer {
  if (folder !== undefined)
    return {
      title: 'Clone without a token in the address',
      refused: 'the address has to change, and git needs the token otherwise',
    };
  const isLogin = (one: ShellCommand): boolean => storedCredential(one)?.stores === stores;
  const needs = ({ name }: ShellCommand): boolean => name !== undefined && name === command.name;
  return mountInsteadOfWrite(file, { run, command, path: stores, writes: isLogin, needs });
}

export default dockerfileRule({
  id: 'dockerfile/credential-command',
  title: 'Login stored in the image',
  severity: 'high',
  confidence: 'high',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    trivy: [
      {
        id: 'DS-0031',
        relation: 'related',
        aliases: ['AVD-DS-0031', 'DS031', 'do-not-pass-secrets', 'docker-do-not-pass-secrets'],
      },
    ],
    dockle: [{ id: 'CIS-DI-0010', relation: 'related' }],
  },
  references: [
    { title: 'CWE-522', url: 'https://cwe.mitre.org/data/definitions/522.html' },
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    { title: 'CIS Docker 4.10', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'MITRE T1552.001', url: 'https://attack.mitre.org/techniques/T1552/001/' },
  ],
  messages: {
    stored: '`{command}` leaves a credential in `{stores}`, which stays in this layer.',
  },
  visit: {
    command(context, command, run, file) {
      const found = storedCredential(command);
      if (!found || isTemporary(run, command, found)) return;
      context.report({
        at: { span: found.word.span, route: run.at.route },
        message: 'stored',
        data: { command: found.command, stores: found.stores },
        severity: isShipped(run) ? 'high' : 'low',
        fixes: () => [fix(file, run, command, found)],
      });
    },
  },
});
