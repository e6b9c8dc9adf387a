import type { FixOffer } from '../../core/finding.ts';
import { valueOf } from '../../core/value.ts';
import type { Offer } from '../edit.ts';
import { replaceField, setContainerSecurity, setPodSecurity } from '../edit.ts';
import type { Container, Workload } from '../model/model.ts';

/** Sets `runAsNonRoot: true` for the pod of a container: the place of a missing one. */
export function requireNonRootPod(container: Container): FixOffer {
  const fix = setPodSecurity(container, ['runAsNonRoot'], true, offer('Set `runAsNonRoot: true` for the pod'));
  return unlessRoot(inheriting(container.workload), fix);
}

/** The same for the one container. */
export function requireNonRootContainer(container: Container): FixOffer {
  const title = `Set \`runAsNonRoot: true\` for \`${container.label}\``;
  return unlessRoot([container], setContainerSecurity(container, ['runAsNonRoot'], true, offer(title)));
}

/** Turns the `runAsNonRoot: false` of a pod or a container into `true`. */
export function turnIntoNonRoot(owner: Workload | Container): FixOffer {
  const isContainer = 'workload' in owner;
  const title = `Set \`runAsNonRoot\` to \`true\`${isContainer ? '' : ' for the pod'}`;
  const fix = replaceField(owner, owner.securityContext.fields, 'runAsNonRoot', true, offer(title));
  return unlessRoot(isContainer ? [owner] : inheriting(owner), fix);
}

function offer(title: string): Offer {
  return {
    title,
    safety: 'hardening',
    caution: 'A pod does not start when an image in it runs as root, or names its user instead of giving a number.',
  };
}

function inheriting(workload: Workload): readonly Container[] {
  return workload.containers.filter(({ securityContext }) => securityContext.runAsNonRoot.kind === 'absent');
}

/** The fix, unless one of the containers that it is for is told to run as root: the kubelet would not start that one. */
function unlessRoot(containers: readonly Container[], fix: FixOffer): FixOffer {
  const root = containers.find(({ effective }) => valueOf(effective.runAsUser) === 0);
  return root
    ? { title: fix.title, refused: `\`${root.label}\` is told to run as user 0 and would not start; change that first.` }
    : fix;
}
