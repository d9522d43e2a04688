import type { Caller, Permissions, Repository } from '../state.ts';
import type { Need, Permission } from './operation.ts';
import { notFound, RestError } from './rest-error.ts';

/** Permissions that read what stays hidden from readers of a public repository. */
const HIDDEN = ['administration', 'environments', 'organization_secrets', 'secrets', 'variables'];

/** `contents=read`, as GitHub tells in X-Accepted-GitHub-Permissions. */
export function acceptedPermissions(need: Need): string | undefined {
  if (typeof need === 'string') return undefined;
  return need.map((permission) => permission.replace(':', '=')).join('; ');
}

const holds = (permissions: Permissions, permission: Permission): boolean => {
  const [scope = '', level] = permission.split(':');
  if (scope === 'metadata') return level === 'read';
  const held = permissions[scope];
  return held === 'write' || (held === 'read' && level === 'read');
};

const reads = (permission: Permission): boolean => permission.endsWith(':read');
const isHidden = (permission: Permission): boolean =>
  HIDDEN.includes(permission.split(':')[0] ?? '');

/** Whether the caller knows that a repository exists; who does not gets 404, never 403. */
export function canSee(caller: Caller, repository: Repository): boolean {
  if (repository.visibility === 'public') return true;
  const fullName = repository.fullName.toLowerCase();
  switch (caller.kind) {
    case 'user':
      return caller.account.role !== 'none';
    case 'job':
      return caller.repository.toLowerCase() === fullName;
    case 'installation':
      return isInstalledOn(caller, repository);
    default:
      return false;
  }
}

export function isInstalledOn(
  caller: Extract<Caller, { kind: 'installation' }>,
  { owner, fullName }: Repository,
): boolean {
  if (caller.app.owner.login.toLowerCase() !== owner.toLowerCase()) return false;
  return caller.repositories?.includes(fullName.toLowerCase()) ?? true;
}

/** Throws GitHub's refusal when the caller lacks what an operation needs. */
export function checkAccess(caller: Caller, need: Need, repository: Repository | undefined): void {
  if (need === 'anyone') return;
  if (need === 'app') {
    if (caller.kind === 'app') return;
    throw new RestError(401, 'A JSON web token could not be decoded');
  }
  if (caller.kind === 'app') {
    throw new RestError(403, 'Resource not accessible by integration');
  }
  if (repository && !canSee(caller, repository)) throw notFound();
  const openToReaders = need.some((one) => reads(one) && !isHidden(one));
  if (openToReaders && repository?.visibility === 'public') return;
  if (caller.kind === 'anonymous') throw new RestError(401, 'Requires authentication');
  if (caller.kind === 'user') {
    checkUser(caller.account.role, need);
    return;
  }
  const own =
    repository === undefined ||
    (caller.kind === 'job'
      ? caller.repository.toLowerCase() === repository.fullName.toLowerCase()
      : isInstalledOn(caller, repository));
  if (own && need.some((one) => holds(caller.permissions, one))) return;
  throw new RestError(403, 'Resource not accessible by integration');
}

function checkUser(role: string, need: readonly Permission[]): void {
  if (need.every((one) => one === 'checks:write')) {
    throw new RestError(403, 'You must authenticate via a GitHub App.');
  }
  if (role === 'admin') return;
  if (need.some((one) => one.startsWith('administration') || one === 'environments:write')) {
    throw new RestError(403, 'Must have admin rights to Repository.');
  }
  // Who may read may also open, review and comment (docs: repository-roles-for-an-organization).
  const talks = need.every((one) => one.startsWith('pull_requests:') || one.startsWith('issues:'));
  if (role === 'write' || talks || need.some((one) => reads(one) && !isHidden(one))) return;
  throw new RestError(403, 'Must have admin rights to Repository.');
}
