import type { ActionsBackend } from '../github/actions-backend.ts';
import type { Job } from '../issuer/job.ts';
import type { RunProgress } from './progress.ts';

/** The machine the runner stands for, and its ports. */
export interface RunnerSettings {
  readonly backend: ActionsBackend;
  /** Workspaces, action archives and temporary files go below; each run's are removed at its end. */
  readonly folder: string;
  /** All that jobs inherit: `PATH`, `NODE_EXTRA_CA_CERTS`, … */
  readonly environment: Readonly<Record<string, string>>;
  /** Gives a job with `id-token: write` its ACTIONS_ID_TOKEN_REQUEST_*; needed once one asks. */
  readonly idToken?: (job: Job) => Promise<Readonly<Record<string, string>>>;
  /** What `runs-on` may name; the default is GitHub's Ubuntu runners and self-hosted Linux. */
  readonly labels?: readonly string[];
  /** A command to run every process under, e.g. the sandbox's `nsenter …`. */
  readonly enter?: readonly string[];
  /** Milliseconds from SIGINT to SIGTERM and from there to SIGKILL; default GitHub's. */
  readonly grace?: readonly [number, number];
  /** How long a minute of `timeout-minutes` is, in milliseconds; tests take less. */
  readonly minute?: number;
  readonly onProgress?: (progress: RunProgress) => void;
}
