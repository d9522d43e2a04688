import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { InputError } from '../../errors.ts';
import { type Config, readConfig } from './read-config.ts';

/** Where a service repository keeps it. */
export const CONFIG_PATH = '.github/deploy.yml';

/**
 * Loads a deploy.yml; `undefined` when there is no such file.
 * @throws {InputError} with every problem of the file
 */
export function loadConfig(path: string): Config | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new InputError([{ input: 'config', message: `${path} cannot be read: ${code}` }]);
  }
  if (!isUtf8(bytes)) {
    throw new InputError([{ input: 'config', message: `${path} is not UTF-8 text` }]);
  }
  return readConfig(bytes.toString('utf8'), path);
}
