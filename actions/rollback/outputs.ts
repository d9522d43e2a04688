import { LABEL, type Revision } from '../../src/domain/history.ts';
import type { outputs } from './inputs.ts';
import type { RollbackResult } from './rollback.ts';
import type { RollbackSettings } from './settings.ts';

/** The action's outputs: always all of them, `''` where there is nothing to say. */
export function outputsOf(
  result: RollbackResult,
  settings: RollbackSettings,
): Record<keyof typeof outputs, string> {
  const { current, restored, rtoSeconds } = result;
  return {
    status: result.status,
    from: current ? JSON.stringify({ schema: 1, ...describe(current) }) : '',
    to: restored
      ? JSON.stringify({
          schema: 1,
          ...describe(restored.target.revision),
          revision: restored.revision,
          target: restored.target.revision.number,
        })
      : '',
    'rto-seconds': String(rtoSeconds ?? ''),
    'within-objective':
      rtoSeconds === undefined ? '' : String(rtoSeconds * 1000 <= settings.objective),
    candidates: JSON.stringify({
      schema: 1,
      candidates: result.candidates.map(({ revision, deployedAt, ...rest }) => ({
        revision: revision.number,
        'deployed-at': deployedAt,
        ...rest,
      })),
    }),
    held: String(result.held),
    identity: result.identity,
    phases: JSON.stringify(result.timings),
  };
}

const describe = ({ number, labels }: Revision) => ({
  revision: number,
  bundle: labels[LABEL.bundle] ?? '',
  commit: labels[LABEL.commit] ?? '',
});
