/**
 * Annotations with which a cloud gives a Service a load balancer that only its private network reaches
 * (https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer).
 */
const INTERNAL: Readonly<Record<string, RegExp>> = {
  'service.beta.kubernetes.io/aws-load-balancer-scheme': /^internal$/i,
  'service.beta.kubernetes.io/aws-load-balancer-internal': /^(?!false$).+/i,
  'service.beta.kubernetes.io/azure-load-balancer-internal': /^true$/i,
  'networking.gke.io/load-balancer-type': /^internal$/i,
  'cloud.google.com/load-balancer-type': /^internal$/i,
  'service.beta.kubernetes.io/openstack-internal-load-balancer': /^true$/i,
  'service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type': /^private$/i,
  'service.beta.kubernetes.io/oci-load-balancer-internal': /^true$/i,
  'service.beta.kubernetes.io/cce-load-balancer-internal-vpc': /^true$/i,
  'service.kubernetes.io/qcloud-loadbalancer-internal-subnetid': /.+/,
  'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type': /^intranet$/i,
  'service.beta.kubernetes.io/alicloud-loadbalancer-address-type': /^intranet$/i,
};

/** Whether an annotation asks for an internal load balancer; `value` is undefined where a template gives it. */
export function isInternalLoadBalancer(annotation: string, value: string | undefined): boolean {
  const pattern = Object.hasOwn(INTERNAL, annotation) ? INTERNAL[annotation] : undefined;
  return pattern !== undefined && (value === undefined || pattern.test(value));
}
