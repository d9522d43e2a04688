import type { World } from '../world/world.ts';
import type { Api, KubeObject } from './api.ts';

const NAMESPACE = 'kube-system';
const LABELS = { 'k8s-app': 'kube-dns' };

/** No `forward`: of a name outside the cluster it says at once that there is no such name. */
const COREFILE = `.:53 {
  errors
  health
  ready
  kubernetes cluster.local in-addr.arpa ip6.arpa {
    pods insecure
    ttl 5
  }
  template ANY ANY {
    rcode NXDOMAIN
  }
  cache 5
}
`;

/** Applies the cluster's DNS; safe to repeat. Its Deployment is `kube-system/coredns`. */
export async function applyDns(world: World, api: Api, image: string): Promise<void> {
  const metadata = { name: 'coredns', namespace: NAMESPACE };
  await Promise.all([
    api.apply('serviceaccounts', { apiVersion: 'v1', kind: 'ServiceAccount', metadata }),
    api.apply('clusterroles', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'system:coredns' },
      rules: [
        rule('', ['endpoints', 'services', 'pods', 'namespaces']),
        rule('discovery.k8s.io', ['endpointslices']),
      ],
    }),
    api.apply('clusterrolebindings', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'system:coredns' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'system:coredns',
      },
      subjects: [{ kind: 'ServiceAccount', ...metadata }],
    }),
    api.apply('configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: { Corefile: COREFILE },
    }),
    api.apply('services', service(world)),
    api.apply('deployments', deployment(image)),
  ]);
}

const rule = (apiGroup: string, resources: readonly string[]): object => ({
  apiGroups: [apiGroup],
  resources,
  verbs: ['list', 'watch'],
});

function service(world: World): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'kube-dns', namespace: NAMESPACE },
    spec: {
      clusterIP: world.dnsIp,
      selector: LABELS,
      ports: [
        { name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 },
        { name: 'dns-tcp', port: 53, protocol: 'TCP', targetPort: 53 },
      ],
    },
  };
}

function deployment(image: string): KubeObject {
  const container = {
    name: 'coredns',
    image,
    args: ['-conf', '/etc/coredns/Corefile'],
    volumeMounts: [{ name: 'config', mountPath: '/etc/coredns', readOnly: true }],
    ports: [
      { name: 'dns', containerPort: 53, protocol: 'UDP' },
      { name: 'dns-tcp', containerPort: 53, protocol: 'TCP' },
    ],
    readinessProbe: { httpGet: { path: '/ready', port: 8181 }, periodSeconds: 1 },
    livenessProbe: { httpGet: { path: '/health', port: 8080 }, initialDelaySeconds: 10 },
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '170Mi' } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
    },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'coredns', namespace: NAMESPACE, labels: LABELS },
    spec: {
      replicas: 1,
      selector: { matchLabels: LABELS },
      template: {
        metadata: { labels: LABELS },
        spec: {
          serviceAccountName: 'coredns',
          dnsPolicy: 'Default',
          priorityClassName: 'system-cluster-critical',
          containers: [container],
          volumes: [{ name: 'config', configMap: { name: 'coredns' } }],
        },
      },
    },
  };
}
