import type { Limits } from '../../src/domain/diagnosis.ts';
import type { GitHub } from '../../src/http/github/github.ts';
import type { SessionPorts } from '../../src/session/session.ts';
import type { Config } from '../../src/settings/config/read-config.ts';
import type { Settings } from '../../src/settings/define.ts';
import type { inputs } from './inputs.ts';

/** The inputs of one run, read and checked. */
export type HelmDeploySettings = Settings<typeof inputs>;

/** The outside world as helm-deploy sees it. */
export interface HelmDeployPorts extends SessionPorts {
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
  /** GitHub with a token. */
  readonly github: (token: string) => GitHub;
  readonly loadConfig: (path: string) => Config | undefined;
}

/** What softens the verdict over a rollout. */
export const limitsOf = ({
  pullAttempts,
  maxRestarts,
  unschedulableAfter,
}: HelmDeploySettings): Limits => ({ pullAttempts, maxRestarts, unschedulableAfter });
