import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGitHub } from '../../sandbox/github/github.ts';
import { findByEnvironment, kill } from '../../sandbox/runner/process-tree.ts';

const REPOSITORY = 'acme/shop';

/** A workflow run that is in progress, for a job whose machine can be taken away. */
export interface JobRun {
  /** `<run id>.1`: what the run is called in messages. */
  readonly name: string;
  /** The environment of its job; its token is `token`. */
  readonly env: Readonly<Record<string, string>>;
  readonly token: string;
  /** Over, as GitHub sees it. */
  readonly end: () => void;
  /** The machine is gone: until `end` each process of the job is killed, also what it still starts. */
  readonly killMachine: () => void;
}

/** Runs on an emulated GitHub, so that a run can find out whether another one is over. */
export interface JobRuns {
  readonly start: () => JobRun;
  readonly close: () => Promise<void>;
}

export async function openJobRuns(): Promise<JobRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'job-runs-'));
  const github = await openGitHub({ folder });
  const { token } = github.addUser('octocat');
  await github.createRepository(REPOSITORY);
  const timers = new Set<NodeJS.Timeout>();
  return {
    start: () => {
      let killing: NodeJS.Timeout | undefined;
      const { id } = github.backend.createRun({
        ...{ repository: REPOSITORY, workflowPath: '.github/workflows/ship.yml' },
        ...{ workflowName: 'ship', event: 'push', headBranch: 'main', headSha: 'a'.repeat(40) },
        ...{ actor: 'octocat', displayTitle: 'ship' },
      });
      github.backend.updateRun(id, { status: 'in_progress' });
      github.backend.updateJob(id, { name: 'deploy', status: 'in_progress', steps: [] });
      const tracking = randomUUID();
      const killAll = (): void => findByEnvironment('RUNNER_TRACKING_ID', tracking).forEach(kill);
      return {
        name: `${id}.1`,
        token,
        env: {
          GITHUB_API_URL: github.url,
          GITHUB_SERVER_URL: github.url,
          GITHUB_REPOSITORY: REPOSITORY,
          GITHUB_RUN_ID: String(id),
          RUNNER_TRACKING_ID: tracking,
        },
        end: () => {
          // Looking at all processes 40 times a second would slow down what runs after it.
          if (killing) killAll();
          clearInterval(killing);
          github.backend.updateRun(id, { status: 'completed', conclusion: 'cancelled' });
        },
        killMachine: () => {
          killAll();
          killing ??= setInterval(killAll, 25);
          timers.add(killing);
        },
      };
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await github.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
