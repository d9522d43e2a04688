import type { LiveObjects } from '../cluster/live-objects.ts';
import type { Plan } from '../domain/assessment.ts';
import { diffValues } from '../domain/diff-values.ts';
import { findObject, type KubeObject, objectName, workloads } from '../domain/manifest.ts';
import { hasTemplateOf, templateOf } from '../domain/pod-group.ts';
import type { World } from '../domain/world.ts';
import { RolloutError } from './rollout-error.ts';

export interface OwnPorts {
  readonly objects: Pick<LiveObjects, 'read' | 'dryRun'>;
}

/** So many fields are named. */
const NAMED = 3;

/**
 * Makes sure that what is there is what helm applied: somebody may undo, change or delete a
 * workload while it rolls out, and pods that are ready with the wrong template are ready, too.
 * Asks the cluster only where a live template lacks something of the manifest's; an admission
 * webhook may have rewritten it, which a dry run of the same apply does again.
 * @throws {RolloutError} `changed-by-others`; what cannot be asked is believed
 */
export async function requireOwn(
  { manifest, namespace }: Pick<Plan, 'manifest' | 'namespace'>,
  world: World,
  ports: OwnPorts,
): Promise<void> {
  for (const ref of workloads(manifest, namespace)) {
    const wanted = findObject(manifest, ref, namespace);
    const seen = findObject(world.all(ref.kind), ref, namespace);
    if (wanted === undefined || (seen && hasTemplateOf(wanted, seen))) continue;
    const message = await changeOf(wanted, ports).catch(() => undefined);
    if (message === undefined) continue;
    const object = objectName(wanted);
    throw new RolloutError({
      ...{ code: 'changed-by-others', workload: object, object, namespace: ref.namespace },
      container: '',
      ...{ message, log: [] },
      hint: `Somebody else worked on ${object} at the same time (kubectl, another tool, an operator). Run this job again when nobody does: \`kubectl -n ${ref.namespace} get ${object.toLowerCase()} -o yaml --show-managed-fields\` tells who set what.`,
    });
  }
}

/** @returns undefined where it is as helm would make it */
async function changeOf(wanted: KubeObject, { objects }: OwnPorts): Promise<string | undefined> {
  const live = await objects.read(wanted);
  if (live === undefined) return 'it was deleted while it rolled out';
  const [run] = await objects.dryRun([wanted]);
  if (!run?.result) return undefined;
  const changes = diffValues(templateOf(live), templateOf(run.result), 'spec.template');
  if (changes.length === 0) return undefined;
  const taken = run.findings
    .filter(({ kind, field }) => kind === 'conflict' && field.startsWith('spec.template'))
    .map(({ field, manager }) => `${field} (by ${manager})`);
  const fields = taken.length > 0 ? taken : changes.map(({ path }) => path);
  const more = fields.length > NAMED ? ` and ${fields.length - NAMED} more` : '';
  return `its pod template was changed while it rolled out: ${fields.slice(0, NAMED).join(', ')}${more}`;
}
