import type { Conclusion } from './actions-backend.ts';

/** Something that happened, for assertions and for the progress tree of the demo. */
export type GitHubEvent = { readonly at: Date } & Happening;

export type Happening =
  | {
      readonly kind: 'push';
      readonly repository: string;
      readonly ref: string;
      readonly before: string;
      readonly after: string;
      readonly pusher: string;
      /** False for a GITHUB_TOKEN: its pushes start no runs. */
      readonly startsRuns: boolean;
    }
  | {
      readonly kind: 'dispatch';
      readonly repository: string;
      readonly workflow: string;
      readonly ref: string;
      readonly actor: string;
    }
  | {
      readonly kind: 'run';
      readonly repository: string;
      readonly runId: number;
      readonly attempt: number;
      readonly workflow: string;
      readonly status: string;
      readonly conclusion: Conclusion | null;
    }
  | {
      readonly kind: 'job';
      readonly repository: string;
      readonly runId: number;
      readonly job: string;
      readonly status: string;
      readonly conclusion: Conclusion | null;
      readonly environment: string | undefined;
    }
  | {
      readonly kind: 'waiting';
      readonly repository: string;
      readonly runId: number;
      readonly job: string;
      readonly environment: string;
      readonly waitsFor: 'timer' | 'reviewers';
    }
  | {
      readonly kind: 'entered' | 'refused';
      readonly repository: string;
      readonly runId: number;
      readonly job: string;
      readonly environment: string;
      readonly reason?: string;
    }
  | {
      readonly kind: 'review';
      readonly repository: string;
      readonly runId: number;
      readonly environment: string;
      readonly state: 'approved' | 'rejected';
      readonly user: string;
      readonly comment: string;
    }
  | {
      readonly kind: 'environment-created';
      readonly repository: string;
      readonly environment: string;
    }
  | {
      readonly kind: 'deployment';
      readonly repository: string;
      readonly id: number;
      readonly environment: string;
      readonly task: string;
      readonly sha: string;
    }
  | {
      readonly kind: 'deployment-status';
      readonly repository: string;
      readonly id: number;
      readonly environment: string;
      readonly state: string;
      readonly description: string;
    }
  | {
      readonly kind: 'concurrency';
      readonly repository: string;
      readonly group: string;
      readonly runId: number;
      readonly holder: string;
      readonly change: 'entered' | 'pending' | 'left' | 'cancelled';
    }
  | {
      readonly kind: 'cancel';
      readonly repository: string;
      readonly runId: number;
      readonly actor: string;
      readonly force: boolean;
    }
  | {
      readonly kind: 'pull';
      readonly repository: string;
      readonly number: number;
      readonly change: 'opened' | 'edited' | 'closed' | 'reopened' | 'merged' | 'synchronize';
      readonly actor: string;
    }
  | {
      readonly kind: 'artifact';
      readonly repository: string;
      readonly runId: number;
      readonly name: string;
      readonly size: number;
    }
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly path: string;
      /** `repos/create-deployment`; undefined for what GitHub's description does not know. */
      readonly operation: string | undefined;
      readonly status: number;
      readonly caller: string;
      readonly fault: string | undefined;
    };

export interface EventLog {
  readonly all: readonly GitHubEvent[];
  readonly add: (happening: Happening) => void;
  /** Calls back for everything from now on; returns how to stop. */
  readonly follow: (listener: (event: GitHubEvent) => void) => () => void;
}

export function createEventLog(now: () => Date): EventLog {
  const all: GitHubEvent[] = [];
  const listeners = new Set<(event: GitHubEvent) => void>();
  return {
    all,
    add(happening) {
      const event = { at: now(), ...happening };
      all.push(event);
      for (const listener of listeners) listener(event);
    },
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
