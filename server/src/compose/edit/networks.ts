import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { publishedPorts } from '../facts/published-ports.ts';
import { uses } from '../facts/service-networks.ts';
import type { ComposeFile } from '../model/model.ts';
import type { EffectiveService } from '../model/service.ts';
import { offer } from './change.ts';
import type { Step } from './sequence.ts';
import { add, inSequence, put } from './sequence.ts';

/** The name of the network behind, as the documentation of Compose has it in its examples. */
const BACK = 'back-tier';

/** Why the services of a file can't be told apart by a network of their own; undefined when they can. */
function obstacle(file: ComposeFile, store: EffectiveService, users: readonly EffectiveService[]): string | undefined {
  if (file.networks.size > 0 || file.services.some(({ networks }) => networks.present))
    return 'the file has networks of its own: take the service off those that it need not be on';
  if ([store, ...users].some(({ networkMode, node }) => networkMode.kind !== 'absent' || node.via))
    return 'a service that is concerned shares another network';
  if (publishedPorts(store).length > 0) return 'it publishes a port, which an internal network does not have';
  return users.length === 0 ? 'no service of the file uses it' : undefined;
}

/** A store and those that use it on an internal network of their own: `networks: [back-tier]`, `back-tier: {internal: true}`. */
export function moveToBackNetwork(file: ComposeFile, store: EffectiveService): FixOffer {
  const title = `Put \`${store.name}\` on an internal network with what uses it`;
  const users = file.services.filter((other) => other !== store && (uses(other, store) || uses(store, other)));
  const refused = obstacle(file, store, users);
  if (refused !== undefined) return { title, refused };
  const steps: Step[] = [put(['networks'], BACK, { internal: true }), add(['services', store.name, 'networks'], BACK)];
  for (const { name } of users) {
    const route = ['services', name, 'networks'];
    steps.push(add(route, 'default'), add(route, BACK));
  }
  const caution =
    'It no longer reaches the Internet, and only what is on the network reaches it: look whether another service needs it.';
  const routes = [store, ...users].map(({ name }) => ['services', name, 'networks']);
  return offer({ title, safety: 'hardening', caution }, inSequence(file.document, steps, ...routes, ['networks']));
}

/** Joins a service to a further network, in the syntax of its own `networks`; the project's own stays when it named none. */
export function joinNetwork({ name, networks, node }: EffectiveService, network: string): readonly Step[] {
  const route = ['services', name, 'networks'];
  if (node.get('networks')?.value.kind === 'map') return [put(route, network, null)];
  const isThere = networks.items.some((item) => valueOf(item.name) !== undefined);
  return isThere ? [add(route, network)] : [add(route, 'default'), add(route, network)];
}
