import type { FixOffer, Related } from '../../core/finding.ts';
import type { Severity } from '../../core/severity.ts';
import type { At } from '../../core/value.ts';
import { valueOf } from '../../core/value.ts';
import { removeServiceItem } from '../edit.ts';
import type { ComposeFile } from '../model/model.ts';
import type { SecurityOption } from '../model/security-opt.ts';
import type { EffectiveService } from '../model/service.ts';
import { swarmNote } from './swarm-note.ts';

/** An entry of `security_opt` that weakens the container, ready to be reported: where, how bad in this file, and its removal. */
interface WeakOption {
  readonly at: At;
  readonly data: { readonly service: string; readonly option: string };
  readonly severity: Severity;
  readonly related: readonly Related[];
  readonly fixes: () => readonly FixOffer[];
}

/** The entries of a service's `security_opt` that `isWeak` picks; none for Windows containers, which have no such options. */
export function weakOptions(
  file: ComposeFile,
  service: EffectiveService,
  severity: Severity,
  caution: string,
  isWeak: (option: SecurityOption) => boolean,
): readonly WeakOption[] {
  if (service.runsWindows) return [];
  return service.securityOpt.items.flatMap((option) => {
    const text = valueOf(option.text);
    if (text === undefined || !isWeak(option)) return [];
    const fix = { title: `Remove \`${text}\``, safety: 'hardening' as const, caution };
    return [
      {
        at: option.at,
        data: { service: service.name, option: text },
        ...swarmNote(file, 'security_opt', severity),
        fixes: () => [removeServiceItem(service, option.at, fix)],
      },
    ];
  });
}
