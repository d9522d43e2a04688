import type { Account, App, Caller, Repository, State } from '../state.ts';
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

export interface Answer {
  readonly status: number;
  /** JSON; nothing is sent when absent. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** A list that is cut into pages before it is rendered. */
  readonly list?: List;
}

interface List {
  readonly total: number;
  readonly render: (start: number, end: number) => Promise<readonly unknown[]>;
  /** `{total_count, runs: […]}` where GitHub wraps the page. */
  readonly wrap?: (page: readonly unknown[], total: number) => unknown;
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

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown, location?: string): Answer => ({
  status: 201,
  body,
  ...(location === undefined ? {} : { headers: { location } }),
});
export const accepted = (body: unknown = {}): Answer => ({ status: 202, body });
export const noContent: Answer = { status: 204 };

/** A page of `items`, rendered one by one. */
export function list<Item>(
  items: readonly Item[],
  render: (item: Item) => unknown,
  wrap?: (page: readonly unknown[], total: number) => unknown,
): Answer {
  return {
    status: 200,
    list: {
      total: items.length,
      render: (start, end) =>
        Promise.all(items.slice(start, end).map(async (item) => render(item))),
      ...(wrap === undefined ? {} : { wrap }),
    },
  };
}

/** The account behind a caller that may change things; anonymous callers never get this far. */
export function actor(caller: Caller): Account {
  if (caller.kind === 'anonymous' || caller.kind === 'app') {
    throw new Error(`${caller.kind} has no account: its operation lacks a permission`);
  }
  return caller.account;
}

/** The App that acts, for `performed_via_github_app`. */
export function actingApp({ state, caller }: Pick<Call, 'state' | 'caller'>): App | undefined {
  if (caller.kind === 'job') return state.actionsApp;
  return caller.kind === 'installation' ? caller.app : undefined;
}
