import { createHash } from 'node:crypto';
import { join, parse } from 'node:path';
import { replaceFile } from './replace-file.ts';

/**
 * Writes a daemon's configuration as `<name>-<hash>.<extension>` and returns the path. Other
 * settings give another argv, by which `startDaemon` knows that a running daemon is out of date.
 */
export async function configFile(folder: string, file: string, content: string): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const { name, ext } = parse(file);
  const path = join(folder, `${name}-${hash}${ext}`);
  await replaceFile(path, content);
  return path;
}
