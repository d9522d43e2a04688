import { eventually } from './eventually.ts';
import type { TestSandbox } from './sandbox.ts';

/**
 * Waits until the API server's authorizer has taken over a role that was just written: it learns of
 * it from a watch, so that a question asked right after may still be answered with no.
 * @param question what the role allows and nothing did before, e.g. `['get', 'secrets']`
 */
export async function untilGranted(
  sandbox: TestSandbox,
  { user, namespace }: { readonly user: string; readonly namespace: string },
  question: readonly string[],
): Promise<void> {
  const ask = ['kubectl', 'auth', 'can-i', '--as', user, '--namespace', namespace, ...question];
  await eventually(async () => {
    // The exit code of a no is 1.
    const answer = await sandbox.run(ask).catch(() => 'no');
    return answer.trim() === 'yes' || undefined;
  });
}
