import type { Caller, Repository, State } from '../state.ts';
import type { Answer } from './answer.ts';
import type { Fields } from './fields.ts';

/** What a request asks for, after it was found to be one GitHub knows. */
export interface Call {
  readonly state: State;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Fields;
  readonly body: Fields;
  /** The repository of the route; its absence was answered with 404 before. */
  readonly repository: Repository;
}

type Scope =
  | 'actions'
  | 'administration'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'environments'
  | 'issues'
  | 'metadata'
  | 'organization_secrets'
  | 'pull_requests'
  | 'secrets'
  | 'statuses'
  | 'variables';
export type Permission = `${Scope}:${'read' | 'write'}`;

/**
 * What a caller needs: one of these permissions (rest/using-the-rest-api, "Permissions required
 * for GitHub Apps"), to be an App by its JWT, or nothing at all.
 */
export type Need = readonly Permission[] | 'app' | 'anyone';

export interface Operation {
  readonly need: Need;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

/** By GitHub's operation ids: `repos/create-deployment`. */
export type Operations = Readonly<Record<string, Operation>>;

export function operation(
  need: Permission | Need,
  handle: (call: Call) => Answer | Promise<Answer>,
): Operation {
  return {
    need: typeof need === 'string' && need.includes(':') ? [need as Permission] : (need as Need),
    handle,
  };
}
