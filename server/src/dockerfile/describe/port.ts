import { code } from '../../core/description.ts';
import type { Value } from '../../core/value.ts';
import { lookupPort } from '../../knowledge/ports.ts';
import type { Dockerfile, ExposedPorts, Stage } from '../model/model.ts';
import { userOfStage } from './user-in-words.ts';

const FIRST_OPEN_PORT = 1024;

/** What an EXPOSE means: which user has to open the port, and who is reached by it. (https://docs.docker.com/reference/dockerfile/#expose) */
export function portLines(file: Dockerfile, stage: Stage, port: Value<ExposedPorts>): readonly (string | undefined)[] {
  if (port.kind !== 'known') return [port.kind === 'dynamic' ? 'Only the build knows which port this is.' : undefined];
  const { start, protocol } = port.value;
  const usual = protocol === 'tcp' || protocol === 'udp' ? lookupPort(start, protocol) : undefined;
  return [
    'Says which port the program listens on; nothing is published by it.',
    start < FIRST_OPEN_PORT ? lowPort(file, stage) : `Any user may open a port from ${FIRST_OPEN_PORT} on.`,
    usual && !usual.ambiguous ? `The usual port of ${usual.service}.` : undefined,
  ];
}

/** Docker lowers the bound for its containers (`net.ipv4.ip_unprivileged_port_start`, moby 20.10); other runtimes need not. */
function lowPort(file: Dockerfile, stage: Stage): string {
  const { name, isRoot } = userOfStage(file, stage);
  const needs = `Below ${FIRST_OPEN_PORT}: needs \`CAP_NET_BIND_SERVICE\` wherever the runtime does not lift that, as Docker does`;
  if (isRoot === undefined) return `${needs}.`;
  return isRoot ? `${needs}; the program runs as root and has it.` : `${needs}; the program runs as ${name}, without it.`;
}

/** `Port 80/tcp`. */
export function portTitle(port: Value<ExposedPorts>, written: string): string {
  if (port.kind !== 'known') return `Port ${code(written)}`;
  const { start, end, protocol } = port.value;
  return start === end ? `Port ${start}/${protocol}` : `Ports ${start} to ${end}/${protocol}`;
}
