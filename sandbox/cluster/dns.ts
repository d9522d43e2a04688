import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { enter } from '../world/daemons.ts';
import { run } from '../world/run.ts';
import type { World } from '../world/world.ts';
import type { Api, KubeObject } from './api.ts';

export const DNS_DEPLOYMENT = '/apis/apps/v1/namespaces/kube-system/deployments/coredns';

const NAMESPACE = 'kube-system';
const LABELS = { 'k8s-app': 'kube-dns' };

/**
 * The cluster's zones, and for every other name at once that there is no such name (no `forward`).
 * Two blocks: CoreDNS asks `template` before `kubernetes`, whatever their order in one block.
 */
const COREFILE = `cluster.local:53 in-addr.arpa:53 ip6.arpa:53 {
  errors
  health
  ready
  kubernetes cluster.local in-addr.arpa ip6.arpa {
    pods insecure
    ttl 5
  }
  cache 5
}
.:53 {
  errors
  template ANY ANY {
    rcode NXDOMAIN
  }
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

/** Asks the cluster's DNS for the API server's name, for up to so many seconds; fails without. */
export async function dnsAnswers(world: World, seconds: number): Promise<void> {
  const probe = [process.execPath, join(import.meta.dirname, 'dns-probe-main.ts')];
  const name = 'kubernetes.default.svc.cluster.local';
  await run(enter(world, [...probe, world.dnsIp, name, String(seconds)]));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

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
        // A changed Corefile takes new pods: CoreDNS reads it only at its start.
        metadata: { labels: LABELS, annotations: { corefile: sha256(COREFILE) } },
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
