import type { Cluster, KubeAnswer } from '../cluster/connect.ts';
import { EMPTY_BOARD, LEASE_SECONDS, type Notices } from '../domain/notices.ts';
import { ActionError } from '../errors.ts';

/**
 * The notice board of a release: one Lease `deploy-actions.<release>` in its namespace, or a
 * ConfigMap of that name where the deployer has no rights on leases. It needs no GitHub, and no one
 * with mere write access to the repository can change it.
 */
export interface Board {
  /** @throws {ActionError} `cluster-refused`: a board that cannot be read allows nothing */
  readonly read: () => Promise<Notices>;
  /**
   * Changes the board in one step; when somebody else was quicker, `change` sees what they wrote.
   * `undefined` leaves it as it is.
   * @returns what stands there now
   */
  readonly update: (change: (now: Notices) => Notices | undefined) => Promise<Notices>;
}

const ANNOTATION = 'deploy-actions/notices';
const TRIES = 10;

interface KubeRecord {
  readonly metadata: {
    readonly name: string;
    readonly resourceVersion?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

/** The kind of object that carries the notices, as an annotation. */
interface Carrier {
  readonly apiVersion: string;
  readonly kind: string;
  /** Path of the collection in a namespace. */
  readonly path: (namespace: string) => string;
  /** For `kubectl get`; what counts is the annotation. */
  readonly spec: (notices: Notices) => object;
}

const LEASE: Carrier = {
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  path: (namespace) => `/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`,
  spec: ({ holder }) => ({
    spec: {
      leaseDurationSeconds: LEASE_SECONDS,
      ...(holder && {
        holderIdentity: `${holder.action} ${holder.run}`,
        // A MicroTime: six digits of a second.
        renewTime: holder.renewedAt.replace(/Z$/, '000Z'),
      }),
    },
  }),
};

const CONFIG_MAP: Carrier = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  path: (namespace) => `/api/v1/namespaces/${namespace}/configmaps`,
  spec: () => ({}),
};

export function openBoard(
  call: Cluster['call'],
  namespace: string,
  release: string,
  sleep: (ms: number) => Promise<unknown>,
): Board {
  const name = `deploy-actions.${release}`;
  let carrier = LEASE;
  // A server that has just been restarted refuses for seconds what it allows: no reason to move.
  let allowed = false;
  const fetch = async (): Promise<KubeRecord | undefined> => {
    const answer = await call({ path: `${carrier.path(namespace)}/${name}` });
    allowed ||= answer.status === 200 || answer.status === 404;
    if (answer.status === 200) return answer.body as KubeRecord;
    if (answer.status === 404) return undefined;
    if (answer.status !== 403 || allowed || carrier === CONFIG_MAP) {
      throw refused('read', namespace, answer);
    }
    carrier = CONFIG_MAP;
    return fetch();
  };
  const write = (known: KubeRecord | undefined, notices: Notices): Promise<KubeAnswer> => {
    const body = toRecord(carrier, known, name, notices);
    const path = carrier.path(namespace);
    return known === undefined
      ? call({ method: 'POST', path, body })
      : call({ method: 'PUT', path: `${path}/${name}`, body });
  };
  return {
    read: async () => toNotices(await fetch()),
    update: async (change) => {
      for (let attempt = 1; ; attempt++) {
        const known = await fetch();
        const now = toNotices(known);
        const next = change(now);
        if (next === undefined) return now;
        const answer = await write(known, next);
        if (answer.status === 200 || answer.status === 201) return next;
        // 409: somebody else was quicker; their change is looked at first.
        if (answer.status !== 409 || attempt === TRIES) throw refused('write', namespace, answer);
        await sleep(50 * attempt);
      }
    },
  };
}

function toRecord(
  { apiVersion, kind, spec }: Carrier,
  known: KubeRecord | undefined,
  name: string,
  notices: Notices,
): object {
  return {
    ...known,
    apiVersion,
    kind,
    metadata: {
      ...known?.metadata,
      name,
      labels: { 'app.kubernetes.io/managed-by': 'deploy-actions' },
      annotations: { ...known?.metadata.annotations, [ANNOTATION]: JSON.stringify(notices) },
    },
    ...spec(notices),
  };
}

function toNotices(record: KubeRecord | undefined): Notices {
  const text = record?.metadata.annotations?.[ANNOTATION];
  if (text === undefined) return EMPTY_BOARD;
  try {
    return { ...EMPTY_BOARD, ...(JSON.parse(text) as Partial<Notices>) };
  } catch (cause) {
    throw new ActionError('board-unreadable', `The annotation ${ANNOTATION} is not JSON`, {
      cause,
      hint: `Look at it: kubectl get lease,configmap ${record?.metadata.name} --output yaml`,
    });
  }
}

function refused(verb: string, namespace: string, answer: KubeAnswer): ActionError {
  const said = (answer.body as { message?: string } | null)?.message ?? String(answer.status);
  return new ActionError('cluster-refused', `Cannot ${verb} the notice board: ${said}`, {
    hint: `Grant get, create and update on leases (coordination.k8s.io), or on configmaps, in namespace ${namespace}.`,
  });
}
