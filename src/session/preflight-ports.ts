import { checkAccess } from '../cluster/access.ts';
import type { Cluster } from '../cluster/connect.ts';
import { dryRunObjects } from '../cluster/dry-run.ts';
import { dryRunPods } from '../cluster/dry-run-pods.ts';
import { createLocate } from '../cluster/kinds.ts';
import { readLiveStates } from '../cluster/live-states.ts';
import { checkReferences } from '../cluster/references.ts';
import type { PreflightPorts } from '../release/preflight.ts';

/** What the checks before a deploy ask the cluster. @param namespace of objects that name none */
export function preflightPorts(cluster: Pick<Cluster, 'call'>, namespace: string): PreflightPorts {
  const outside = { cluster, locate: createLocate(cluster, namespace) };
  return {
    readLive: (objects) => readLiveStates(objects, outside),
    dryRun: (objects) => dryRunObjects(objects, outside),
    dryRunPods: (trials) => dryRunPods(trials, cluster),
    checkReferences: (coming) => checkReferences(coming, cluster),
    checkAccess: (needed) => checkAccess(needed, cluster),
  };
}
