/**
 * Which capabilities a container holds after all that is added and dropped.
 * Sources: moby `oci/caps/utils.go` (`TweakCapabilities`); containerd `internal/cri/opts` and `cri/server` (`WithCapabilities`). Read
 * 2026-11-21.
 */
import { code, firstOf } from '../core/description.ts';
import { CAPABILITIES, normaliseCapability } from './capabilities.ts';

/** Names in upper case without `CAP_`; *all*: those of the kernel, less those left out. */
export interface EffectiveCapabilities {
  readonly all: boolean;
  readonly names: readonly string[];
}

const DEFAULTS = CAPABILITIES.filter(({ dockerDefault }) => dockerDefault).map(({ name }) => name);

/** Docker's set: with `ALL` added, all but what is dropped; with `ALL` dropped, what is added; else its default set, changed. */
export function dockerCapabilities(added: readonly string[], dropped: readonly string[]): EffectiveCapabilities {
  const [add, drop] = [added.map(normaliseCapability), dropped.map(normaliseCapability)];
  if (add.includes('ALL')) return { all: true, names: drop.filter((name) => name !== 'ALL') };
  if (drop.includes('ALL')) return { all: false, names: [...new Set(add)] };
  return { all: false, names: [...new Set([...DEFAULTS.filter((name) => !drop.includes(name)), ...add])] };
}

/** The set that a Kubernetes runtime makes: `ALL` added, then `ALL` dropped, then names added, then names dropped. */
export function kubernetesCapabilities(added: readonly string[], dropped: readonly string[]): EffectiveCapabilities {
  const [add, drop] = [added.map(normaliseCapability), dropped.map(normaliseCapability)];
  const own = drop.filter((name) => name !== 'ALL');
  if (add.includes('ALL') && !drop.includes('ALL')) return { all: true, names: own };
  const from = drop.includes('ALL') ? [] : DEFAULTS;
  const names = [...new Set([...from, ...add.filter((name) => name !== 'ALL')])];
  return { all: false, names: names.filter((name) => !own.includes(name)) };
}

/** `none`, `the 14 default ones and \`NET_ADMIN\``, `**all**`: dangerous ones are bold. */
export function capabilitiesInWords({ all, names }: EffectiveCapabilities): string {
  if (all) return names.length > 0 ? `**all** but ${firstOf(names.map(shown), 4)}` : '**all**';
  if (names.length === 0) return 'none';
  const lacking = DEFAULTS.filter((name) => !names.includes(name));
  const further = names.filter((name) => !DEFAULTS.includes(name));
  if (lacking.length === DEFAULTS.length || lacking.length > names.length - further.length) return firstOf(names.map(shown), 5);
  const less = lacking.length > 0 ? `, less ${firstOf(lacking.map(code), 4)}` : '';
  const more = further.length > 0 ? `, plus ${firstOf(further.map(shown), 4)}` : '';
  return `the ${DEFAULTS.length} default ones${less}${more}`;
}

function shown(name: string): string {
  const { tier } = CAPABILITIES.find((capability) => capability.name === name) ?? { tier: 'low' };
  return tier === 'critical' || tier === 'high' ? `**${code(name)}**` : code(name);
}
