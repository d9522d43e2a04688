import { type Finding, findingsOf } from '../domain/dry-run-finding.ts';
import type { TrialPod } from '../domain/trial-pod.ts';
import { describeError } from '../errors.ts';
import { atOnce } from './at-once.ts';
import { type Cluster, statusMessage } from './connect.ts';

/** What the API server says about a pod that nobody has made yet. */
export interface PodDryRun {
  readonly trial: TrialPod;
  readonly findings: readonly Finding[];
}

const AT_ONCE = 8;

/**
 * Has each pod tried out: quota, Pod Security, limit ranges, ServiceAccounts and admission look at
 * pods only, not at what makes them. Nothing is made. Never throws: what cannot be asked (no right
 * to create pods, no answer) is a finding `not-checked`.
 */
export function dryRunPods(
  trials: readonly TrialPod[],
  cluster: Pick<Cluster, 'call'>,
): Promise<readonly PodDryRun[]> {
  return atOnce(trials, AT_ONCE, async (trial) => {
    const findings = await tryOut(trial, cluster).catch((error: unknown) => [
      notChecked(trial, describeError(error)),
    ]);
    return { trial, findings };
  });
}

async function tryOut(
  trial: TrialPod,
  cluster: Pick<Cluster, 'call'>,
): Promise<readonly Finding[]> {
  const { namespace } = trial.pod.metadata as { readonly namespace: string };
  const answer = await cluster.call({
    method: 'POST',
    path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods?dryRun=All`,
    body: trial.pod,
    timeoutMs: 15_000,
  });
  if (answer.status < 300) return [];
  const { details } = answer.body as { details?: { causes?: readonly { field?: string }[] } };
  const { status } = answer;
  return findingsOf(trial.owner, {
    status,
    message: statusMessage(answer),
    causes: details?.causes ?? [],
  });
}

const notChecked = ({ owner }: TrialPod, message: string): Finding => ({
  kind: 'not-checked',
  object: owner,
  field: '',
  manager: '',
  message,
});
