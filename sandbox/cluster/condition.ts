import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './api.ts';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly message?: string;
  /** Only nodes' conditions have it; whole seconds. */
  readonly lastHeartbeatTime?: string;
}

/** Status of one condition of an object: `True`, `False`, `Unknown`, or undefined without it. */
export async function conditionOf(
  api: Api,
  path: string,
  type: string,
): Promise<string | undefined> {
  return (await conditions(api, path)).find((found) => found.type === type)?.status;
}

/**
 * Waits until a condition of the object is true, and reported after `since` where that is given
 * (ms since 1970); fails after 60 s with what it last was.
 */
export async function conditionTrue(
  api: Api,
  path: string,
  type: string,
  since?: number,
): Promise<void> {
  let last = '';
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
    try {
      const found = await conditions(api, path);
      if (found.some((one) => one.type === type && one.status === 'True' && isFresh(one, since))) {
        return;
      }
      last = found.map((one) => `${one.type}=${one.status} ${one.message ?? ''}`).join('; ');
    } catch (error) {
      last = String(error);
    }
  }
  throw new Error(`${path} is not ${type} after 60 s: ${last}`);
}

function isFresh(condition: Condition, since = 0): boolean {
  const reported = condition.lastHeartbeatTime;
  return reported === undefined || Date.parse(reported) + 1000 > since;
}

async function conditions(api: Api, path: string): Promise<readonly Condition[]> {
  const object = JSON.parse(await api.get(path)) as { status?: { conditions?: Condition[] } };
  return object.status?.conditions ?? [];
}
