import type { FixOffer } from '../../core/finding.ts';
import { intendedKey, intendedSecurityOption } from '../../knowledge/compose-keys.ts';
import { swarmEffect } from '../../knowledge/swarm-keys.ts';
import { renameServiceKey } from '../edit/rename.ts';
import { setServiceItem } from '../edit.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

const CAUTION = 'The protection takes effect now: a program that needs what it takes away fails.';

/** What takes protection away, and is better not brought to life. */
const WEAKENS = /unconfined|disable|spc_t|writable-cgroups|[=:]\s*false/;

function rename(service: EffectiveService, key: string, intended: string, file: ComposeFile): FixOffer {
  const title = `Rename \`${key}\` to \`${intended}\``;
  if (file.swarm.length > 0 && swarmEffect(intended) === 'refused') {
    return { title, refused: `a swarm refuses \`${intended}\`, and this file is for one: say it below \`deploy\`` };
  }
  const items = service.node.get(key)?.value;
  if (
    items?.tag !== undefined ||
    (items?.kind === 'seq' && items.items.some((item) => item.kind === 'scalar' && WEAKENS.test(item.text)))
  )
    return { title, refused: 'what it says takes protection away: remove it' };
  return renameServiceKey(service, key, intended, { title, safety: 'hardening', caution: CAUTION });
}

export default composeRule({
  id: 'compose/misspelled-security-key',
  title: 'Protection with a slip in its name',
  severity: 'medium',
  confidence: 'medium',
  category: 'correctness',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'Compose: extensions', url: 'https://docs.docker.com/reference/compose-file/extension/' },
    { title: 'Compose: security_opt', url: 'https://docs.docker.com/reference/compose-file/services/#security_opt' },
  ],
  messages: {
    refused: 'Service `{service}` has `{key}`, which Compose refuses: `{intended}` is meant.',
    hidden: 'Service `{service}` has `{key}`, which Compose ignores: `{intended}` has no effect there.',
    option: 'Service `{service}` has the security option `{key}`, which the engine refuses: `{intended}` is meant.',
  },
  visit: {
    service(context, service, file) {
      for (const { key, keyNode, via, value } of service.node.pairs) {
        const intended = intendedKey(key);
        if (intended === undefined) continue;
        const way = via ?? keyNode.via;
        context.report({
          at: { span: keyNode.span, route: value.route, key: keyNode.span, ...(way && { via: way }) },
          message: key.startsWith('x-') ? 'hidden' : 'refused',
          data: { service: service.name, key, intended },
          fixes: () => [rename(service, key, intended, file)],
        });
      }
      for (const { name, text, at } of service.securityOpt.items) {
        const intended = intendedSecurityOption(name);
        if (text.kind !== 'known' || intended === undefined) continue;
        context.report({
          at,
          message: 'option',
          data: { service: service.name, key: name, intended },
          fixes: () => [
            WEAKENS.test(text.value)
              ? { title: `Write \`${intended}\``, refused: 'what it says takes protection away: remove it' }
              : text.at.via
                ? { title: `Write \`${intended}\``, refused: 'it comes from a variable, an anchor or another service' }
                : setServiceItem(service, at, text.value.trim().replace(name, intended), {
                    title: `Write \`${intended}\``,
                    safety: 'hardening',
                    caution: CAUTION,
                  }),
          ],
        });
      }
    },
  },
});
