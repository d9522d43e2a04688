import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ListedFile } from '../domain/listing-digest.ts';

/** Every file below a folder with the hash of its content; links are followed. */
export async function listFolder(folder: string): Promise<readonly ListedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => ((await stat(path)).isFile() ? [path] : [])),
  );
  return listFiles(files.flat(), folder);
}

/** @param root the paths are listed relative to it */
export function listFiles(paths: readonly string[], root: string): Promise<readonly ListedFile[]> {
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(root, path).split(sep).join('/'),
      sha256: await hashFile(path),
    })),
  );
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
