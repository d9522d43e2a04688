import type { LoginPorts } from '../../src/cloud/login.ts';
import type { Settings } from '../../src/settings/define.ts';
import type { Clock } from '../../src/tools/clock.ts';
import type { Exec } from '../../src/tools/exec.ts';
import type { StartProcess } from '../../src/tools/process.ts';
import type { inputs } from './inputs.ts';

/** The inputs of one run, read and checked. */
export type HelmDeploySettings = Settings<typeof inputs>;

/** The outside world as helm-deploy sees it. */
export interface HelmDeployPorts extends LoginPorts, Clock {
  readonly exec: Exec;
  readonly startProcess: StartProcess;
  readonly info: (line: string) => void;
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
  /** Aborted when the user cancels the run. */
  readonly cancelled: AbortSignal;
}
