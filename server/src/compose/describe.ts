import { code, type Description, described, isAt } from '../core/description.ts';
import type { Environment } from '../core/rule.ts';
import { imageLine, inheritedLine, userLine } from './describe/identity.ts';
import { capabilityLine, missingLine, mountLine, namespaceLine, portLine } from './describe/isolation.ts';
import type { ComposeFile } from './model/model.ts';

/**
 * What holds for the service whose name is at an offset (UTF-16, of the document): its image, its user, what it may do, what it
 * shares with the host and the network, and what is missing. Undefined anywhere else. `today` is compared with ends of support.
 */
export function describeCompose(
  file: ComposeFile,
  offset: number,
  { today }: Pick<Environment, 'today'>,
): Description | undefined {
  const service = file.services.find(({ nameAt }) => nameAt.via === undefined && isAt(nameAt.span, offset));
  if (!service) return undefined;
  return described(service.nameAt.span, `Service ${code(service.name)}`, [
    imageLine(service, today),
    userLine(service),
    capabilityLine(service),
    mountLine(service),
    portLine(service),
    namespaceLine(service),
    missingLine(service),
    inheritedLine(service),
  ]);
}
