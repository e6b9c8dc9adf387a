/**
 * Programs that are a danger by being installed.
 * Sources, read 2026-11-21: Helm 2 end of support, 2020-11-13 (https://helm.sh/blog/helm-2-becomes-unsupported/); ingress-nginx
 * retirement, March 2026 (https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/); Kubernetes Dashboard access control
 * (https://github.com/kubernetes/dashboard/blob/master/docs/user/access-control/README.md).
 */
export interface RiskyComponent {
  readonly name: string;
  /** Tested on the image's canonical name, `docker.io/library/tiller`. */
  readonly image: RegExp;
  /** Tested on names of workloads and pods, on service accounts, and on the values of labels that name an application. */
  readonly names: RegExp;
  /** Completes "… is Tiller, …". */
  readonly danger: string;
}

export const RISKY_COMPONENTS: readonly RiskyComponent[] = [
  {
    name: 'Tiller',
    image: /(?:^|[/_-])tiller(?:$|[_-])/,
    names: /(?:^|-)tiller(?:-|$)/,
    danger: 'the server of Helm 2, without support since 2020: who reaches its port installs anything in the cluster',
  },
  {
    name: 'Kubernetes Dashboard',
    image: /\/kubernetesui(?:\/|$)|\/kubernetes-dashboard(?:-amd64|-arm64|-arm)?$/,
    names: /^kubernetes-dashboard(?:-\d+)?$/,
    danger: 'which acts for whoever reaches it with the rights of its service account',
  },
  {
    name: 'ingress-nginx',
    image: /\/(?:ingress-nginx\/controller(?:-chroot)?|nginx-ingress-controller(?:-amd64|-arm64|-arm)?)$/,
    names: /^(?:ingress-nginx-controller|nginx-ingress-controller)$/,
    danger: 'which gets no security fixes since March 2026',
  },
];

/** Labels that name the application that a pod belongs to. */
export const APPLICATION_LABELS: ReadonlySet<string> = new Set(['app', 'name', 'k8s-app', 'app.kubernetes.io/name']);
