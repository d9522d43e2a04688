import type { Account, App, Caller } from '../state.ts';
import type { Call } from './operation.ts';

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
