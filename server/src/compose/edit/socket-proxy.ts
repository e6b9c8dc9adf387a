import type { FixOffer } from '../../core/finding.ts';
import { refusalOf } from '../edit.ts';
import type { HostMount } from '../model/host-mounts.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';
import { offer } from './change.ts';
import { joinNetwork } from './networks.ts';
import type { Step } from './sequence.ts';
import { add, drop, inSequence, nodeAt, put } from './sequence.ts';

/** Name of the proxy, and of the network that it shares with those that use it. */
const PROXY = 'docker-socket-proxy';
const IMAGE = 'tecnativa/docker-socket-proxy';
const HOST = `tcp://${PROXY}:2375`;
const SOCKET = '/var/run/docker.sock';

const DEFINITION = {
  image: `${IMAGE}:TAG`,
  environment: { CONTAINERS: '1', POST: '0' },
  volumes: [`${SOCKET}:${SOCKET}:ro`],
  networks: [PROXY],
  read_only: true,
  tmpfs: ['/run', '/tmp'],
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
};

function obstacle(file: ComposeFile, service: EffectiveService, mount: HostMount): string | undefined {
  if (file.service(PROXY) || file.networks.has(PROXY)) return `\`${PROXY}\` is there already: let the service use it`;
  if (file.swarm.length > 0) return 'a swarm starts the proxy on another node';
  if (service.networkMode.kind !== 'absent') return '`network_mode` keeps it off the network of the proxy';
  if (service.environment.get('DOCKER_HOST')) return '`DOCKER_HOST` is set already';
  const inherited = refusalOf(mount.at.via ?? service.node.via, 'the mount');
  if (inherited !== undefined) return inherited;
  return mount.definition || mount.at.route[2] !== 'volumes' ? 'the socket comes through a definition at the top' : undefined;
}

/**
 * Gives a service the Docker API through a proxy that has the socket and lets reading requests through: the mount goes,
 * `DOCKER_HOST=tcp://docker-socket-proxy:2375` comes, in the environment's own style, and a service and an internal network are added
 * (Docker, "Protect the Docker daemon socket"). The image is an example whose tag the user has to choose.
 */
export function routeThroughProxy(file: ComposeFile, service: EffectiveService, mount: HostMount): FixOffer {
  const title = `Reach Docker through \`${PROXY}\` instead of the socket`;
  const refused = obstacle(file, service, mount);
  if (refused !== undefined) return { title, refused };
  const base = ['services', service.name];
  const environment = nodeAt(file.document, [...base, 'environment']);
  const setHost: Step =
    environment?.kind === 'seq'
      ? add([...base, 'environment'], `DOCKER_HOST=${HOST}`)
      : put([...base, 'environment'], 'DOCKER_HOST', HOST);
  const steps: Step[] = [
    drop(mount.at.route.slice(0, 4)),
    setHost,
    ...joinNetwork(service, PROXY),
    put(['services'], PROXY, DEFINITION),
    put(['networks'], PROXY, { internal: true }),
  ];
  return offer(
    {
      title,
      safety: 'placeholder',
      select: `${IMAGE}:TAG`,
      caution:
        'Choose a proxy image that you trust, and its version. It lets only requests through that read containers: switch on what the program needs besides, and tell it the address if it does not know `DOCKER_HOST`.',
    },
    inSequence(
      file.document,
      steps,
      [...base, 'volumes'],
      [...base, 'environment'],
      [...base, 'networks'],
      ['services', PROXY],
      ['networks'],
    ),
  );
}
