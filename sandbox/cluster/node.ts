import { join } from 'node:path';
import type { Tools } from '../tools/tools.ts';
import { configFile } from '../world/config-file.ts';
import { startDaemon } from '../world/daemons.ts';
import type { World } from '../world/world.ts';
import { containerdSocket } from './containerd.ts';
import { kubeconfigFile } from './kubeconfig.ts';
import { caFile, issueCertificate } from './pki.ts';

/** Starts the kubelet and kube-proxy; the node shows up in the API soon after. */
export async function startNode(world: World, tools: Tools): Promise<void> {
  const folder = join(world.folder, 'node');
  const env = { PATH: `${tools.node.commands}:${process.env.PATH}:/usr/sbin:/sbin` };
  const write = (file: string, config: object): Promise<string> =>
    configFile(folder, file, JSON.stringify(config, null, 2));
  const kubelet = await write('kubelet.json', await kubeletConfig(world));
  await startDaemon(world, {
    name: 'kubelet',
    env,
    argv: [
      join(tools.kubernetes, 'kubelet'),
      `--config=${kubelet}`,
      `--kubeconfig=${kubeconfigFile(world, 'kubelet')}`,
      `--hostname-override=${world.nodeName}`,
      `--node-ip=${world.nodeIp}`,
      `--root-dir=${join(world.folder, 'kubelet')}`,
    ],
  });
  const proxy = await write('kube-proxy.json', proxyConfig(world));
  await startDaemon(world, {
    name: 'kube-proxy',
    env,
    argv: [join(tools.kubernetes, 'kube-proxy'), `--config=${proxy}`],
  });
}

async function kubeletConfig(world: World): Promise<object> {
  const serving = await issueCertificate(world, {
    name: 'kubelet-serving',
    hosts: [world.nodeName],
    ips: [world.nodeIp],
  });
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address: world.nodeIp,
    tlsCertFile: serving.cert,
    tlsPrivateKeyFile: serving.key,
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: caFile(world) },
    },
    authorization: { mode: 'Webhook' },
    containerRuntimeEndpoint: `unix://${containerdSocket(world)}`,
    cgroupDriver: 'cgroupfs',
    cgroupRoot: world.cgroup,
    failCgroupV1: false,
    failSwapOn: false,
    oomScoreAdj: 0,
    clusterDNS: [world.dnsIp],
    clusterDomain: 'cluster.local',
    // Names outside the cluster must not depend on the machine.
    resolvConf: '/dev/null',
    podLogsDir: join(world.folder, 'pod-logs'),
    volumePluginDir: join(world.folder, 'kubelet/volume-plugins'),
    serializeImagePulls: false,
    // Suites work side by side, and each leaves its pods to end in their own time.
    maxPods: 240,
    // A developer's disk is often fuller than a server's may be: no clean-up, late eviction.
    imageGCHighThresholdPercent: 100,
    evictionHard: {
      'memory.available': '50Mi',
      'nodefs.available': '1%',
      'nodefs.inodesFree': '1%',
      'imagefs.available': '1%',
    },
  };
}

function proxyConfig(world: World): object {
  return {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'iptables',
    hostnameOverride: world.nodeName,
    bindAddress: world.nodeIp,
    healthzBindAddress: '127.0.0.1:10256',
    clientConnection: { kubeconfig: kubeconfigFile(world, 'kube-proxy') },
    clusterCIDR: world.podCidr,
    oomScoreAdj: 0,
    // Limits of the whole machine: not ours to set.
    conntrack: { maxPerCore: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
  };
}
