import { describeError } from '../../src/errors.ts';
import type { GitHub } from '../../src/http/github/github.ts';
import { type DeploymentRecord, newestRecords } from '../../src/records/deployments.ts';
import { recordedRunning } from '../../src/records/running.ts';
import { type KeptManifest, keptName, readKept } from './kept-manifest.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** What GitHub knows of an environment, without its cluster. */
export interface LastDeploy {
  /** What runs there, by the records. */
  readonly record: DeploymentRecord | undefined;
  readonly kept: KeptManifest | undefined;
  /** Why there is nothing to compare with; `''` where there is. */
  readonly missing: string;
}

/** Finds what was kept of the last good deploy; whatever cannot be read is said, and no failure. */
export async function lastDeploy(
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<LastDeploy> {
  const { environment, release, namespace } = settings;
  const nothing = (missing: string, record?: DeploymentRecord): LastDeploy => ({
    record,
    kept: undefined,
    missing,
  });
  if (environment === '') return nothing('no environment is named');
  const github = ports.github(settings.githubToken);
  try {
    const record = await recordedRunning(github, environment);
    if (record === undefined) return nothing(`no deploy of ${environment} is recorded`);
    if (record.release !== release || record.namespace !== namespace) {
      return nothing(`${environment} was deployed as ${record.release} in ${record.namespace}`);
    }
    const kept = await findKept(github, record);
    if (kept) return { record, kept, missing: '' };
    const what = `the manifest of ${record.bundle.id} is not kept (any more)`;
    return nothing(`${what}: the next deploy of ${environment} keeps it again`, record);
  } catch (error) {
    return nothing(describeError(error));
  }
}

/** After a rollback, or a deploy that changed nothing, it is what an older one of the bundle left. */
async function findKept(
  github: GitHub,
  running: DeploymentRecord,
): Promise<KeptManifest | undefined> {
  const { environment, bundle, release, namespace } = running;
  const isTwin = (record: DeploymentRecord): boolean =>
    record.kind === 'deploy' &&
    record.bundle.id === bundle.id &&
    record.release === release &&
    record.namespace === namespace;
  for (const { id, run } of (await newestRecords(github, environment)).filter(isTwin)) {
    const archive = await github.artifact(Number.parseInt(run, 10), keptName(id));
    const kept = archive && readKept(archive);
    if (kept) return kept;
  }
  return undefined;
}
