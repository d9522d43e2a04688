import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Environment } from './environment.ts';

/**
 * Becomes the command: same process, inside the sandbox's network and with its environment, so that
 * signals, terminal and exit code are the command's own. Returns only by an error.
 */
export function execInside(found: Environment, command: readonly string[]): never {
  if (command.length === 0) throw new Error('exec needs a command: exec -- kubectl get pods');
  const [program = '', ...rest] = [...found.enter, ...command];
  // Node warns that execve is experimental; the person asked for the command's output only.
  process.removeAllListeners('warning');
  const env = { ...process.env, ...found.env };
  if (process.execve === undefined)
    throw new Error(`exec needs node 24, this is ${process.version}`);
  process.execve(find(program), [program, ...rest], env);
  throw new Error(`${program} could not be started`);
}

/** Lines for a POSIX shell. */
export function shellExports(found: Environment): string {
  const quoted = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`;
  return Object.entries(found.env)
    .map(([name, value]) => `export ${name}=${quoted(value)}\n`)
    .join('');
}

function find(program: string): string {
  const folders = (process.env.PATH ?? '/usr/bin:/bin').split(delimiter);
  const path = folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
  if (path === undefined) throw new Error(`${program} is not on PATH`);
  return path;
}
