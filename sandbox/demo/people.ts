import type { User } from '../github/accounts.ts';
import type { WorkflowRun } from '../runner/result.ts';
import type { Stage } from '../stage/stage.ts';
import { REPOSITORY, ROLLBACK, type Scene } from './scene.ts';

/** Shows what the approver sees, then approves as bob. */
export async function approve({ stage, bob, ports }: Scene, runId: number): Promise<void> {
  const path = `/repos/${REPOSITORY}/actions/runs/${runId}/pending_deployments`;
  for (const end = Date.now() + 120_000; Date.now() < end; ) {
    const pending = (await api(stage, bob, 'GET', path)) as {
      environment: { id: number; name: string };
    }[];
    if (pending.length > 0) {
      const names = pending.map(({ environment }) => environment.name).join(', ');
      await ports.confirm(`bob approves ${names}`);
      const environment_ids = pending.map(({ environment }) => environment.id);
      await api(stage, bob, 'POST', path, {
        environment_ids,
        state: 'approved',
        comment: 'looks good',
      });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`run ${runId} does not wait for an approval`);
}

/** The button "Run workflow" on main. */
export async function dispatch(
  { stage }: Scene,
  user: User,
  workflow: string,
  inputs: object = {},
): Promise<void> {
  const file = workflow.replace('.github/workflows/', '');
  const path = `/repos/${REPOSITORY}/actions/workflows/${file}/dispatches`;
  await api(stage, user, 'POST', path, { ref: 'main', inputs });
}

export async function dispatchRollback(
  scene: Scene,
  mode: 'apply' | 'lift',
  reason: string,
): Promise<WorkflowRun> {
  await dispatch(scene, scene.bob, ROLLBACK, { environment: 'production', mode, reason });
  return (await scene.stage.nextRun(ROLLBACK)).done;
}

export async function headOfMain({ stage, bob }: Scene): Promise<string> {
  const ref = await api(stage, bob, 'GET', `/repos/${REPOSITORY}/git/ref/heads/main`);
  return (ref as { object: { sha: string } }).object.sha;
}

async function api(
  stage: Stage,
  user: User,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${stage.github.url}${path}`, {
    method,
    headers: {
      authorization: `token ${user.token}`,
      accept: 'application/vnd.github+json',
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
