import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Bundle, formatBundle } from '../../src/domain/bundle.ts';

const STATE = 'bundle-file';
const PREFIX = 'bundle-bdl-';

export interface BundleFilePorts {
  readonly tempFolder: string;
  readonly saveState: (name: string, value: string) => void;
}

/** Writes the bundle for later steps of the job. @returns its path */
export async function writeBundle(bundle: Bundle, ports: BundleFilePorts): Promise<string> {
  const path = join(ports.tempFolder, `bundle-${bundle.id}.json`);
  ports.saveState(STATE, path);
  await writeFile(path, `${formatBundle(bundle)}\n`);
  return path;
}

/** Removes it in post; state comes from the job's environment, so the name is checked. */
export async function removeBundle(loadState: (name: string) => string): Promise<void> {
  const path = loadState(STATE);
  if (basename(path).startsWith(PREFIX)) await rm(path, { force: true });
}
