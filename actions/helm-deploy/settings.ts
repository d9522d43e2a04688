import type { LoginPorts } from '../../src/cloud/login.ts';
import type { Settings } from '../../src/settings/define.ts';
import type { Exec } from '../../src/tools/exec.ts';
import type { StartProcess } from '../../src/tools/process.ts';
import type { inputs } from './inputs.ts';

/** The inputs of one run, read and checked. */
export type HelmDeploySettings = Settings<typeof inputs>;

/** The outside world as helm-deploy sees it. */
export interface HelmDeployPorts extends LoginPorts {
  readonly exec: Exec;
  readonly startProcess: StartProcess;
  /** Milliseconds of a clock that never jumps; `now` is the wall clock. */
  readonly elapsed: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly info: (line: string) => void;
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
  /** Aborted when the user cancels the run. */
  readonly cancelled: AbortSignal;
}
