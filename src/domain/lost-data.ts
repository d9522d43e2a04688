import type { KubeObject } from './manifest.ts';

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
 * (with all their objects), StatefulSets, and every kind that we do not know. Helm compares as
 * here: by group, kind, namespace and name (`ResourceList.Difference`).
 */
export function lostData(
  from: readonly KubeObject[],
  to: readonly KubeObject[],
  namespace: string,
): readonly KubeObject[] {
  const key = (object: KubeObject): string =>
    [
      groupOf(object),
      object.kind,
      object.metadata.namespace ?? namespace,
      object.metadata.name,
    ].join('/');
  const staying = new Set(to.map(key));
  return from.filter((object) => holdsData(object) && !staying.has(key(object)));
}

const holdsData = (object: KubeObject): boolean =>
  !STATELESS[groupOf(object)]?.includes(object.kind);

const groupOf = ({ apiVersion }: KubeObject): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
