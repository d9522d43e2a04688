import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from '../world/cache.ts';
import type { Progress } from '../world/progress.ts';
import { withGo } from './go.ts';

const SOURCE = join(import.meta.dirname, 'kwok');
const PACKAGE = 'sigs.k8s.io/kwok/cmd/kwok';

/**
 * Returns the path of KWOK, which plays the kubelet of nodes that do not exist: pods become ready
 * without a container. Version and hashes are in go.mod and go.sum; built once, 1 to 3 minutes.
 */
export async function kwokBinary(progress: Progress): Promise<string> {
  const files = await Promise.all(
    ['go.mod', 'go.sum'].map((file) => readFile(join(SOURCE, file), 'utf8')),
  );
  const version = /^\s*sigs\.k8s\.io\/kwok (v\S+)/m.exec(files[0] ?? '')?.[1];
  if (version === undefined) throw new Error(`${SOURCE}/go.mod names no sigs.k8s.io/kwok version`);
  const hash = createHash('sha256').update(files.join('\0')).digest('hex').slice(0, 12);
  const make = (folder: string): Promise<void> =>
    withGo('kwok', SOURCE, async (go) => {
      await go('-s -w', join(folder, 'kwok'), [PACKAGE]);
    });
  const key = `${version}-${process.arch}-${hash}`;
  return join(await cached({ name: 'kwok', key, make }, progress), 'kwok');
}
