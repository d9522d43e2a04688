import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { caFile, issueClientCertificate } from '../sandbox/cluster/pki.ts';
import type { World } from '../sandbox/world/world.ts';

/** A request that reached the API server. */
export interface Counted {
  /** On the clock of `performance.now`. */
  readonly at: number;
  readonly userAgent: string;
  readonly method: string;
  readonly path: string;
}

export interface CountingProxy {
  /** For kubectl and helm: they talk plain HTTP to us, we talk to the API server as admin. */
  readonly kubeconfig: string;
  readonly requests: readonly Counted[];
  readonly close: () => Promise<void>;
}

/**
 * Stands between kubectl and helm on one side and the API server on the other and notes each
 * request. An audit log would say the same, but needs another API server; nothing has to be
 * restarted for this. Streams (watches, logs) are passed on as they come.
 */
export async function startCountingProxy(world: World, folder: string): Promise<CountingProxy> {
  const admin = { name: 'admin', user: 'admin', group: 'system:masters' };
  const certificate = await issueClientCertificate(world, admin);
  const [ca, cert, key] = await Promise.all(
    [caFile(world), certificate.cert, certificate.key].map((file) => readFile(file)),
  );
  const agent = new Agent({ keepAlive: true, ca, cert, key });
  const requests: Counted[] = [];
  const server = createServer((incoming, answer) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const userAgent = headers['user-agent'] ?? '';
    requests.push({ at: performance.now(), userAgent, method, path });
    const { host: _, ...kept } = headers;
    const outgoing = request(`${world.apiServer}${path}`, { agent, method, headers: kept });
    outgoing.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      answer.flushHeaders(); // A watch has no body for a long time.
      response.pipe(answer);
      response.on('error', () => answer.destroy());
    });
    outgoing.on('error', () => answer.destroy());
    answer.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const kubeconfig = join(folder, `counted-${port}.kubeconfig`);
  await writeFile(kubeconfig, JSON.stringify(kubeconfigOf(`http://127.0.0.1:${port}`)));
  return {
    kubeconfig,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}

const kubeconfigOf = (server: string): object => ({
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [{ name: 'counted', cluster: { server } }],
  users: [{ name: 'nobody', user: {} }],
  contexts: [{ name: 'counted', context: { cluster: 'counted', user: 'nobody' } }],
  'current-context': 'counted',
});
