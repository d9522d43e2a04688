import { join } from 'node:path';
import type { ObjectValue, Value } from '../language/value.ts';
import type { RunContext } from './run-context.ts';

/** The `github` context before a job starts: the run's, also inside called workflows. */
export function githubContext(run: RunContext): ObjectValue {
  const { repository, facts, event, root, settings } = run;
  const server = settings.backend.url;
  return {
    actor: event.actor.login,
    actor_id: String(event.actor.id),
    api_url: server,
    base_ref: event.baseRef,
    event: event.payload,
    event_name: event.name,
    graphql_url: `${server}/graphql`,
    head_ref: event.headRef,
    ref: event.ref,
    ref_name: event.refName,
    ref_protected: false,
    ref_type: event.refType,
    repository: repository.fullName,
    repository_id: String(repository.id),
    repository_owner: repository.owner,
    repository_owner_id: String(repository.ownerId),
    repositoryUrl: `git://${new URL(server).host}/${repository.fullName}.git`,
    retention_days: '90',
    run_attempt: String(facts.attempt),
    run_id: String(facts.id),
    run_number: String(facts.number),
    secret_source: event.fork ? 'None' : 'Actions',
    server_url: server,
    sha: event.sha,
    triggering_actor: event.actor.login,
    workflow: root.workflow.name ?? root.path,
    workflow_ref: `${repository.fullName}/${root.path}@${event.ref}`,
    workflow_sha: root.origin.sha,
  };
}

/** Parts of the context that are also variables. Source: actions/runner, `GitHubContext.cs`. */
const VARIABLES = [
  'action',
  'action_path',
  'action_ref',
  'action_repository',
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'event_name',
  'event_path',
  'graphql_url',
  'head_ref',
  'job',
  'ref',
  'ref_name',
  'ref_protected',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
];

/** `GITHUB_*` of a step. */
export const githubVariables = (github: ObjectValue): Readonly<Record<string, string>> =>
  Object.fromEntries(
    VARIABLES.flatMap((name) => {
      const value: Value | undefined = github[name];
      return value === undefined || value === null
        ? []
        : [[`GITHUB_${name.toUpperCase()}`, String(value)] as const];
    }),
  );

/** The `runner` context of a job whose folders lie below `home`. */
export const runnerContext = (home: string): Readonly<Record<string, string>> => ({
  arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
  environment: 'github-hosted',
  name: 'sandbox',
  os: 'Linux',
  temp: join(home, 'temp'),
  tool_cache: join(home, 'tools'),
});
