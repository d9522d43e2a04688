import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FaultSite } from './fault-site.ts';
import { testCertificate } from './tls.ts';

/** An admission webhook for the pods of one namespace; without it no pod can be made there. */
export interface Injector {
  /** Begins to answer. */
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  /** Takes the configuration away too: it belongs to the cluster, not to the namespace. */
  readonly remove: () => Promise<void>;
}

const SIDECAR = {
  name: 'mesh-proxy',
  image: 'docker.io/library/busybox:1.36',
  command: ['sh', '-c', 'exec sleep 3600'],
};

/** Registers the webhook (`failurePolicy: Fail`); it answers only after `start`. */
export async function makeInjector({ sandbox, namespace }: FaultSite): Promise<Injector> {
  const { environment, run } = sandbox;
  const folder = mkdtempSync(join(tmpdir(), 'injector-'));
  const { cert, key } = testCertificate(folder);
  rmSync(folder, { recursive: true });
  const state: { child?: ChildProcess } = {};
  const stop = (): void => {
    state.child?.kill('SIGKILL');
  };
  const stopped = async (): Promise<void> => {
    const gone = state.child && once(state.child, 'exit');
    stop();
    await gone;
  };
  const begin = async (port: number): Promise<number> => {
    const script = join(import.meta.dirname, 'admission-main.ts');
    const [command = '', ...args] = [...environment.enter, process.execPath, script];
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    state.child = child;
    child.stdin.end(JSON.stringify({ cert, key, port, sidecar: SIDECAR }));
    return new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', (line) => resolve(Number(line)));
      child.once('exit', (code) => reject(new Error(`the webhook ended with ${code}`)));
    });
  };
  // Runs once to see that the port is free. Nobody else gets one of these by chance meanwhile: those
  // that the system hands out begin at 32768.
  const port = await begin(randomInt(20_000, 30_000));
  await stopped();
  await namespace.apply(configuration(namespace.name, port, Buffer.from(cert).toString('base64')));
  return {
    stop,
    start: async () => {
      await begin(port);
    },
    remove: async () => {
      stop();
      await run(['kubectl', 'delete', 'mutatingwebhookconfiguration', namespace.name]);
    },
  };
}

const configuration = (namespace: string, port: number, ca: string): string => `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: ${namespace} }
webhooks:
- name: inject.mesh.test
  clientConfig: { url: "https://127.0.0.1:${port}/inject", caBundle: ${ca} }
  rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
  namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${namespace} } }
  admissionReviewVersions: [v1]
  sideEffects: None
  failurePolicy: Fail
  timeoutSeconds: 2
`;
