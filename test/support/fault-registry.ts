import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Fault } from './registry-faults.ts';
import type { TestSandbox } from './sandbox.ts';

/** A registry the node can pull from, and that fails by the repository's name. */
export interface FaultRegistry {
  /** `127.0.0.1:port` of the node: containerd speaks plain http to itself only. */
  readonly host: string;
  readonly close: () => void;
}

/** Starts it on the node, in front of the registry that plays docker.io. */
export async function startFaultRegistry({
  environment,
  world,
}: TestSandbox): Promise<FaultRegistry> {
  const script = join(import.meta.dirname, 'registry-faults-main.ts');
  const [command = '', ...args] = [...environment.enter, process.execPath, script];
  const child = spawn(command, args, {
    env: { ...process.env, ...environment.env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ upstream: `https://${world.mirror}`, faults: FAULTS }));
  const host = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the registry ended with ${code}`)));
  });
  return { host, close: () => child.kill('SIGKILL') };
}

const INDEX = 'application/vnd.oci.image.index.v1+json';

/** An image that was built for one platform only, and it is not the node's. */
const armIndex = JSON.stringify({
  schemaVersion: 2,
  mediaType: INDEX,
  manifests: [
    {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: `sha256:${'a'.repeat(64)}`,
      size: 500,
      platform: { os: 'linux', architecture: 'arm64' },
    },
  ],
});

const FAULTS: readonly Fault[] = [
  {
    path: '^/v2/private/',
    does: { status: 401, headers: { 'www-authenticate': 'Basic realm="test"' } },
  },
  { path: '^/v2/forbidden/', does: { status: 403 } },
  {
    path: '^/v2/arm/web/manifests/',
    does: {
      status: 200,
      headers: {
        'content-type': INDEX,
        'content-length': String(armIndex.length),
        'docker-content-digest': `sha256:${createHash('sha256').update(armIndex).digest('hex')}`,
      },
      body: armIndex,
    },
  },
  // Down for the first two tries of one image.
  { path: '^/v2/library/busybox/manifests/1.36$', times: 2, does: { status: 503 } },
];
