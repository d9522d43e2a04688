import type { KubeObject } from '../domain/manifest.ts';
import {
  HOOK_KINDS,
  type HookKind,
  type HookRef,
  hookState,
  isOpenHook,
} from '../domain/open-hook.ts';
import type { Cluster } from './connect.ts';

/** A hook of some release that has not ended. */
export interface OpenHook extends HookRef {
  readonly state: ReturnType<typeof hookState>;
}

export interface OpenHooks {
  readonly hooks: readonly OpenHook[];
  /** Kinds that could not be listed. */
  readonly hidden: readonly HookKind[];
}

const API: Readonly<Record<HookKind, string>> = { Job: '/apis/batch/v1', Pod: '/api/v1' };

/** The Jobs and Pods of a namespace that are hooks of whatever release and have not ended. */
export async function readOpenHooks(
  cluster: Pick<Cluster, 'call'>,
  namespace: string,
): Promise<OpenHooks> {
  const list = async (kind: HookKind): Promise<readonly KubeObject[] | undefined> => {
    const path = `${API[kind]}/namespaces/${namespace}/${kind.toLowerCase()}s`;
    const answer = await cluster.call({ path });
    if (answer.status !== 200) return undefined;
    const { items } = answer.body as { readonly items: readonly KubeObject[] };
    // In a list the API server leaves the kind out.
    return items.map((item) => ({ ...item, kind }));
  };
  const [jobs, pods] = await Promise.all([list('Job'), list('Pod')]);
  const hooks = [...(jobs ?? []), ...(pods ?? [])].filter(isOpenHook).map((hook): OpenHook => {
    const { name } = hook.metadata;
    const own = pods?.filter(({ metadata }) => metadata.labels?.['job-name'] === name);
    return { kind: hook.kind as HookKind, namespace, name, state: hookState(hook, own) };
  });
  const found = { Job: jobs, Pod: pods };
  return { hooks, hidden: HOOK_KINDS.filter((kind) => found[kind] === undefined) };
}
