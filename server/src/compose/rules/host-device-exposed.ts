import { valueOf } from '../../core/value.ts';
import { lookupDevice } from '../../knowledge/devices.ts';
import { removeServiceItem } from '../edit.ts';
import { swarmNote } from '../facts/swarm-note.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/host-device-exposed',
  title: 'Dangerous device of the host given to the container',
  severity: 'high',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    'compose-lint': [
      { id: 'CL-0016', relation: 'wider', note: 'also the long syntax, and devices with a person or a bus behind them' },
    ],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'CIS Docker 5.18', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Compose: devices', url: 'https://docs.docker.com/reference/compose-file/services/#devices' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    device: 'Service `{service}` gets `{device}`, {what}, with which an attacker {attack}.',
  },
  visit: {
    service(context, service, file) {
      for (const { source, at } of service.devices.items) {
        const device = valueOf(source);
        const found = device === undefined ? undefined : lookupDevice(device);
        if (device === undefined || !found) continue;
        context.report({
          at: source.at,
          message: 'device',
          data: { service: service.name, device, what: found.what, attack: found.attack },
          ...swarmNote(file, 'devices', found.tier),
          fixes: () => [
            removeServiceItem(service, at, {
              title: `Remove the device \`${device}\``,
              safety: 'hardening',
              caution: 'A program that uses the device fails.',
            }),
          ],
        });
      }
    },
  },
});
