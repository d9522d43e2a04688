import { mapTexts } from '../../src/domain/bounded.ts';
import { ChecksError } from '../../src/errors.ts';
import type { Rolling } from '../../src/release/observe.ts';
import { cause } from '../../src/report/cause.ts';
import { checksBlock } from '../../src/report/checks-block.ts';
import { diagnosisBlock } from '../../src/report/diagnosis-block.ts';
import { diffBlock } from '../../src/report/diff-block.ts';
import { hooksBlock } from '../../src/report/hooks-block.ts';
import { code, prose } from '../../src/report/markdown.ts';
import { timelineBlock } from '../../src/report/timeline-block.ts';
import { timingDetails } from '../../src/report/timing-details.ts';
import { workloadsBlock } from '../../src/report/workloads-block.ts';
import type { Aftermath } from './after-cancel.ts';
import type { HelmDeployResult } from './course.ts';
import type { HelmDeploySettings } from './settings.ts';
import { planSummary } from './summary-plan.ts';

const SIGN = {
  deployed: '✅',
  unchanged: '➖',
  planned: '📝',
  'rolled-back': '↩️',
  failed: '❌',
  refused: '⛔',
} as const;

/** The job summary: one screen that a reviewer can decide from. */
export function summaryOf(settings: HelmDeploySettings, result: HelmDeployResult): string {
  if (result.offline) return planSummary(settings, result);
  const { status, images, testimony, spans, timings } = result;
  const seenLast = testimony?.observation?.assessment();
  const assessment = seenLast && testimony && mapTexts(seenLast, testimony.redact);
  const seen = testimony?.observation?.rolling() ?? new Map<string, Rolling>();
  // After an undo the table shows what runs again, which was ready all the time.
  const rolling = status === 'rolled-back' ? new Map<string, Rolling>() : seen;
  return [
    `## ${SIGN[status]} ${settings.release} in ${settings.namespace}: ${status}`,
    '',
    revisionLine(result),
    ...(result.bundle
      ? [`Bundle \`${result.bundle.id}\` of commit ${result.bundle.commit.slice(0, 12)}.`]
      : []),
    ...(result.url ? [`Open: ${code(result.url)}`] : []),
    ...causes(result),
    '',
    ...workloadsBlock(images, assessment?.workloads ?? [], rolling),
    ...hooksBlock(assessment?.jobs ?? [], testimony?.logs ?? []),
    ...diffBlock(result.difference?.changes),
    ...timelineBlock(spans, seen),
    ...timingDetails(timings),
    ...evidenceLines(testimony?.evidence ?? ''),
    result.identity && `On the cluster we are ${code(result.identity)}.`,
    '',
  ].join('\n');
}

const evidenceLines = (path: string): readonly string[] =>
  path === ''
    ? []
    : [
        `Evidence: ${code(path)} on the runner until the job ends; keep it with actions/upload-artifact (output \`evidence\`).`,
        '',
      ];

/** What the cluster told about the first failure, and whatever failed after it. */
function causes({ failure, testimony }: HelmDeployResult): readonly string[] {
  if (failure instanceof ChecksError) return checksBlock(failure.problems);
  if (!testimony?.diagnosis) return cause(failure);
  const later: readonly unknown[] =
    failure instanceof AggregateError ? failure.errors.slice(1) : [];
  return ['', ...diagnosisBlock(testimony.diagnosis), ...later.flatMap(cause)];
}

function revisionLine({ status, revision, previousRevision }: HelmDeployResult): string {
  if (status === 'refused' || status === 'planned') return 'Nothing was changed in the cluster.';
  if (status === 'unchanged') return `All of it runs already, as revision ${revision}.`;
  if (status === 'rolled-back') {
    return `Revision ${revision} failed; revision ${previousRevision} serves again.`;
  }
  return previousRevision === undefined
    ? `First install, revision ${revision}.`
    : `Revision ${previousRevision} → ${revision}.`;
}

/** What post adds when the run was cancelled in the middle. */
export const aftermathOf = ({ status, said, diagnosis }: Aftermath): string =>
  [
    `### ${status === 'rolled-back' ? '↩️' : '⚠️'} Cancelled`,
    '',
    prose(said),
    '',
    ...(diagnosis ? diagnosisBlock(diagnosis) : []),
  ].join('\n');
