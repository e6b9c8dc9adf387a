/**
 * Programs whose web interface or API gives whoever reaches it control, and that ask for no password, or for one that is known,
 * unless someone sets it up. By the last part of the image's name.
 * Sources: the documentation of each project, section on security or authentication; "Threat matrix for Kubernetes", technique
 * "Exposed sensitive interfaces" (https://microsoft.github.io/Threat-Matrix-for-Kubernetes/). Read 2026-11-22.
 */
export const ADMIN_INTERFACES: ReadonlyMap<string, string> = new Map([
  ['dashboard', 'the Kubernetes dashboard'],
  ['kubernetes-dashboard', 'the Kubernetes dashboard'],
  ['kubernetes-dashboard-amd64', 'the Kubernetes dashboard'],
  ['argocli', 'the Argo Workflows server'],
  ['jenkins', 'Jenkins, which runs what it is told'],
  ['nifi', 'Apache NiFi, which runs what it is told'],
  ['scope', 'Weave Scope, which opens shells in containers'],
  ['centraldashboard', 'the Kubeflow dashboard'],
  ['airflow', 'Apache Airflow, which runs what it is told'],
  ['jupyter', 'Jupyter, which runs what it is told'],
  ['base-notebook', 'Jupyter, which runs what it is told'],
  ['minimal-notebook', 'Jupyter, which runs what it is told'],
  ['scipy-notebook', 'Jupyter, which runs what it is told'],
  ['datascience-notebook', 'Jupyter, which runs what it is told'],
  ['tensorflow-notebook', 'Jupyter, which runs what it is told'],
  ['portainer', 'Portainer, which runs containers'],
  ['portainer-ce', 'Portainer, which runs containers'],
  ['phpmyadmin', 'phpMyAdmin'],
  ['adminer', 'Adminer'],
  ['mongo-express', 'mongo-express, whose password is known unless it is set'],
  ['redis-commander', 'Redis Commander'],
  ['kafka-ui', 'the Kafka UI'],
  ['vllm-openai', 'the API of vLLM'],
  ['ollama', 'the API of Ollama'],
  ['ray', 'Ray, which runs what it is told'],
  ['consul', 'Consul, which can run checks it is told'],
  ['etcd', 'etcd'],
]);

/** What an image is the interface of; undefined for all others. `name` without tag: `argoproj/argocli`. */
export function adminInterface(name: string): string | undefined {
  const last = name.slice(name.lastIndexOf('/') + 1);
  // A word that many images bear: only the project's own.
  if (last === 'dashboard' && !name.startsWith('kubernetesui/')) return undefined;
  if (last === 'scope' && !/(?:^|\/)weaveworks\//.test(name)) return undefined;
  return ADMIN_INTERFACES.get(last);
}
