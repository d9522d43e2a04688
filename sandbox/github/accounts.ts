import { randomBytes } from 'node:crypto';
import type { Account, Role, State, Team } from './state.ts';

export interface User {
  readonly login: string;
  readonly id: number;
  /** A personal access token with all the user may do. */
  readonly token: string;
}

type Accounts = Pick<State, 'accounts' | 'nextId' | 'now'>;

export function findAccount(state: Pick<State, 'accounts'>, login: string): Account | undefined {
  return state.accounts.get(login.toLowerCase());
}

/** The account; throws when nobody has that login. */
export function needAccount(state: State, login: string): Account {
  const account = findAccount(state, login);
  if (!account) throw new Error(`${login}: no such account; addUser first`);
  return account;
}

function add(
  state: Accounts,
  login: string,
  type: Account['type'],
  role: Role,
  id?: number,
): Account {
  if (findAccount(state, login)) throw new Error(`${login} exists already`);
  const number = id ?? state.nextId();
  const email = `${number}+${login}@users.noreply.github.com`;
  const createdAt = state.now();
  const account: Account = { id: number, login, type, name: login, email, createdAt, role };
  state.accounts.set(login.toLowerCase(), account);
  return account;
}

export const organisation = (state: State, login: string, id?: number): Account =>
  add(state, login, 'Organization', 'none', id);

/** `deployer[bot]`. GitHub's own bot has an id that people know by heart. */
export const bot = (state: Accounts, login: string, id?: number): Account =>
  add(state, login, 'Bot', 'none', id);

/** A person with that role in every repository. */
export function addUser(state: State, login: string, role: Role = 'write'): User {
  const account = add(state, login, 'User', role);
  const token = `ghp_${randomBytes(18).toString('hex')}`;
  state.tokens.set(token, { kind: 'user', account });
  return { login, id: account.id, token };
}

export function addTeam(
  state: State,
  organization: string,
  slug: string,
  members: readonly string[],
): Team {
  if (!findAccount(state, organization)) organisation(state, organization);
  const team = { id: state.nextId(), organization, slug, members };
  state.teams.set(`${organization}/${slug}`.toLowerCase(), team);
  return team;
}

/** The account that acts in GITHUB_TOKEN's name. */
export const ACTIONS_BOT = { login: 'github-actions[bot]', id: 41898282 };

/** The person a commit's e-mail address belongs to. */
export function findAccountByEmail(state: State, email: string): Account | undefined {
  return [...state.accounts.values()].find((account) => account.email === email);
}
