import { valueOf } from '../../core/value.ts';
import { setInDefinition } from '../edit/definitions.ts';
import { hasWindowsMember } from '../facts/swarm-windows.ts';
import { composeRule } from '../rule.ts';

export default composeRule({
  id: 'compose/swarm-overlay-unencrypted',
  title: 'Overlay network without encryption',
  severity: 'low',
  confidence: 'high',
  category: 'network',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
    { title: 'CIS Docker 7.3', url: 'https://www.cisecurity.org/benchmark/docker' },
    { title: 'Docker: overlay networks', url: 'https://docs.docker.com/engine/network/drivers/overlay/' },
  ],
  messages: { plain: 'Overlay network `{network}` carries what services say to each other between nodes in plain text.' },
  visit: {
    file(context, file) {
      for (const [key, network] of file.networks) {
        const { driver, driverOpts, external } = network;
        if (valueOf(driver) !== 'overlay' || external.kind === 'dynamic' || valueOf(external) === true) continue;
        if (driverOpts.open || driverOpts.get('encrypted') || hasWindowsMember(file, key)) continue;
        context.report({
          at: driver.at,
          message: 'plain',
          data: { network: key },
          fixes: () => {
            const title = `Encrypt \`${key}\``;
            const shares = [...file.networks].filter(
              ([, { driver: other }]) => other.kind === 'known' && other.at.span.start === driver.at.span.start,
            );
            const windows = shares.find(([other]) => hasWindowsMember(file, other))?.[0];
            if (windows !== undefined)
              return [{ title, refused: `it shares its definition with \`${windows}\`, which Windows services use` }];
            if (driverOpts.present) return [{ title, refused: '`driver_opts` has other options: add `encrypted: ""` to them' }];
            return [
              setInDefinition(
                file,
                'networks',
                key,
                'driver_opts',
                { encrypted: 'true' },
                {
                  title,
                  safety: 'hardening',
                  caution: 'The network has to be made anew, Windows nodes can not join it, and it costs some throughput.',
                },
              ),
            ];
          },
        });
      }
    },
  },
});
