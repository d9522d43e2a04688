import { type AccessQuestion, reviewAccess } from './access-review.ts';
import type { Cluster } from './connect.ts';

/** What a run can do without, but not as well. */
export type Right =
  | 'watch'
  | 'list-events'
  | 'pod-logs'
  | 'delete-pods'
  | 'dry-run-pods'
  | 'patch-secrets'
  | 'read-quota'
  | 'list-endpoints'
  | 'list-claims';

export interface Rights {
  readonly has: (right: Right) => boolean;
  readonly missing: readonly MissingRight[];
}

export interface MissingRight {
  readonly right: Right;
  /** The rules to grant: `get pods/log`, `watch pods, jobs.batch`. */
  readonly grant: string;
  /** What the run does without it, for people. */
  readonly loses: string;
}

type Ask = Omit<AccessQuestion, 'namespace' | 'name'>;

interface Row {
  readonly right: Right;
  readonly asks: readonly Ask[];
  readonly loses: string;
}

const pods = (verb: string): Ask => ({ verb, resource: 'pods' });

/** docs/rights.md has the same words: a test compares. */
const ROWS: readonly Row[] = [
  {
    right: 'watch',
    asks: [
      pods('watch'),
      { verb: 'watch', group: 'apps', resource: 'deployments' },
      { verb: 'watch', group: 'apps', resource: 'replicasets' },
      { verb: 'watch', group: 'batch', resource: 'jobs' },
    ],
    loses: 'they are read every 3 s instead: a cause is found that much later',
  },
  {
    right: 'list-events',
    asks: [{ verb: 'list', resource: 'events' }],
    loses: 'causes that only events tell (volumes, probes, registries) end as `timeout`',
  },
  {
    right: 'pod-logs',
    asks: [{ verb: 'get', resource: 'pods', subresource: 'log' }],
    loses: 'no log lines of failing containers and of hooks',
  },
  {
    right: 'list-endpoints',
    asks: [{ verb: 'list', group: 'discovery.k8s.io', resource: 'endpointslices' }],
    loses: 'a Service that has lost its endpoints is not noticed',
  },
  {
    right: 'list-claims',
    asks: [{ verb: 'list', resource: 'persistentvolumeclaims' }],
    loses: 'a volume claim that nothing binds is told by the pod only',
  },
  {
    right: 'delete-pods',
    asks: [pods('delete')],
    loses: 'after an undo, a stuck pod of a StatefulSet has to be deleted by hand',
  },
  {
    right: 'dry-run-pods',
    asks: [pods('create')],
    loses: 'quota, Pod Security and ServiceAccounts are found out by the rollout only',
  },
  {
    right: 'read-quota',
    asks: [{ verb: 'list', resource: 'resourcequotas' }],
    loses: 'the evidence does not show the quota',
  },
  {
    right: 'patch-secrets',
    asks: [{ verb: 'patch', resource: 'secrets' }],
    loses: 'nothing but a request: labels are written by get and update',
  },
];

/**
 * Asks the API server, all at once, what we may do in the namespace; changes nothing. A question
 * without an answer counts as a right that is missing.
 */
export async function readRights(
  cluster: Pick<Cluster, 'call'>,
  namespace: string,
): Promise<Rights> {
  const answers = await Promise.all(
    ROWS.map(async (row) => ({
      row,
      allowed: await Promise.all(row.asks.map((ask) => mayDo(cluster, namespace, ask))),
    })),
  );
  const missing = answers.flatMap(({ row, allowed }) => {
    const refused = row.asks.filter((_, index) => !allowed[index]);
    return refused.length === 0
      ? []
      : [{ right: row.right, grant: describe(refused), loses: row.loses }];
  });
  return { has: (right) => !missing.some((one) => one.right === right), missing };
}

const mayDo = async (
  cluster: Pick<Cluster, 'call'>,
  namespace: string,
  ask: Ask,
): Promise<boolean> => {
  const answer = await reviewAccess({ namespace, ...ask }, cluster).catch(() => undefined);
  return answer?.state === 'allowed';
};

/** `watch pods, deployments.apps`: as `kubectl auth can-i` takes it. */
function describe(asks: readonly Ask[]): string {
  const names = asks.map(({ group, resource, subresource }) =>
    [group ? `${resource}.${group}` : resource, ...(subresource ? [subresource] : [])].join('/'),
  );
  return `${asks[0]?.verb} ${names.join(', ')}`;
}
