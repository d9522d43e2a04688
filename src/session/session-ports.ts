import { credentialScript } from '../cloud/credential-script.ts';
import { type GitHub, githubOf } from '../http/github/github.ts';
import { createSend } from '../http/request.ts';
import { type Clock, systemClock } from '../tools/clock.ts';
import { exec } from '../tools/exec.ts';
import { startProcess } from '../tools/process.ts';
import type { SessionPorts } from './session.ts';

interface Outside
  extends Clock,
    Pick<SessionPorts, 'exec' | 'startProcess' | 'send' | 'nodePath' | 'credentialScript'> {
  /** GitHub of the running job, for a token. */
  readonly github: (token: string) => GitHub;
}

/**
 * What an action that works on a release needs of the outside world beside `io`, made once in its
 * main or post.
 * @param bundleUrl `import.meta.url` of `dist/<action>/index.js`
 */
export function sessionPorts<Io extends Pick<SessionPorts, 'env'>>(
  io: Io,
  bundleUrl: string,
): Io & Outside {
  const clocked = { send: createSend(io.env), ...systemClock };
  return {
    ...io,
    ...clocked,
    exec,
    startProcess,
    nodePath: process.execPath,
    credentialScript: credentialScript(bundleUrl),
    github: githubOf(io.env, clocked),
  };
}
