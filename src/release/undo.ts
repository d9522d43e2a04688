import { nextNumber } from '../domain/history.ts';
import type { RunningImage } from '../domain/identity.ts';
import { ActionError, describeError } from '../errors.ts';
import type { Helm } from '../tools/helm.ts';
import { type VerifyPorts, verifyRelease } from './verify.ts';

export interface UndoInput {
  readonly release: string;
  readonly namespace: string;
  /** The revision that was live before. */
  readonly target: number;
  readonly historyMax: number;
  /** When to stop waiting for its pods, on the clock of `elapsed`. */
  readonly deadline: number;
}

/**
 * Goes back to the revision that was live before, and proves that it serves again.
 * @returns what runs now
 * @throws {ActionError} `undo-failed`, with the commands for a person
 */
export async function undoRelease(
  input: UndoInput,
  ports: VerifyPorts & Pick<Helm, 'rollback'>,
): Promise<readonly RunningImage[]> {
  try {
    const expected = nextNumber(await ports.history());
    await ports.rollback(input.target, input.historyMax);
    return await verifyRelease({ ...input, expected, asked: [] }, ports);
  } catch (cause) {
    const where = `--namespace ${input.namespace}`;
    throw new ActionError(
      'undo-failed',
      `Going back to revision ${input.target} did not succeed: ${describeError(cause)}`,
      {
        hint: `By hand: helm history ${input.release} ${where}; helm rollback ${input.release} ${input.target} ${where}; kubectl get pods ${where}`,
      },
    );
  }
}
