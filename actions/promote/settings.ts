import type { MintAppToken } from '../../src/http/github/app-token.ts';
import type { GitHub } from '../../src/http/github/github.ts';
import type { SessionPorts } from '../../src/session/session.ts';
import type { Config } from '../../src/settings/config/read-config.ts';
import type { Settings } from '../../src/settings/define.ts';
import type { ProofFiles } from '../../src/tools/proof-files.ts';
import type { inputs } from './inputs.ts';

/** The inputs of one run, read and checked. */
export type PromoteSettings = Settings<typeof inputs>;

/** The outside world as promote sees it. */
export interface PromotePorts extends SessionPorts, ProofFiles {
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
  /** GitHub for one token. */
  readonly github: (token: string) => GitHub;
  readonly mintAppToken: MintAppToken;
  readonly loadConfig: (path: string) => Config | undefined;
}
