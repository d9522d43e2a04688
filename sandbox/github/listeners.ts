import type { Person } from './git/commit.ts';

/** A change of one branch or tag that starts workflow runs. */
export interface Push {
  readonly repository: string;
  /** `refs/heads/main` */
  readonly ref: string;
  /** Forty zeros for a ref that is new. */
  readonly before: string;
  /** Forty zeros for a ref that was deleted. */
  readonly after: string;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly forced: boolean;
  readonly pusher: string;
  /** Oldest first: those the ref did not reach before, at most 2048 as in GitHub's event. */
  readonly commits: readonly PushedCommit[];
}

export interface PushedCommit {
  readonly id: string;
  readonly message: string;
  readonly timestamp: string;
  readonly author: Person;
}

/** A `workflow_dispatch` whose inputs fit what the file declares. */
export interface Dispatch {
  readonly repository: string;
  readonly workflowPath: string;
  readonly ref: string;
  readonly sha: string;
  readonly actor: string;
  /** With defaults; values are text, as in `github.event.inputs`. */
  readonly inputs: Readonly<Record<string, string>>;
}

export interface RepositoryDispatch {
  readonly repository: string;
  readonly eventType: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: string;
}

export interface Rerun {
  readonly repository: string;
  readonly runId: number;
  /** Only failed and cancelled jobs and what needs them. */
  readonly failedOnly: boolean;
  /** One job and what needs it. */
  readonly jobName?: string;
  readonly actor: string;
}

export interface PullChange {
  readonly repository: string;
  readonly number: number;
  readonly action: 'opened' | 'edited' | 'closed' | 'reopened' | 'synchronize';
  readonly actor: string;
}

/** Who wants to know. Only what starts runs arrives here; the event log has everything. */
export interface Listeners {
  readonly push: Set<(push: Push) => void>;
  /** Starts the run and answers its id. */
  readonly dispatch: Set<(dispatch: Dispatch) => number | Promise<number>>;
  readonly repositoryDispatch: Set<(dispatch: RepositoryDispatch) => void>;
  readonly rerun: Set<(rerun: Rerun) => void>;
  readonly pull: Set<(change: PullChange) => void>;
}

export function noListeners(): Listeners {
  return {
    push: new Set(),
    dispatch: new Set(),
    repositoryDispatch: new Set(),
    rerun: new Set(),
    pull: new Set(),
  };
}
