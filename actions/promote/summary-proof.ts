import type { E2eAttempt, ProbeEvidence } from '../../src/domain/evidence.ts';
import { humanTime } from '../../src/domain/human-time.ts';
import { shortDigest, table } from '../../src/report/markdown.ts';
import type { Proven } from './prove-bundle.ts';
import type { PromoteSettings } from './settings.ts';

/** What was seen: reasons, every attempt of E2E with its failed specs, each probe's history. */
export function proofSummary(
  settings: PromoteSettings,
  { proof, judgement, bundle }: Proven,
): string[] {
  const { evidence, revision, images } = proof;
  return [
    `Revision ${revision ?? 'unknown'} of ${settings.release} in ${settings.namespace}, commit \`${bundle.commit.slice(0, 8)}\`.`,
    '',
    table(
      ['Reason', 'Counts as', ''],
      judgement.reasons.map((reason) => [`\`${reason.code}\``, reason.verdict, reason.message]),
    ),
    table(
      ['E2E', 'Result', 'Specs', 'Time'],
      evidence.e2e.map((attempt, index) => [
        `attempt ${index + 1}`,
        endOf(attempt),
        specs(attempt),
        humanTime(attempt.ms),
      ]),
    ),
    ...evidence.e2e.flatMap(failedSpecs),
    table(
      ['Probe', 'Good', 'History', 'Last answer'],
      evidence.probes.map((probe) => [
        `\`${probe.name}\``,
        `${probe.ticks.filter((tick) => tick.result === 'good').length} of ${probe.ticks.length}`,
        history(probe),
        probe.ticks.at(-1)?.message ?? '',
      ]),
    ),
    table(
      ['Runs', 'Container', 'Digest', 'Ready'],
      images.map((image) => [
        image.workload,
        image.container,
        image.digest === '' ? 'by tag' : `\`${shortDigest(image.digest)}\``,
        `${image.ready}/${image.desired}`,
      ]),
    ),
  ];
}

function endOf({ ended, code, report }: E2eAttempt): string {
  if (report && 'problem' in report) return report.message;
  return ended === 'exit' ? `exit code ${code}` : ended;
}

function specs({ report }: E2eAttempt): string {
  if (report === undefined || 'problem' in report) return 'no report';
  const skipped = report.skipped > 0 ? `, ${report.skipped} skipped` : '';
  return `${report.passed} passed, ${report.failed.length} failed${skipped}`;
}

/** In summaries a flood of failures is cut: the first ones tell. */
const SHOWN_SPECS = 20;

function failedSpecs({ report, lastLines, ended, code }: E2eAttempt, index: number): string[] {
  const failed = report && 'failed' in report ? report.failed : [];
  const rows = failed.slice(0, SHOWN_SPECS).map((spec) => [spec.name, spec.message.slice(0, 300)]);
  const more = failed.length - rows.length;
  const bad = failed.length > 0 || ended !== 'exit' || code !== 0;
  if (!bad) return [];
  return [
    table([`Failed in attempt ${index + 1}`, 'Message'], rows),
    ...(more > 0 ? [`… and ${more} more.`, ''] : []),
    `<details><summary>Last lines of attempt ${index + 1}</summary>\n`,
    '```text',
    ...lastLines.map((line) => line.replaceAll('```', "'''")),
    '```',
    '</details>',
    '',
  ];
}

const LETTER = { good: '·', bad: '✗', error: '?' } as const;

/** One sign a tick, the newest at the end. */
const history = ({ ticks }: ProbeEvidence): string =>
  `${ticks.length > 60 ? '…' : ''}${ticks
    .slice(-60)
    .map((tick) => LETTER[tick.result])
    .join('')}`;
