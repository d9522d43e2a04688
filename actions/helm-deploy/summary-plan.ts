import { ChecksError } from '../../src/errors.ts';
import { cause } from '../../src/report/cause.ts';
import { checksBlock } from '../../src/report/checks-block.ts';
import { diffBlock } from '../../src/report/diff-block.ts';
import { code, sentences } from '../../src/report/markdown.ts';
import type { HelmDeployResult } from './course.ts';
import type { HelmDeploySettings } from './settings.ts';

/** A plan as a reviewer of the change reads it: in the comment, and in the job summary. */
export function planSummary(
  { environment, release, namespace }: HelmDeploySettings,
  { failure, offline, difference }: HelmDeployResult,
): string {
  const where = environment === '' ? '' : ` (${code(environment)})`;
  const end = failure === undefined ? '📝 Plan' : '⛔ Refused';
  return [
    `## ${end}: ${code(release)} in ${code(namespace)}${where}`,
    '',
    ...(failure instanceof ChecksError ? checksBlock(failure.problems) : cause(failure)),
    ...(failure === undefined
      ? diffBlock(difference?.changes, ...(offline ? ['No object changes.'] : []))
      : []),
    ...(offline
      ? [sentences(offline.compared), sentences(`Not checked: ${offline.notChecked}.`), '']
      : []),
  ].join('\n');
}
