import type { Bundle } from '../../src/domain/bundle.ts';
import { LABEL, liveRevision } from '../../src/domain/history.ts';
import { mayEnter } from '../../src/domain/notices.ts';
import { ActionError, describeError } from '../../src/errors.ts';
import { distance } from '../../src/records/running.ts';
import type { Session } from '../../src/session/session.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/**
 * Whether this environment takes a forward deploy of this bundle now; asked inside the lock, after
 * any approval. @throws {ActionError} `not-allowed`
 */
export async function gate(
  session: Session,
  bundle: Bundle | undefined,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const entry = mayEnter(await session.board.read(), bundle?.id ?? settings.bundle);
  if (!entry.allowed) throw new ActionError('not-allowed', entry.reason, { hint: entry.hint });
  if (bundle && settings.environment !== '' && settings.deployment) {
    await refuseOlder(session, bundle, settings, ports);
  }
}

/** A run that was started again, or approved late, must not bring back what is older. */
async function refuseOlder(
  { reads }: Session,
  bundle: Bundle,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<void> {
  const labels = liveRevision(await reads.history())?.labels ?? {};
  const { [LABEL.bundle]: id, [LABEL.commit]: commit } = labels;
  if (id === undefined || commit === undefined) return;
  const found = await distance(ports.github(settings.githubToken), { id, commit }, bundle).catch(
    (error: unknown) => {
      ports.warn(
        `Order of the bundles: not checked, needs \`contents: read\` (${describeError(error)})`,
      );
      return undefined;
    },
  );
  if (found?.order !== 'older') return;
  throw new ActionError(
    'not-allowed',
    `${bundle.id} is ${found.behind} commits older than ${id}, which runs here`,
    { hint: 'An older bundle never overtakes a newer one: to go back, use the rollback action.' },
  );
}
