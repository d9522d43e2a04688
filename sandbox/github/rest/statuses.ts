import { latestStatuses } from '../checks.ts';
import type { CommitStatus, Repository, State } from '../state.ts';
import { simpleUser } from '../view/account.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf, minimalRepository } from '../view/repository.ts';
import { actor } from './acting.ts';
import { created, list } from './answer.ts';
import { type Operations, operation } from './operation.ts';
import { headSha } from './resolve.ts';
import { RestError } from './rest-error.ts';

export const statusOperations: Operations = {
  'repos/create-commit-status': operation('statuses:write', async (call) => {
    const { state, repository, params, body, caller } = call;
    const sha = params.sha ?? '';
    if ((await repository.git.objectType(sha)) !== 'commit') {
      throw new RestError(422, `No commit found for SHA: ${sha}`);
    }
    const status: CommitStatus = {
      id: state.nextId(),
      sha,
      state: body.needText('state'),
      context: body.text('context') ?? 'default',
      description: body.text('description') ?? null,
      targetUrl: body.text('target_url') ?? null,
      creator: actor(caller),
      createdAt: state.now(),
    };
    repository.statuses.push(status);
    const view = statusView(state, repository, status);
    return created(view, view.url);
  }),

  'repos/list-commit-statuses-for-ref': operation(
    'statuses:read',
    async ({ state, repository, params }) => {
      const sha = await headSha(repository, params.ref ?? '');
      const found = repository.statuses.filter((status) => status.sha === sha).reverse();
      return list(found, (status) => statusView(state, repository, status));
    },
  ),

  'repos/get-combined-status-for-ref': operation(
    'statuses:read',
    async ({ state, repository, params }) => {
      const sha = await headSha(repository, params.ref ?? '');
      const statuses = latestStatuses(repository, sha);
      const api = apiOf(state, repository);
      const combine = (page: readonly unknown[], total_count: number) => ({
        state: combined(statuses),
        statuses: page,
        sha,
        total_count,
        repository: minimalRepository(state, repository),
        commit_url: `${api}/commits/${sha}`,
        url: `${api}/commits/${sha}/status`,
      });
      const view = (status: CommitStatus) => {
        const { creator: _, ...simple } = statusView(state, repository, status);
        return simple;
      };
      return list(statuses, view, combine);
    },
  ),
};

/** `status`. */
function statusView(state: State, repository: Repository, status: CommitStatus) {
  return {
    url: `${apiOf(state, repository)}/statuses/${status.sha}`,
    avatar_url: simpleUser(state, status.creator).avatar_url,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: simpleUser(state, status.creator),
  };
}

/** `failure` when one failed, `pending` when one is missing or there is none, else `success`. */
function combined(statuses: readonly CommitStatus[]): string {
  if (statuses.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  const isDone = statuses.length > 0 && statuses.every(({ state }) => state === 'success');
  return isDone ? 'success' : 'pending';
}
