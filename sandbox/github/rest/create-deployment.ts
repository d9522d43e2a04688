import { contextStates } from '../checks.ts';
import { recordDeployment } from '../deployments.ts';
import { announceUpdates } from '../git/update-refs.ts';
import type { Repository } from '../state.ts';
import { deploymentView } from '../view/deployment.ts';
import { actingApp, actor } from './acting.ts';
import { type Answer, created } from './answer.ts';
import type { Call } from './operation.ts';
import { RestError } from './rest-error.ts';

/** A deployment, unless GitHub first merges the default branch or finds a check that is not good. */
export async function createDeployment(call: Call): Promise<Answer> {
  const { state, repository, caller, body } = call;
  const ref = body.needText('ref');
  const sha = await repository.git.resolve(ref);
  if (!sha) throw new RestError(422, `No ref found for: ${ref}`);
  if (body.flag('auto_merge') ?? true) {
    const merged = await autoMerge(call, ref, sha);
    if (merged) return merged;
  }
  checkContexts(repository, ref, sha, body.texts('required_contexts'));
  const environment = body.text('environment') ?? 'production';
  const deployment = recordDeployment(state, repository, {
    sha,
    ref,
    task: body.text('task') ?? 'deploy',
    payload: body.value('payload') ?? {},
    environment,
    description: body.text('description') ?? null,
    creator: actor(caller),
    app: actingApp(call),
    transient: body.flag('transient_environment') ?? false,
    production: body.flag('production_environment') ?? environment === 'production',
  });
  const view = deploymentView(state, repository, deployment);
  return created(view, view.url);
}

/**
 * `auto_merge`, on unless switched off: a branch that is behind the default branch is brought up to
 * date first, and the answer is 202 without a deployment (docs: rest/deployments/deployments).
 */
async function autoMerge(call: Call, ref: string, sha: string): Promise<Answer | undefined> {
  const { state, repository, caller } = call;
  const { git, defaultBranch } = repository;
  const branch = await git.ref(`refs/heads/${ref}`);
  const main = await git.resolve(`refs/heads/${defaultBranch}`);
  if (!branch || !main || ref === defaultBranch || (await git.isAncestor(main, sha))) {
    return undefined;
  }
  return repository.exclusive(async () => {
    const message = `Merge ${defaultBranch} into ${ref}`;
    const merge = await git.merge({ base: sha, head: main, message, author: actor(caller) });
    if (!merge) throw new RestError(409, `Conflict merging ${defaultBranch} into ${ref}.`);
    await git.setRef(branch.name, merge);
    const update = { ref: branch.name, before: sha, after: merge };
    await announceUpdates(state, repository, caller, [update]);
    const text = `Auto-merged ${defaultBranch} into ${ref} on deployment.`;
    return { status: 202, body: { message: text } };
  });
}

/** Every check and status of the commit, or those named, must have succeeded; `[]` asks for none. */
function checkContexts(
  repository: Repository,
  ref: string,
  sha: string,
  required: readonly string[] | undefined,
): void {
  const states = contextStates(repository, sha);
  const wanted = required ?? [...states.keys()];
  if (wanted.every((context) => states.get(context) === 'success')) return;
  const contexts = wanted.map((context) => ({ context, state: states.get(context) ?? 'missing' }));
  throw new RestError(409, `Conflict: Commit status checks failed for ${ref}.`, [
    {
      resource: 'Deployment',
      field: 'required_contexts',
      code: 'invalid',
      message: JSON.stringify(contexts),
    },
  ]);
}
