import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import { removeObjectItem } from '../edit/objects.ts';
import type { KubernetesObject } from '../model/model.ts';
import { type Binding, bindingOf, type Subject } from '../model/rbac.ts';

/** A subject of a binding that a rule looks for. */
export interface BoundSubject {
  readonly binding: Binding;
  readonly subject: Subject;
  readonly kind: string;
  readonly name: string;
  /** `ClusterRole view`, as far as it is known. */
  readonly role: string;
}

/** The subjects of an object that is a binding, for which `isWanted` holds; none of those that the API server makes itself. */
export function boundSubjects(
  object: KubernetesObject,
  isWanted: (kind: string, name: string) => boolean,
): readonly BoundSubject[] {
  const binding = bindingOf(object);
  if (!binding || binding.isBuiltIn) return [];
  const role = `${valueOf(binding.roleKind) ?? 'role'} ${valueOf(binding.roleName) ?? ''}`.trim();
  return binding.subjects.items.flatMap((subject) => {
    const kind = valueOf(subject.kind);
    const name = valueOf(subject.name);
    return kind !== undefined && name !== undefined && isWanted(kind, name) ? [{ binding, subject, kind, name, role }] : [];
  });
}

/** Takes the subject out of its binding; a binding without subjects stays and gives its role to nobody. */
export function withoutSubject({ binding, subject, name }: BoundSubject, caution: string): FixOffer {
  const offer = { title: `Remove the subject \`${name}\``, safety: 'hardening', caution } as const;
  return removeObjectItem(binding.object, binding.subjects, subject.node, offer);
}
