import type { Cluster } from '../cluster/connect.ts';
import type { Plan } from '../domain/assessment.ts';
import type { KubeObject } from '../domain/manifest.ts';
import { describeError } from '../errors.ts';
import { inTime } from './in-time.ts';

export interface Quota {
  readonly name: string;
  readonly namespace: string;
  readonly hard: Readonly<Record<string, string>>;
  readonly used: Readonly<Record<string, string>>;
}

interface ReadQuotas {
  readonly quotas: readonly Quota[];
  readonly missing: readonly { readonly what: string; readonly why: string }[];
}

/** The quotas of the namespaces that the release uses. */
export async function readQuotas(
  { namespace, manifest }: Plan,
  { call, giveUp }: { readonly call: Cluster['call']; readonly giveUp: AbortSignal },
): Promise<ReadQuotas> {
  const namespaces = new Set([
    namespace,
    ...manifest.flatMap(({ metadata }) => metadata.namespace ?? []),
  ]);
  const read = async (where: string): Promise<readonly Quota[]> => {
    const path = `/api/v1/namespaces/${where}/resourcequotas`;
    const { status, body } = await call({ path });
    if (status !== 200) {
      const { message = '' } = (body ?? {}) as { message?: string };
      throw new Error(`the API server answered ${status}: ${message}`);
    }
    const { items = [] } = body as { items?: readonly KubeObject[] };
    return items.map(({ metadata, status: state }) => {
      const { hard = {}, used = {} } = (state ?? {}) as Partial<Quota>;
      return { name: metadata.name, namespace: where, hard, used };
    });
  };
  const answers = await Promise.all(
    [...namespaces].map(async (where) => {
      const what = `quotas of namespace ${where}`;
      return inTime(read(where), giveUp).then(
        (quotas) => ({ quotas, missing: [] }),
        (error: unknown) => ({ quotas: [], missing: [{ what, why: describeError(error) }] }),
      );
    }),
  );
  return {
    quotas: answers.flatMap(({ quotas }) => quotas),
    missing: answers.flatMap(({ missing }) => missing),
  };
}
