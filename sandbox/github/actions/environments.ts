import { noValues } from '../repositories.ts';
import type { BranchPolicy, Environment, Repository, Reviewer, State } from '../state.ts';

export interface EnvironmentSettings {
  /** `alice` is a user, `acme/deployers` a team. At most six, as on GitHub. */
  readonly reviewers?: readonly string[];
  readonly preventSelfReview?: boolean;
  readonly waitMinutes?: number;
  /** Every branch and tag, protected branches, or patterns. */
  readonly branches?: 'all' | 'protected' | readonly string[];
  /** Patterns of tags; they count where `branches` are patterns. */
  readonly tags?: readonly string[];
}

export function findEnvironment(
  { environments }: Repository,
  name: string,
): Environment | undefined {
  return environments.get(name.toLowerCase());
}

/** The environment; when missing it is created without any rule, as GitHub silently does. */
export function openEnvironment(state: State, repository: Repository, name: string): Environment {
  const known = findEnvironment(repository, name);
  if (known) return known;
  const now = state.now();
  const environment: Environment = {
    id: state.nextId(),
    name,
    createdAt: now,
    updatedAt: now,
    waitMinutes: 0,
    reviewers: [],
    preventSelfReview: false,
    branches: 'all',
    policies: [],
    values: noValues(),
    ruleIds: { wait: state.nextId(), reviewers: state.nextId(), branches: state.nextId() },
  };
  repository.environments.set(name.toLowerCase(), environment);
  const { fullName } = repository;
  state.events.add({ kind: 'environment-created', repository: fullName, environment: name });
  return environment;
}

/** Creates or changes an environment; what is not named stays as it was. */
export function setEnvironment(
  state: State,
  repository: Repository,
  name: string,
  settings: EnvironmentSettings,
): Environment {
  const environment = openEnvironment(state, repository, name);
  const { reviewers, preventSelfReview, waitMinutes, branches, tags = [] } = settings;
  if (reviewers) environment.reviewers = reviewers.map((one) => reviewer(state, one));
  if (preventSelfReview !== undefined) environment.preventSelfReview = preventSelfReview;
  if (waitMinutes !== undefined) environment.waitMinutes = waitMinutes;
  if (branches !== undefined) {
    environment.branches = typeof branches === 'string' ? branches : 'custom';
    const patterns = typeof branches === 'string' ? [] : branches;
    environment.policies.splice(
      0,
      Number.POSITIVE_INFINITY,
      ...patterns.map((pattern) => policy(state, pattern, 'branch')),
      ...tags.map((pattern) => policy(state, pattern, 'tag')),
    );
  }
  environment.updatedAt = state.now();
  return environment;
}

export const policy = (
  state: State,
  pattern: string,
  type: BranchPolicy['type'],
): BranchPolicy => ({
  id: state.nextId(),
  pattern,
  type,
});

function reviewer(state: State, name: string): Reviewer {
  const isTeam = name.includes('/');
  const known = isTeam
    ? state.teams.has(name.toLowerCase())
    : state.accounts.has(name.toLowerCase());
  if (!known) throw new Error(`${name}: no such reviewer; ${isTeam ? 'addTeam' : 'addUser'} first`);
  return { type: isTeam ? 'Team' : 'User', name };
}
