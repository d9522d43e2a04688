import type { GitHub } from '../../src/http/github/github.ts';
import type { SessionPorts } from '../../src/session/session.ts';
import type { Settings } from '../../src/settings/define.ts';
import type { inputs } from './inputs.ts';

/** The inputs of one run, read and checked. */
export type RollbackSettings = Settings<typeof inputs>;

/** The outside world as rollback sees it. */
export interface RollbackPorts extends SessionPorts {
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
  /** GitHub for one token. */
  readonly github: (token: string) => GitHub;
}
