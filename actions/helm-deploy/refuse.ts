import type { CheckFinding } from '../../src/domain/check-finding.ts';
import { createRedactor } from '../../src/domain/redact.ts';
import { type CheckProblem, ChecksError } from '../../src/errors.ts';
import type { Chart } from './chart.ts';
import { ownSecrets } from './own-secrets.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/**
 * Ends the run where a check says no; what only may go wrong, and what nobody could say, is told.
 * @param own the images that this deploy brings: of others a registry often tells strangers nothing
 * @throws {ChecksError} with everything at once
 */
export function refuse(
  findings: readonly CheckFinding[],
  { images: own, secrets }: Pick<Chart, 'images' | 'secrets'>,
  settings: HelmDeploySettings,
  ports: Pick<HelmDeployPorts, 'info' | 'warn'>,
): void {
  const redact = createRedactor(ownSecrets(settings, { secrets }));
  const told = findings.map((finding) => ({ finding, problem: problemOf(finding, redact) }));
  const isOurs = ({ check, message }: CheckFinding): boolean =>
    check !== 'images' || own.some(({ repository }) => message.includes(repository));
  const refused = told.filter(
    ({ finding }) =>
      finding.outcome === 'refused' ||
      (settings.strictChecks && finding.outcome === 'not-checked' && isOurs(finding)),
  );
  if (refused.length > 0) throw new ChecksError(refused.map(({ problem }) => problem));
  const open: string[] = [];
  for (const { finding, problem } of told) {
    const text = `${problem.title}: ${problem.message}${problem.hint && `\n→ ${problem.hint}`}`;
    if (finding.outcome === 'warning') ports.warn(text);
    else if (isOurs(finding)) open.push(text);
    else ports.info(`Not checked: ${text}`);
  }
  if (open.length > 0) ports.warn(`Not checked:\n${open.join('\n')}`);
}

function problemOf(
  { check, outcome, object, field, message, hint }: CheckFinding,
  redact: (text: string) => string,
): CheckProblem {
  const title = [check, object].filter(Boolean).join(' ');
  const not = outcome === 'not-checked' ? 'could not be checked: ' : '';
  const text = `${field === '' ? '' : `${field}: `}${not}${message}`;
  return { title, message: redact(text), hint: redact(hint) };
}
