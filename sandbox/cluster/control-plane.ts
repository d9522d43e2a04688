import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { daemonAlive, startDaemon, stopDaemon, waitReady } from '../world/daemons.ts';
import type { World } from '../world/world.ts';
import { connectApi } from './api.ts';
import { kubeconfigFile } from './kubeconfig.ts';
import {
  type Certificate,
  caFile,
  caKeyFile,
  issueCertificate,
  issueClientCertificate,
  serviceAccountKeys,
} from './pki.ts';

const ETCD = 'http://127.0.0.1:2379';

/** With the default of 20 requests a second the controllers need 4 s more to start. */
const NO_THROTTLE = ['--kube-api-qps=500', '--kube-api-burst=1000'];

/** Which tokens of other issuers the API server takes; used when the file is there at its start. */
export const authenticationFile = (world: World): string =>
  join(world.folder, 'authentication.yml');

/** Starts etcd, the API server, the controllers and the scheduler; returns when the API is ready. */
export async function startControlPlane(world: World, binaries: string): Promise<void> {
  // The longer etcd was gone, the longer the API server waits before it looks again: up to minutes.
  if (!(await daemonAlive(world, 'etcd'))) await stopDaemon(world, 'kube-apiserver', 0);
  await startDaemon(world, { name: 'etcd', argv: etcd(world, binaries) });
  await startDaemon(world, { name: 'kube-apiserver', argv: await apiServer(world, binaries) });
  const api = await connectApi(world);
  try {
    await waitReady(world, 'kube-apiserver', async () => (await api.get('/readyz')) === 'ok');
  } finally {
    api.close();
  }
  // Started earlier they would fail at first, and then wait before they try again.
  for (const [name, argv] of [
    ['kube-controller-manager', controllerManager(world)],
    ['kube-scheduler', scheduler(world)],
  ] as const) {
    await startDaemon(world, { name, argv: [join(binaries, name), ...argv] });
  }
}

function etcd(world: World, binaries: string): string[] {
  return [
    join(binaries, 'etcd'),
    `--data-dir=${join(world.folder, 'etcd')}`,
    `--listen-client-urls=${ETCD}`,
    `--advertise-client-urls=${ETCD}`,
    '--listen-peer-urls=http://127.0.0.1:2380',
    '--log-level=warn',
    // Only a crash of the whole machine could lose what is not synced: a sandbox may.
    '--unsafe-no-fsync',
  ];
}

async function apiServer(world: World, binaries: string): Promise<string[]> {
  const [kubernetesServiceIp] = [world.serviceCidr.replace(/\.0\/\d+$/, '.1')];
  const tls = await issueCertificate(world, {
    name: 'kube-apiserver',
    hosts: ['localhost', 'kubernetes', 'kubernetes.default', 'kubernetes.default.svc'],
    ips: ['127.0.0.1', world.nodeIp, kubernetesServiceIp],
  });
  const kubeletClient = await issueClientCertificate(world, {
    name: 'kube-apiserver-kubelet-client',
    user: 'kube-apiserver-kubelet-client',
    group: 'system:masters',
  });
  const accounts = serviceAccountKeys(world);
  const authentication = authenticationFile(world);
  return [
    join(binaries, 'kube-apiserver'),
    `--etcd-servers=${ETCD}`,
    '--bind-address=0.0.0.0',
    `--advertise-address=${world.nodeIp}`,
    `--secure-port=${new URL(world.apiServer).port}`,
    ...tlsFlags(tls),
    `--client-ca-file=${caFile(world)}`,
    '--authorization-mode=Node,RBAC',
    '--enable-admission-plugins=NodeRestriction',
    '--allow-privileged',
    '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
    `--service-account-key-file=${accounts.publicKey}`,
    `--service-account-signing-key-file=${accounts.key}`,
    `--service-cluster-ip-range=${world.serviceCidr}`,
    `--kubelet-certificate-authority=${caFile(world)}`,
    `--kubelet-client-certificate=${kubeletClient.cert}`,
    `--kubelet-client-key=${kubeletClient.key}`,
    '--kubelet-preferred-address-types=InternalIP',
    ...(existsSync(authentication) ? [`--authentication-config=${authentication}`] : []),
  ];
}

const tlsFlags = (certificate: Certificate): string[] => [
  `--tls-cert-file=${certificate.cert}`,
  `--tls-private-key-file=${certificate.key}`,
];

function controllerManager(world: World): string[] {
  return [
    `--kubeconfig=${kubeconfigFile(world, 'kube-controller-manager')}`,
    '--use-service-account-credentials',
    `--service-account-private-key-file=${serviceAccountKeys(world).key}`,
    `--root-ca-file=${caFile(world)}`,
    `--cluster-signing-cert-file=${caFile(world)}`,
    `--cluster-signing-key-file=${caKeyFile(world)}`,
    `--cluster-cidr=${world.podCidr}`,
    // Its default is below the machine's /usr/libexec, where it would make a folder.
    `--flex-volume-plugin-dir=${join(world.folder, 'kubelet/volume-plugins')}`,
    '--leader-elect=false',
    ...NO_THROTTLE,
  ];
}

const scheduler = (world: World): string[] => [
  `--kubeconfig=${kubeconfigFile(world, 'kube-scheduler')}`,
  '--leader-elect=false',
  ...NO_THROTTLE,
];
