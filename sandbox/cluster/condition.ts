import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './api.ts';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly message?: string;
}

/** Status of one condition of an object: `True`, `False`, `Unknown`, or undefined without it. */
export async function conditionOf(
  api: Api,
  path: string,
  type: string,
): Promise<string | undefined> {
  return (await conditions(api, path)).find((found) => found.type === type)?.status;
}

/** Waits until a condition of the object is true; fails after `timeoutMs` with what it last was. */
export async function conditionTrue(
  api: Api,
  path: string,
  type: string,
  timeoutMs = 60_000,
): Promise<void> {
  let last = '';
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(50)) {
    try {
      const found = await conditions(api, path);
      if (found.some((one) => one.type === type && one.status === 'True')) return;
      last = found.map((one) => `${one.type}=${one.status} ${one.message ?? ''}`).join('; ');
    } catch (error) {
      last = String(error);
    }
  }
  throw new Error(`${path} is not ${type} after ${timeoutMs / 1000} s: ${last}`);
}

async function conditions(api: Api, path: string): Promise<readonly Condition[]> {
  const object = JSON.parse(await api.get(path)) as { status?: { conditions?: Condition[] } };
  return object.status?.conditions ?? [];
}
