import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { type GitHub, openGitHub } from '../github/github.ts';
import { issuerEnvironment } from '../issuer/issuer.ts';
import type { Event } from '../runner/events/event.ts';
import type { RunProgress } from '../runner/progress.ts';
import type { WorkflowRun } from '../runner/result.ts';
import type { StartedRun } from '../runner/run-workflow.ts';
import type { RunnerSettings } from '../runner/settings.ts';
import { startRuns } from '../runner/start-runs.ts';
import type { World } from '../world/world.ts';
import { pushSuite } from './suite.ts';

/** The suite's own repository on the emulator, at the version the API server trusts. */
const SUITE = { repository: 'acme/deploy-actions', tag: 'v1.0.0' } as const;
/** The organisation that the sandbox's API server trusts (sandbox/issuer/authentication.ts). */
const OWNER_ID = 1;

export interface StageOptions {
  /** The sandbox whose issuer gives ID tokens; without it no job gets one. */
  readonly world?: World;
  /** Tools and addresses for the jobs. */
  readonly environment: Pick<Environment, 'env'>;
  /** Root of this checkout. */
  readonly root: string;
  /** Removed by `close`. */
  readonly folder: string;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Seconds… of a cancel, see RunnerSettings.grace. */
  readonly grace?: readonly [number, number];
}

/**
 * A GitHub of our own with its runners: a push to one of its repositories starts the workflow files
 * of that commit, unmodified, with the real actions against the real sandbox.
 */
export interface Stage {
  readonly github: GitHub;
  /** Every run since the stage opened, in the order they were created. */
  readonly runs: readonly StartedRun[];
  /**
   * The next run of a workflow file that was not returned before, as soon as it exists.
   * @throws {Error} when none comes within 60 s
   */
  readonly nextRun: (path: string) => Promise<StartedRun>;
  /** Waits until every run has ended, also those that runs start meanwhile. */
  readonly settled: () => Promise<readonly WorkflowRun[]>;
  readonly close: () => Promise<void>;
}

export async function openStage(options: StageOptions): Promise<Stage> {
  const { world, environment, root, folder } = options;
  await rm(folder, { recursive: true, force: true });
  const github = await openGitHub({ folder: join(folder, 'git') });
  const settings: RunnerSettings = {
    backend: github.backend,
    folder: join(folder, 'runs'),
    environment: jobEnvironment(environment.env, world === undefined),
    // Without an issuer the jobs get no token; they do not need one where a kubeconfig is there.
    idToken: async (job) => (world ? issuerEnvironment(world, job) : {}),
    ...(options.onProgress && { onProgress: options.onProgress }),
    ...(options.grace && { grace: options.grace }),
  };
  const runs: StartedRun[] = [];
  const starting = new Set<Promise<unknown>>();
  const start = async (event: Event): Promise<readonly StartedRun[]> => {
    const started = startRuns(settings, event);
    starting.add(started);
    try {
      const begun = await started;
      runs.push(...begun);
      return begun;
    } finally {
      starting.delete(started);
    }
  };
  listen(github, start);
  await github.createRepository(SUITE.repository, { visibility: 'public', ownerId: OWNER_ID });
  const maintainer = github.addUser('maintainer', 'admin');
  const remote = `${github.url.replace('//', `//x-access-token:${maintainer.token}@`)}/${SUITE.repository}.git`;
  await pushSuite(root, remote, SUITE.tag);

  const seen = new Set<StartedRun>();
  return {
    github,
    runs,
    nextRun: async (path) => {
      for (const end = Date.now() + 60_000; Date.now() < end; await pause()) {
        const found = runs.find((run) => run.path === path && !seen.has(run));
        if (!found) continue;
        seen.add(found);
        return found;
      }
      throw new Error(`no run of ${path} was started within 60 s`);
    },
    settled: async () => {
      for (;;) {
        const known = runs.length;
        await Promise.allSettled([...starting]);
        const done = await Promise.all(runs.map((run) => run.done));
        if (runs.length === known && starting.size === 0) return done;
      }
    },
    close: async () => {
      await Promise.allSettled(runs.map((run) => run.done));
      await github.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What jobs inherit: tools and engine; the kubeconfig only where there is no login. */
function jobEnvironment(
  env: Readonly<Record<string, string>>,
  withKubeconfig: boolean,
): Readonly<Record<string, string>> {
  const passed = /^(PATH|NODE_EXTRA_CA_CERTS|DOCKER_.*)$/;
  const names = Object.keys(env).filter(
    (name) => passed.test(name) || (withKubeconfig && name === 'KUBECONFIG'),
  );
  return Object.fromEntries(names.map((name) => [name, env[name] ?? '']));
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** What starts runs on GitHub starts them here. The suite's own repository runs nothing. */
function listen(github: GitHub, start: (event: Event) => Promise<readonly StartedRun[]>): void {
  github.onPush(({ repository, ref, before, after, deleted, created, pusher }) => {
    if (deleted || repository === SUITE.repository) return;
    const actor = { login: pusher, id: 0 };
    void start({
      name: 'push',
      ...{ repository, ref, actor },
      ...(!created && { before }),
      sha: after,
    });
  });
  github.onPull(({ repository, number, action, actor }) => {
    void github.pull(repository, number).then((pull) => {
      // Without it the two sides do not merge: GitHub starts nothing.
      if (pull.merge === undefined) return;
      const { title, base, head, merge: sha } = pull;
      const about = { repository, number, action, actor: { login: actor, id: 0 } };
      void start({ name: 'pull_request', ...about, title, base, head, sha });
    });
  });
  github.onDispatch(async ({ repository, workflowPath, ref, actor, inputs }) => {
    const event = { name: 'workflow_dispatch' as const, repository, workflow: workflowPath, ref };
    const [run] = await start({ ...event, inputs, actor: { login: actor, id: 0 } });
    if (!run) throw new Error(`${workflowPath} started no run`);
    return run.id;
  });
}
