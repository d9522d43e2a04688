import type { GitRef } from '../git/git.ts';
import { ZERO } from '../git/git.ts';
import { refuseUpdate } from '../git/protect.ts';
import { announceUpdates } from '../git/update-refs.ts';
import type { Repository, State } from '../state.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf } from '../view/repository.ts';
import { created, list, noContent, ok } from './answer.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { notFound, RestError } from './rest-error.ts';

export const refOperations: Operations = {
  'git/get-ref': operation('contents:read', async (call) => {
    const ref = await call.repository.git.ref(fullName(call));
    if (!ref) throw notFound();
    return ok(refView(call.state, call.repository, ref));
  }),

  'git/list-matching-refs': operation('contents:read', async (call) => {
    const { state, repository } = call;
    // git matches whole segments, GitHub any beginning.
    const prefix = fullName(call);
    const refs = (await repository.git.refs('refs/')).filter(({ name }) => name.startsWith(prefix));
    return list(refs, (ref) => refView(state, repository, ref));
  }),

  'git/create-ref': operation('contents:write', async ({ state, repository, caller, body }) => {
    const [ref, sha] = [body.needText('ref'), body.needText('sha')];
    if (!ref.startsWith('refs/') || !(await repository.git.isRefName(ref))) {
      throw new RestError(422, `${ref} is not a valid ref name.`);
    }
    return repository.exclusive(async () => {
      if (!(await repository.git.objectType(sha)))
        throw new RestError(422, 'Object does not exist');
      if (await repository.git.ref(ref)) throw new RestError(422, 'Reference already exists');
      const update = { ref, before: ZERO, after: sha };
      await change({ state, repository, caller }, update);
      const made = await repository.git.ref(ref);
      if (!made) throw new RestError(422, `${ref} is not a valid ref name.`);
      const view = refView(state, repository, made);
      return created(view, view.url);
    });
  }),

  'git/update-ref': operation('contents:write', async (call) => {
    const { state, repository, caller, body } = call;
    const { git } = repository;
    const after = body.needText('sha');
    return repository.exclusive(async () => {
      const old = await git.ref(fullName(call));
      if (!old) throw new RestError(422, 'Reference does not exist');
      if (!(await git.objectType(after))) throw new RestError(422, 'Object does not exist');
      if (!body.flag('force') && !(await git.isAncestor(old.sha, after))) {
        throw new RestError(422, 'Update is not a fast forward');
      }
      const update = { ref: old.name, before: old.sha, after };
      if (after !== old.sha) await change({ state, repository, caller }, update);
      return ok(refView(state, repository, { ...old, sha: after }));
    });
  }),

  'git/delete-ref': operation('contents:write', async (call) => {
    const { state, repository, caller } = call;
    return repository.exclusive(async () => {
      const old = await repository.git.ref(fullName(call));
      if (!old) throw new RestError(422, 'Reference does not exist');
      if (old.name === `refs/heads/${repository.defaultBranch}`) {
        throw new RestError(422, 'Cannot delete the default branch');
      }
      const update = { ref: old.name, before: old.sha, after: ZERO };
      await change({ state, repository, caller }, update);
      return noContent;
    });
  }),
};

/** `heads/main` of the path as a full ref. */
const fullName = ({ params }: Call): string => `refs/${params.ref ?? ''}`;

/** Sets a ref where its branch's rules admit it; the caller holds the repository's lock. */
export async function change(
  { state, repository, caller }: Pick<Call, 'state' | 'repository' | 'caller'>,
  update: { readonly ref: string; readonly before: string; readonly after: string },
): Promise<void> {
  const refusal = await refuseUpdate(repository, caller, update);
  if (refusal) throw new RestError(refusal.status, refusal.message);
  await repository.git.setRef(update.ref, update.after);
  await announceUpdates(state, repository, caller, [update]);
}

function refView(state: State, repository: Repository, { name, type, sha }: GitRef) {
  const api = apiOf(state, repository);
  return {
    ref: name,
    node_id: nodeId('Ref', `${repository.id}:${name}`),
    url: `${api}/git/${name}`,
    object: { type, sha, url: `${api}/git/${type}s/${sha}` },
  };
}
