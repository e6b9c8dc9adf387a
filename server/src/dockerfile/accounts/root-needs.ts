import type { ImageFacts } from '../../knowledge/official-images.ts';
import { commandsNamed } from '../../shell/query.ts';
import { lineage } from '../images/base-image.ts';
import type { Stage } from '../model/model.ts';

const FIRST_OPEN_PORT = 1024;
const PACKAGE_MANAGERS = ['apt-get', 'apt', 'apk', 'dnf', 'microdnf', 'yum', 'zypper', 'pacman'];

/** What a stage's program may miss when it does not run as root any more, as one sentence. */
export function whatNonRootBreaks(stage: Stage, facts: ImageFacts | undefined, user: string): string {
  const ports = lowPorts(stage, facts);
  const packages = packagesAtStart(stage);
  const { workdir } = stage;
  const home = workdir.kind === 'known' && /^\/root(?:\/|$)/.test(workdir.value);
  const copied = (['COPY', 'ADD'] as const).some((k) => stage.all(k).some(({ chown }) => chown.kind === 'absent'));
  const losses = [
    ...(ports.length > 0 ? [`it may not open port ${ports.map((port) => `\`${port}\``).join(', ')} outside of Docker`] : []),
    ...(packages ? [`\`${packages}\` at its start needs root`] : []),
    ...(home ? ['`/root`, where it works, is closed to it'] : []),
    ...(copied && !stage.windows ? ['it can read but not change what was copied without `--chown`'] : []),
  ];
  const all = losses.length > 0 ? losses : ['it can no longer change files that belong to root'];
  return `The program runs as \`${user}\`: ${all.join(', ')}.`;
}

/** Such a port needs CAP_NET_BIND_SERVICE, unless the runtime lowers the bound as Docker does (ip_unprivileged_port_start). */
function lowPorts(stage: Stage, facts: ImageFacts | undefined): readonly number[] {
  const exposed = lineage(stage).flatMap((s) => s.all('EXPOSE').flatMap(({ ports }) => ports));
  const numbers = exposed.flatMap((port) => (port.kind === 'known' ? [port.value.start] : []));
  return [...new Set([...numbers, ...(facts?.ports ?? [])])].filter((port) => port < FIRST_OPEN_PORT).sort((a, b) => a - b);
}

function packagesAtStart(stage: Stage): string | undefined {
  for (const start of [stage.last('ENTRYPOINT'), stage.last('CMD')]) {
    const [command] = start ? commandsNamed(start.script, ...PACKAGE_MANAGERS) : [];
    if (command) return command.name;
  }
  return undefined;
}
