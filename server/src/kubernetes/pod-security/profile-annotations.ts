import type { Container, Entry, Workload } from '../model/model.ts';

/** Before a container's name: its AppArmor profile, deprecated since 1.30 (https://kubernetes.io/docs/tutorials/security/apparmor/). */
const APPARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP_POD_ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER_ANNOTATION = 'container.seccomp.security.alpha.kubernetes.io/';

/** The pods' annotations that name an AppArmor profile, those of no container included. */
export function appArmorAnnotations(workload: Workload): readonly Entry[] {
  return workload.metadata.annotations.filter(({ key }) => key.startsWith(APPARMOR_ANNOTATION));
}

/** The one of a container. */
export function appArmorAnnotation({ workload, label }: Container): Entry | undefined {
  return workload.metadata.annotations.findLast(({ key }) => key === APPARMOR_ANNOTATION + label);
}

/** Whether the value of an AppArmor annotation confines, or leaves it to the runtime. */
export function isConfiningAppArmor(profile: string): boolean {
  return profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/');
}

/** The pods' annotations that name a seccomp profile; read before 1.19 only. */
export function seccompAnnotations(workload: Workload): readonly Entry[] {
  const containers = new Set(workload.containers.map(({ label }) => SECCOMP_CONTAINER_ANNOTATION + label));
  return workload.metadata.annotations.filter(({ key }) => key === SECCOMP_POD_ANNOTATION || containers.has(key));
}

/** Whether the value of a seccomp annotation confines. */
export function isConfiningSeccomp(profile: string): boolean {
  return profile === 'runtime/default' || profile === 'docker/default' || profile.startsWith('localhost/');
}
