import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { type DefaultLogin, defaultLogin } from '../../knowledge/default-credentials.ts';
import { setServicePath } from '../edit/paths.ts';
import { addServiceItems } from '../edit.ts';
import { onAllInterfaces, publishedPorts } from '../facts/published-ports.ts';
import type { EffectiveService } from '../model/service.ts';
import { composeRule } from '../rule.ts';

function mayBeSet({ environment, envFile, volumes, configs }: EffectiveService, { sets, settings }: DefaultLogin): boolean {
  if (environment.open || envFile.present || volumes.open) return true;
  if (environment.items.some(({ name }) => sets.test(valueOf(name) ?? ''))) return true;
  const targets = [...volumes.items, ...configs.items].map(({ target }) => valueOf(target) ?? '');
  return settings !== undefined && targets.some((target) => target.startsWith(settings));
}

function setPassword(service: EffectiveService, variable: string): FixOffer {
  const required = `\${${variable}:?set ${variable}}`;
  const text = {
    title: `Require \`${variable}\` from the environment`,
    safety: 'placeholder',
    select: required,
    caution: `Compose does not start until \`${variable}\` is set. A volume that was set up before keeps the old password: change it there.`,
  } as const;
  const isList = service.environment.items.some(({ syntax }) => syntax === 'list');
  return isList
    ? addServiceItems(service, { environment: [`${variable}=${required}`] }, text)
    : setServicePath(service, ['environment', variable], required, text);
}

export default composeRule({
  id: 'compose/default-credentials',
  title: 'Login that everybody knows',
  severity: 'high',
  confidence: 'medium',
  category: 'access-control',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-1392', url: 'https://cwe.mitre.org/data/definitions/1392.html' },
    { title: 'MITRE T1078.001', url: 'https://attack.mitre.org/techniques/T1078/001/' },
  ],
  messages: {
    default: 'Service `{service}` starts with the password that its image comes with, as `{variable}` is not set.',
  },
  visit: {
    service(context, service) {
      const facts = service.imageFacts;
      const login = facts && defaultLogin(facts.image);
      if (!login || mayBeSet(service, login)) return;
      context.report({
        at: service.image.at,
        message: 'default',
        data: { service: service.name, variable: login.variable },
        severity: publishedPorts(service).some(onAllInterfaces) ? 'high' : 'medium',
        fixes: () => [setPassword(service, login.variable)],
      });
    },
  },
});
