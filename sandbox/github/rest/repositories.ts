import { findAccount } from '../accounts.ts';
import { simpleUser } from '../view/account.ts';
import { fullRepository } from '../view/repository.ts';
import { actor } from './acting.ts';
import { noContent, ok } from './answer.ts';
import { type Operations, operation } from './operation.ts';
import { notFound, RestError } from './rest-error.ts';

const RIGHTS: Readonly<Record<string, string>> = { admin: 'admin', write: 'write', read: 'read' };

export const repositoryOperations: Operations = {
  'repos/get': operation('metadata:read', ({ state, repository, caller }) => {
    const base = fullRepository(state, repository);
    if (caller.kind !== 'user') return ok(base);
    const { role } = caller.account;
    const [push, admin] = [role !== 'read' && role !== 'none', role === 'admin'];
    const permissions = { admin, maintain: admin, push, triage: push, pull: true };
    return ok({ ...base, permissions });
  }),

  'repos/get-collaborator-permission-level': operation(
    'metadata:read',
    ({ state, params, caller }) => {
      const account = findAccount(state, params.username ?? '');
      if (!account) throw notFound();
      const own = caller.kind === 'installation' && caller.app.bot === account;
      const role = own ? 'write' : (RIGHTS[account.role] ?? 'none');
      const user = simpleUser(state, account);
      return ok({ permission: role, role_name: role, user });
    },
  ),

  'repos/create-dispatch-event': operation(
    'contents:write',
    async ({ state, repository, body, caller }) => {
      const payload = (body.value('client_payload') ?? {}) as Record<string, unknown>;
      if (Object.keys(payload).length > 10) {
        throw new RestError(422, 'No more than 10 properties are allowed; 11 were supplied.');
      }
      const dispatch = {
        repository: repository.fullName,
        eventType: body.needText('event_type'),
        payload,
        actor: actor(caller).login,
      };
      for (const listener of state.listeners.repositoryDispatch) listener(dispatch);
      return noContent;
    },
  ),

  'users/get-authenticated': operation(['metadata:read'], ({ state, caller }) => {
    // A GITHUB_TOKEN and an installation are nobody.
    if (caller.kind !== 'user') throw new RestError(403, 'Resource not accessible by integration');
    const { account } = caller;
    return ok(publicUser(simpleUser(state, account), account.createdAt));
  }),

  'users/get-by-username': operation('anyone', ({ state, params }) => {
    const account = findAccount(state, params.username ?? '');
    if (!account) throw notFound();
    return ok(publicUser(simpleUser(state, account), account.createdAt));
  }),
};

/** `public-user`. */
function publicUser(user: ReturnType<typeof simpleUser>, createdAt: Date) {
  return {
    ...user,
    name: user.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: createdAt,
    updated_at: createdAt,
  };
}
