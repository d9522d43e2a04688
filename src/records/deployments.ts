import { type Bundle, parseBundle } from '../domain/bundle.ts';
import { ActionError } from '../errors.ts';
import type { Deployment, NewStatus } from '../http/github/facts.ts';
import type { GitHub } from '../http/github/github.ts';

/** What one deploy or rollback left on GitHub: an index for later runs, not proof. */
export interface DeploymentRecord {
  readonly id: number;
  readonly environment: string;
  readonly kind: 'deploy' | 'rollback';
  readonly bundle: Bundle;
  readonly release: string;
  readonly namespace: string;
  /** Of the Helm release. */
  readonly revision: number;
  /** `<run id>.<attempt>` that deployed. */
  readonly run: string;
  /** Milliseconds since 1970, by GitHub's clock. */
  readonly createdAt: number;
}

export type NewRecord = Omit<DeploymentRecord, 'id' | 'createdAt'> & {
  readonly production: boolean;
};

/** Deployments are found by what they deploy: one exact list call by the source tree. */
export const taskOf = (tree: string): string => `deploy-actions:${tree}`;

/** Of one tree; more than this is no basis for a decision. */
const MOST_RECORDS = 300;

/**
 * Writes down that a bundle is about to go into an environment: state first, then action.
 * A connection that is lost meanwhile may have made the record all the same: it is looked for
 * before another one is made.
 * @returns the deployment's id
 */
export async function createRecord(github: GitHub, record: NewRecord): Promise<number> {
  const { bundle, environment, kind, release, namespace, revision, run } = record;
  const make = (): Promise<number> =>
    github.createDeployment({
      ref: bundle.commit,
      task: taskOf(bundle.tree),
      environment,
      description: `${kind} ${bundle.id} as ${release} revision ${revision}`.slice(0, 140),
      payload: { schema: 1, kind, bundle, release, namespace, revision, run },
      production_environment: record.production,
      transient_environment: false,
    });
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'request-failed') throw error;
    const there = (await readRecords(github, bundle.tree, environment)).find(
      (known) => known.run === run && known.revision === revision && known.kind === kind,
    );
    return there?.id ?? (await make());
  }
}

/** Says how a deploy goes on; what it proves is said by `addVerdict` alone. */
export async function addProgress(
  github: GitHub,
  id: number,
  progress: Pick<NewStatus, 'state' | 'log_url' | 'environment_url'> & { readonly text: string },
): Promise<void> {
  const { text, ...status } = progress;
  await github.addStatus(id, { ...status, description: text.slice(0, 140) });
}

/** Every record of a source tree, newest first; deployments that are not ours are left out. */
export async function readRecords(
  github: GitHub,
  tree: string,
  environment?: string,
): Promise<readonly DeploymentRecord[]> {
  const filter = { task: taskOf(tree), ...(environment !== undefined && { environment }) };
  const found = await github.deployments(filter, MOST_RECORDS);
  return found
    .map(toRecord)
    .filter((record) => record !== undefined && record.bundle.tree === tree) as DeploymentRecord[];
}

/** The newest records of an environment, of whatever tree: what runs there should be among them. */
export async function newestRecords(
  github: GitHub,
  environment: string,
): Promise<readonly DeploymentRecord[]> {
  const found = await github.newestDeployments(environment);
  return found.map(toRecord).filter((record) => record !== undefined);
}

/** A deployment as our record; undefined for another tool's, or a payload that was changed. */
function toRecord(deployment: Deployment): DeploymentRecord | undefined {
  const payload = payloadOf(deployment.payload);
  if (payload.schema !== 1 || !deployment.task.startsWith('deploy-actions:')) return undefined;
  try {
    return {
      id: deployment.id,
      environment: deployment.environment,
      kind: payload.kind === 'rollback' ? 'rollback' : 'deploy',
      bundle: parseBundle(payload.bundle),
      release: String(payload.release),
      namespace: String(payload.namespace),
      revision: Number(payload.revision),
      run: String(payload.run),
      createdAt: Date.parse(deployment.created_at),
    };
  } catch {
    return undefined;
  }
}

/** GitHub gives the payload back as it was sent: as an object, or as text by old clients. */
function payloadOf(payload: unknown): Readonly<Record<string, unknown>> {
  const value: unknown = typeof payload === 'string' ? parseJson(payload) : payload;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
