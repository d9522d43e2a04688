import { LABEL, nextNumber, type Revision } from '../domain/history.ts';
import type { RunningImage } from '../domain/identity.ts';
import { ActionError, describeError } from '../errors.ts';
import type { Helm } from '../tools/helm.ts';
import { type VerifyPorts, verifyRelease } from './verify.ts';

export interface RestoreInput {
  readonly release: string;
  readonly namespace: string;
  /** The revision to go back to. */
  readonly target: Revision;
  readonly historyMax: number;
  /** When to stop waiting for its pods, on the clock of `elapsed`. */
  readonly deadline: number;
}

export interface RestorePorts extends VerifyPorts, Pick<Helm, 'rollback'> {
  readonly label: (revision: number, labels: Readonly<Record<string, string>>) => Promise<void>;
  readonly warn: (text: string) => void;
}

/** What runs again, and as which revision. */
export interface Restored {
  readonly revision: number;
  readonly images: readonly RunningImage[];
}

/**
 * Goes back to an earlier revision, and proves that it serves again. `helm rollback` runs without
 * `--wait`: the watch is ours, and helm would leave the release pending when it is killed.
 * @throws {ActionError} `undo-failed`, with the commands for a person
 */
export async function restoreRevision(input: RestoreInput, ports: RestorePorts): Promise<Restored> {
  const { release, namespace, target, historyMax, deadline } = input;
  try {
    const expected = nextNumber(await ports.history());
    await ports.rollback(target.number, historyMax);
    await relabel(target, expected, ports);
    const images = await verifyRelease({ namespace, expected, asked: [], deadline }, ports);
    return { revision: expected, images };
  } catch (cause) {
    const where = `--namespace ${namespace}`;
    throw new ActionError(
      'undo-failed',
      `Going back to revision ${target.number} did not succeed: ${describeError(cause)}`,
      {
        hint: `By hand: helm history ${release} ${where}; helm rollback ${release} ${target.number} ${where}; kubectl get pods ${where}`,
      },
    );
  }
}

/** Helm copies the target's labels; they count for the new revision once they name it. */
async function relabel(target: Revision, revision: number, ports: RestorePorts): Promise<void> {
  if (Object.keys(target.labels).length === 0) return;
  await ports.label(revision, { [LABEL.forRevision]: String(revision) }).catch((error: unknown) => {
    ports.warn(`The restored revision is not labelled: ${describeError(error)}`);
  });
}
