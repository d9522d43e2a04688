import type { Finding } from '../domain/dry-run-finding.ts';
import { type KubeObject, objectName } from '../domain/manifest.ts';
import { ActionError } from '../errors.ts';
import type { Clock } from '../tools/clock.ts';
import { type Cluster, type KubeAnswer, statusMessage } from './connect.ts';
import { dryRunObjects } from './dry-run.ts';
import { createLocate } from './kinds.ts';

/** What an apply of a definition would do. */
export interface CrdTrial {
  readonly crd: KubeObject;
  /** `unknown`: the API server did not say. */
  readonly change: 'added' | 'changed' | 'none' | 'unknown';
  readonly findings: readonly Finding[];
}

const ROOT = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
/** Helm's own name: it installs definitions, too. */
const MANAGER = 'helm';
const TIMEOUT_MS = 30_000;
/** The API server makes a definition ready within a second or two. */
const ESTABLISHED_MS = 60_000;
const LOOK_MS = 250;
type Time = Pick<Clock, 'elapsed' | 'sleep'>;

const pathOf = ({ metadata }: KubeObject): string => `${ROOT}/${encodeURIComponent(metadata.name)}`;

/** Asks the API server what applying these definitions would do; changes nothing. */
export async function tryCrds(
  crds: readonly KubeObject[],
  cluster: Pick<Cluster, 'call'>,
): Promise<readonly CrdTrial[]> {
  const outside = { cluster, locate: createLocate(cluster, '') };
  const [runs, live] = await Promise.all([
    dryRunObjects(crds, outside),
    Promise.all(crds.map((crd) => cluster.call({ path: pathOf(crd) }))),
  ]);
  return runs.map(({ object, result, findings }, index) => ({
    crd: object,
    change: changeOf(live[index], result),
    findings,
  }));
}

function changeOf(
  live: KubeAnswer | undefined,
  result: KubeObject | undefined,
): CrdTrial['change'] {
  if (live?.status === 404) return 'added';
  if (live?.status !== 200 || result === undefined) return 'unknown';
  return meant(live.body as KubeObject) === meant(result) ? 'none' : 'changed';
}

/** What somebody wrote, without what the API server keeps about it. */
const meant = ({ spec, metadata: { labels, annotations } }: KubeObject): string =>
  JSON.stringify([spec, labels, annotations]);

/**
 * Applies definitions on the server and waits until it serves their kinds and says so.
 * Fields that others have set are overwritten: `tryCrds` has told them before.
 * @throws {ActionError} `cluster-refused` naming the definition; `too-slow`
 */
export async function applyCrds(
  crds: readonly KubeObject[],
  { cluster, ...clock }: Time & { readonly cluster: Pick<Cluster, 'call'> },
): Promise<void> {
  for (const crd of crds) {
    const answer = await cluster.call({
      method: 'PATCH',
      path: `${pathOf(crd)}?fieldManager=${MANAGER}&force=true`,
      contentType: 'application/apply-patch+yaml',
      body: crd,
      timeoutMs: TIMEOUT_MS,
    });
    if (answer.status >= 300) throw refused('apply', crd, answer);
  }
  const end = clock.elapsed() + ESTABLISHED_MS;
  await Promise.all(
    crds.map(async (crd) => {
      await awaitEstablished(crd, end, cluster, clock);
      await awaitDiscovery(crd, end, cluster, clock);
    }),
  );
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly message?: string;
}

async function awaitEstablished(
  crd: KubeObject,
  end: number,
  cluster: Pick<Cluster, 'call'>,
  clock: Time,
): Promise<void> {
  for (;;) {
    const answer = await cluster.call({ path: pathOf(crd) });
    if (answer.status !== 200) throw refused('read', crd, answer);
    // A new one has `conditions: null` at first.
    const { status } = answer.body as { status?: { conditions?: readonly Condition[] | null } };
    const is = (type: string): Condition | undefined =>
      status?.conditions?.find((condition) => condition.type === type);
    if (is('Established')?.status === 'True') return;
    const names = is('NamesAccepted');
    if (names?.status === 'False') {
      throw new ActionError('cluster-refused', `${objectName(crd)}: ${names.message}`);
    }
    if (clock.elapsed() >= end) throw tooSlow(crd, 'established');
    await clock.sleep(LOOK_MS);
  }
}

interface CrdSpec {
  readonly group: string;
  readonly names: { readonly plural: string };
  readonly versions: readonly { readonly name: string; readonly served: boolean }[];
}

/**
 * Helm asks discovery what a kind is, and the API server writes that list a moment after it calls
 * the definition established.
 */
async function awaitDiscovery(
  crd: KubeObject,
  end: number,
  cluster: Pick<Cluster, 'call'>,
  clock: Time,
): Promise<void> {
  const { group, names, versions } = crd.spec as CrdSpec;
  for (const { name } of versions.filter(({ served }) => served)) {
    for (;;) {
      const { status, body } = await cluster.call({ path: `/apis/${group}/${name}` });
      // Who may not ask cannot be told; helm will say what is missing.
      if (status !== 200 && status !== 404) break;
      const { resources = [] } = body as { resources?: readonly { readonly name: string }[] };
      if (resources.some((resource) => resource.name === names.plural)) break;
      if (clock.elapsed() >= end) throw tooSlow(crd, `served as ${name}`);
      await clock.sleep(LOOK_MS);
    }
  }
}

const tooSlow = (crd: KubeObject, what: string): ActionError =>
  new ActionError('too-slow', `${objectName(crd)} is not ${what} after ${ESTABLISHED_MS / 1000} s`);

function refused(verb: string, crd: KubeObject, answer: KubeAnswer): ActionError {
  return new ActionError(
    'cluster-refused',
    `Cannot ${verb} ${objectName(crd)}: ${statusMessage(answer)}`,
    answer.status === 403 ? { hint: CRD_RIGHTS } : {},
  );
}

export const CRD_RIGHTS =
  'crds: apply needs get, create and patch on customresourcedefinitions.apiextensions.k8s.io in a ClusterRole of the deployer.';
