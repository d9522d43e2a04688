import type { Deployment, DeploymentStatus, Job, Run } from '../../../src/http/github/facts.ts';
import type { GitHub } from '../../../src/http/github/github.ts';

/** GitHub as plain lists: what the records decide by, and nothing else. */
export interface MemoryGitHub {
  readonly github: GitHub;
  readonly deployments: (Deployment & { statuses: DeploymentStatus[] })[];
  readonly runs: Run[];
  readonly jobs: Job[];
  /** commit → tree */
  readonly trees: Record<string, string>;
  /** Milliseconds since 1970; every write takes a second. */
  clock: number;
}

export function memoryGitHub(changes: Partial<GitHub> = {}): MemoryGitHub {
  const state: Omit<MemoryGitHub, 'github'> = {
    deployments: [],
    runs: [],
    jobs: [],
    trees: {},
    clock: Date.UTC(2026, 10, 21, 12),
  };
  const stamp = (): string => {
    state.clock += 1000;
    return new Date(state.clock).toISOString();
  };
  const counted = { requests: 0 };
  const github: GitHub = {
    repository: 'acme/shop',
    defaultBranch: async () => 'main',
    deployments: async ({ task, environment }) => {
      counted.requests++;
      return state.deployments
        .filter((it) => task === undefined || it.task === task)
        .filter((it) => environment === undefined || it.environment === environment)
        .toReversed();
    },
    newestDeployments: async (environment) =>
      state.deployments
        .filter((it) => it.environment === environment)
        .toReversed()
        .slice(0, 30),
    createDeployment: async ({ ref, task, environment, payload }) => {
      const id = state.deployments.length + 1;
      const created_at = stamp();
      state.deployments.push({
        id,
        sha: ref,
        task,
        environment,
        payload,
        created_at,
        statuses: [],
      });
      return id;
    },
    statuses: async (id) => {
      counted.requests++;
      return state.deployments.find((it) => it.id === id)?.statuses ?? [];
    },
    addStatus: async (id, status) => {
      const deployment = state.deployments.find((it) => it.id === id);
      const number = (deployment?.statuses.length ?? 0) + 1;
      deployment?.statuses.push({ id: number, created_at: stamp(), ...status });
    },
    run: async (id) => {
      counted.requests++;
      return state.runs.find((it) => it.id === id);
    },
    job: async (id) => {
      counted.requests++;
      return state.jobs.find((it) => it.id === id);
    },
    jobs: async (run) => state.jobs.filter((it) => it.run_id === run),
    reviews: async () => [],
    commit: async (sha) => {
      counted.requests++;
      const tree = state.trees[sha];
      return tree === undefined ? undefined : { sha, tree };
    },
    compare: async () => undefined,
    checks: async () => [],
    branch: async () => undefined,
    forward: async () => {},
    dispatch: async () => {},
    environment: async () => undefined,
    artifact: async () => undefined,
    comments: async () => [],
    addComment: async () => {},
    updateComment: async () => {},
    requests: () => counted.requests,
    left: () => 5000,
    ...changes,
  };
  return Object.assign(state, { github });
}
