import type { Candidate } from '../../src/domain/rollback-target.ts';
import { describeError } from '../../src/errors.ts';
import { addProgress, createRecord } from '../../src/records/deployments.ts';
import { findBundle } from '../../src/records/find-bundle.ts';
import { runOf } from '../../src/session/run-of.ts';
import type { RollbackPorts, RollbackSettings } from './settings.ts';

/**
 * Writes down on GitHub what runs again, so that the next candidate is compared with it. A rollback
 * works without GitHub: whatever goes wrong here is a warning, after everything else is done.
 */
export async function recordRollback(
  target: Candidate,
  revision: number,
  settings: RollbackSettings,
  ports: RollbackPorts,
): Promise<void> {
  const { environment, release, namespace, production, deployment } = settings;
  if (environment === '' || !deployment || target.bundle === '' || target.commit === '') return;
  try {
    const github = ports.github(settings.githubToken);
    const wish = { given: target.bundle, sha: target.commit, environments: [] };
    const { bundle } = await findBundle(github, wish);
    const place = { environment, release, namespace, revision, production };
    const run = runOf(ports.env);
    const id = await createRecord(github, { ...place, run, kind: 'rollback', bundle });
    await addProgress(github, id, {
      state: 'success',
      text: `rolled back to revision ${target.revision.number} as revision ${revision}`,
    });
  } catch (error) {
    ports.warn(`The rollback is not recorded on GitHub: ${describeError(error)}`);
  }
}
