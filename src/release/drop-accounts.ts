import type { LiveObjects } from '../cluster/live-objects.ts';
import { accountOf, type KeptAccount, keptAccounts } from '../domain/kept-accounts.ts';
import { type KubeObject, objectName } from '../domain/manifest.ts';
import { describeError } from '../errors.ts';

export interface DropInput {
  /** The manifest that we came from. */
  readonly from: readonly KubeObject[];
  readonly to: readonly KubeObject[];
  readonly namespace: string;
}

export interface DropPorts {
  readonly objects: Pick<LiveObjects, 'read' | 'merge'>;
  readonly info: (line: string) => void;
  readonly warn: (text: string) => void;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** How long a controller may take to see the change: it looks at once, unless it is down. */
const SEEN = { looks: 40, everyMs: 250 } as const;

/** Takes away the ServiceAccounts that a rollback leaves behind: helm does not (see keptAccounts). */
export async function dropAccounts(
  { from, to, namespace }: DropInput,
  ports: DropPorts,
): Promise<void> {
  await Promise.all(keptAccounts(from, to, namespace).map((kept) => drop(kept, ports)));
}

async function drop({ object, field, account }: KeptAccount, ports: DropPorts): Promise<void> {
  const { objects, info, warn } = ports;
  try {
    const live = await objects.read(object);
    if (!live || accountOf(live) !== account) return;
    const none = { serviceAccountName: null, serviceAccount: null };
    const change = field.split('.').reduceRight<object>((inner, key) => ({ [key]: inner }), none);
    await objects.merge(object, change);
    await seen(object, ports);
    info(`${objectName(object)} runs as the default ServiceAccount again, not as ${account}`);
  } catch (error) {
    warn(`${objectName(object)} still runs as ServiceAccount ${account}: ${describeError(error)}`);
  }
}

/** Until then what the rollback alone had made, and what cannot start, would be judged. */
async function seen(object: KubeObject, { objects, sleep }: DropPorts): Promise<void> {
  for (let look = 0; look < SEEN.looks; look++) {
    const { metadata, status } = (await objects.read(object)) ?? {};
    const { observedGeneration } = (status ?? {}) as { readonly observedGeneration?: number };
    const { generation } = metadata ?? {};
    if (observedGeneration === undefined || generation === undefined) return;
    if (observedGeneration >= generation) return;
    await sleep(SEEN.everyMs);
  }
}
