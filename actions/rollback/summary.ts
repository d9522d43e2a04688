import { humanTime } from '../../src/domain/human-time.ts';
import { cause } from '../../src/report/cause.ts';
import { table } from '../../src/report/markdown.ts';
import { timingDetails } from '../../src/report/timing-details.ts';
import type { RollbackResult } from './rollback.ts';
import type { RollbackSettings } from './settings.ts';

const SIGN = {
  restored: '⏪',
  planned: '📋',
  lifted: '🔓',
  unchanged: '✅',
  refused: '⛔',
  failed: '❌',
} as const;

/** The job summary: what was gone back to, how long it took, what is held. */
export function summaryOf(settings: RollbackSettings, result: RollbackResult): string {
  const { status, candidates, timings, identity } = result;
  return [
    `## ${SIGN[status]} ${settings.release} in ${settings.namespace}: ${status}`,
    '',
    resultLine(settings, result),
    ...cause(result.failure),
    '',
    result.held ? '**On hold:** no forward deploy until `mode: lift`.' : '',
    '',
    `<details${status === 'planned' ? ' open' : ''}><summary>What one could go back to</summary>\n`,
    table(
      ['Revision', 'Deployed', 'Bundle', 'Commit', 'Verdict', 'Was good'],
      candidates.map((candidate) => [
        String(candidate.revision.number),
        candidate.deployedAt.slice(0, 19).replace('T', ' '),
        candidate.bundle,
        candidate.commit.slice(0, 12),
        candidate.verdict || 'none',
        candidate.good ? 'yes' : 'no',
      ]),
    ),
    '</details>',
    '',
    ...timingDetails(timings),
    identity && `On the cluster we are \`${identity}\`.`,
    '',
  ].join('\n');
}

function resultLine(settings: RollbackSettings, result: RollbackResult): string {
  const { status, current, restored, rtoSeconds } = result;
  if (status === 'planned') return `Live now: revision ${current?.number ?? 'none'}.`;
  if (status === 'unchanged') return 'Already rolled back and held: nothing was done.';
  if (status === 'lifted') return 'Forward deploys are taken again.';
  if (!restored || rtoSeconds === undefined) return 'Nothing was restored.';
  const within = rtoSeconds * 1000 <= settings.objective ? 'within' : 'over';
  return [
    `Revision ${current?.number ?? 'none'} → revision ${restored.revision}, which is revision ${restored.target.revision.number} again`,
    `(${restored.target.verdict === 'pass' ? 'proven here' : 'never proven here'}).`,
    `Verified ${rtoSeconds} s after detection: ${within} the objective of ${humanTime(settings.objective)}.`,
  ].join(' ');
}
