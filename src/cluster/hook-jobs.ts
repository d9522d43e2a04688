import { hookJobState, isOpenHook } from '../domain/hook-job.ts';
import type { KubeObject } from '../domain/manifest.ts';
import type { Cluster } from './connect.ts';

/** A hook Job of some release that has not ended. */
export interface OpenHook {
  readonly name: string;
  readonly state: ReturnType<typeof hookJobState>;
}

/**
 * The hook Jobs of a namespace that have not ended, of whatever release; one request where there are
 * none. Hooks that are no Jobs, or in another namespace than their release, are not seen.
 * @returns undefined without the right to list Jobs
 */
export async function readOpenHooks(
  cluster: Pick<Cluster, 'call'>,
  namespace: string,
): Promise<readonly OpenHook[] | undefined> {
  const jobs = await list(cluster, `/apis/batch/v1/namespaces/${namespace}/jobs`);
  if (jobs === undefined) return undefined;
  return Promise.all(
    jobs.filter(isOpenHook).map(async (job) => {
      const { name } = job.metadata;
      const selector = encodeURIComponent(`job-name=${name}`);
      const path = `/api/v1/namespaces/${namespace}/pods?labelSelector=${selector}`;
      return { name, state: hookJobState(job, await list(cluster, path)) };
    }),
  );
}

async function list(
  cluster: Pick<Cluster, 'call'>,
  path: string,
): Promise<readonly KubeObject[] | undefined> {
  const answer = await cluster.call({ path });
  if (answer.status !== 200) return undefined;
  return (answer.body as { readonly items: readonly KubeObject[] }).items;
}
