import { cause } from '../../src/report/cause.ts';
import { shortDigest, table } from '../../src/report/markdown.ts';
import { timingDetails } from '../../src/report/timing-details.ts';
import type { HelmDeployResult } from './helm-deploy.ts';
import type { HelmDeploySettings } from './settings.ts';

const SIGN = { deployed: '✅', 'rolled-back': '↩️', failed: '❌', refused: '⛔' } as const;

/** The job summary: one screen that a reviewer can decide from. */
export function summaryOf(settings: HelmDeploySettings, result: HelmDeployResult): string {
  const { status, images, timings } = result;
  return [
    `## ${SIGN[status]} ${settings.release} in ${settings.namespace}: ${status}`,
    '',
    revisionLine(result),
    ...(result.bundle
      ? [`Bundle \`${result.bundle.id}\` of commit ${result.bundle.commit.slice(0, 12)}.`]
      : []),
    ...cause(result.failure),
    '',
    table(
      ['Workload', 'Container', 'Image', 'Digest', 'Ready'],
      images.map((image) => [
        image.workload,
        image.container,
        image.image.replace(/@sha256:.*$/, ''),
        image.digest === '' ? 'by tag, not proven' : `\`${shortDigest(image.digest)}\``,
        image.rolls ? `${image.ready}/${image.desired}` : 'does not roll by itself',
      ]),
    ),
    ...timingDetails(timings),
    result.identity && `On the cluster we are \`${result.identity}\`.`,
    '',
  ].join('\n');
}

function revisionLine({ status, revision, previousRevision }: HelmDeployResult): string {
  if (status === 'refused') return 'Nothing was changed in the cluster.';
  if (status === 'rolled-back') {
    return `Revision ${revision} failed; revision ${previousRevision} serves again.`;
  }
  return previousRevision === undefined
    ? `First install, revision ${revision}.`
    : `Revision ${previousRevision} → ${revision}.`;
}
