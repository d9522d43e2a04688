import type { LiveObjects } from '../cluster/live-objects.ts';
import { lostData } from '../domain/lost-data.ts';
import { type KubeObject, objectName } from '../domain/manifest.ts';
import { RESOURCE_POLICY } from '../domain/removal.ts';
import { ActionError, describeError } from '../errors.ts';

export interface KeepInput {
  /** The manifest that helm compares with: that of the newest revision. */
  readonly from: readonly KubeObject[];
  readonly to: readonly KubeObject[];
  readonly namespace: string;
}

export interface KeepPorts {
  readonly objects: Pick<LiveObjects, 'read' | 'annotate'>;
  readonly info: (line: string) => void;
  readonly warn: (text: string) => void;
}

/**
 * Keeps helm from deleting what holds data and is not where we go: `helm rollback` removes it
 * without a word.
 * @returns what takes our mark off again, for after the rollback
 * @throws {ActionError} `undo-failed` where something cannot be kept
 */
export async function keepData(
  { from, to, namespace }: KeepInput,
  ports: KeepPorts,
): Promise<() => Promise<void>> {
  const lost = lostData(from, to, namespace);
  const marked = (await Promise.all(lost.map((object) => mark(object, namespace, ports)))).flat();
  return async () => {
    await Promise.all(
      marked.map((object) =>
        ports.objects.annotate(object, { [RESOURCE_POLICY]: null }).catch((error: unknown) => {
          ports.warn(
            `${objectName(object)} still says ${RESOURCE_POLICY}: ${describeError(error)}`,
          );
        }),
      ),
    );
  };
}

async function mark(
  object: KubeObject,
  namespace: string,
  { objects, warn }: KeepPorts,
): Promise<readonly KubeObject[]> {
  const name = objectName(object);
  const where = `--namespace ${object.metadata.namespace ?? namespace}`;
  try {
    const live = await objects.read(object);
    if (!live) return [];
    const kept = live.metadata.annotations?.[RESOURCE_POLICY] === 'keep';
    if (!kept) await objects.annotate(object, { [RESOURCE_POLICY]: 'keep' });
    warn(
      `${name} is kept, it may hold data: the revision we go back to has none. Not needed? kubectl delete ${name} ${where}`,
    );
    return kept ? [] : [object];
  } catch (cause) {
    throw new ActionError('undo-failed', `${name} may hold data and cannot be kept`, {
      cause,
      hint: `kubectl annotate ${name} ${RESOURCE_POLICY}=keep ${where}`,
    });
  }
}
