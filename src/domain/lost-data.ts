import type { KubeObject } from './manifest.ts';
import { groupOf, objectKey } from './object-key.ts';

/**
 * Kinds that go with their release as a matter of course: making them again from the chart gives
 * the same. By API group, because a custom kind may have any name.
 */
const STATELESS: Readonly<Record<string, readonly string[]>> = {
  '': [
    'ConfigMap',
    'Endpoints',
    'LimitRange',
    'Pod',
    'PodTemplate',
    'ReplicationController',
    'ResourceQuota',
    'Secret',
    'Service',
    'ServiceAccount',
  ],
  apps: ['DaemonSet', 'Deployment', 'ReplicaSet'],
  batch: ['CronJob', 'Job'],
  autoscaling: ['HorizontalPodAutoscaler'],
  policy: ['PodDisruptionBudget'],
  'discovery.k8s.io': ['EndpointSlice'],
  'scheduling.k8s.io': ['PriorityClass'],
  'networking.k8s.io': ['Ingress', 'IngressClass', 'NetworkPolicy'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'admissionregistration.k8s.io': [
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ],
  'gateway.networking.k8s.io': ['GRPCRoute', 'HTTPRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'],
  'monitoring.coreos.com': ['PodMonitor', 'PrometheusRule', 'ServiceMonitor'],
};

/**
 * What going from one manifest to another would delete for good: volumes, namespaces, definitions
 * (with all their objects), StatefulSets, and every kind that we do not know.
 */
export function lostData(
  from: readonly KubeObject[],
  to: readonly KubeObject[],
  namespace: string,
): readonly KubeObject[] {
  const staying = new Set(to.map((object) => objectKey(object, namespace)));
  return from.filter((object) => holdsData(object) && !staying.has(objectKey(object, namespace)));
}

const holdsData = (object: KubeObject): boolean =>
  !STATELESS[groupOf(object)]?.includes(object.kind);
