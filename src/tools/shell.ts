import { ActionError } from '../errors.ts';
import type { Process, ProcessOptions, StartProcess } from './process.ts';

/** GitHub's own: without `--norc` bash would read ~/.bashrc here, since our pipe to it is a socket. */
const BASH_OPTIONS = ['--noprofile', '--norc', '-eo', 'pipefail', '-c'];

/**
 * Starts a command line of the user's own, `file` added as its last argument; with bash, where
 * there is one. @throws {ActionError} `command-missing` when there is no shell at all
 */
export async function startShell(
  command: string,
  file: string,
  options: ProcessOptions,
  startProcess: StartProcess,
): Promise<Process> {
  const line = `${command} "$1"`;
  try {
    return await startProcess('bash', [...BASH_OPTIONS, line, 'bash', file], options);
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'command-missing') throw error;
    return startProcess('sh', ['-ec', line, 'sh', file], options);
  }
}
