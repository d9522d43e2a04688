import type { LiveObjects } from '../cluster/live-objects.ts';
import { describeFinding, type Finding } from '../domain/dry-run-finding.ts';
import { type KubeObject, objectName } from '../domain/manifest.ts';

export interface ConflictPorts {
  readonly objects: Pick<LiveObjects, 'dryRun'>;
  readonly info: (line: string) => void;
  readonly warn: (text: string) => void;
}

/**
 * Asks the API server what going back to a manifest will run into, and says it.
 * @returns true when others set fields that come back; helm 4 has to be told to overwrite them
 */
export async function sayConflicts(
  manifest: readonly KubeObject[],
  { objects, info, warn }: ConflictPorts,
): Promise<boolean> {
  const findings = (await objects.dryRun(manifest)).flatMap((run) => run.findings);
  const conflicts = findings.filter(({ kind }) => kind === 'conflict');
  for (const { object, field, manager } of conflicts) {
    info(`${objectName(object)} ${field}: changed by ${manager}, the release's value comes back`);
  }
  const unknown = findings.filter(({ kind }) => kind === 'not-checked');
  if (unknown.length > 0) info(`Not checked before going back:\n${list(unknown)}`);
  const problems = findings.filter((one) => !conflicts.includes(one) && !unknown.includes(one));
  if (problems.length > 0) warn(`Going back may not succeed:\n${list(problems)}`);
  return conflicts.length > 0;
}

const list = (findings: readonly Finding[]): string => findings.map(describeFinding).join('\n');
