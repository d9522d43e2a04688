import { randomBytes } from 'node:crypto';
import type { ArtifactService } from './actions/artifacts.ts';
import { enterEnvironment, type GateTimes } from './actions/environment-gate.ts';
import { findEnvironment } from './actions/environments.ts';
import { createRun, updateJob, updateRun } from './actions/runs.ts';
import type { ActionsBackend, TokenOwner } from './actions-backend.ts';
import { needRepository } from './repositories.ts';
import type { State, Value } from './state.ts';

/** The engine's side of the emulator. */
export function actionsBackend(
  state: State,
  times: GateTimes,
  artifacts: ArtifactService,
): ActionsBackend {
  return {
    url: state.url,
    repository: (fullName) => needRepository(state, fullName),
    createRun: (run) => createRun(state, run),
    updateRun: (runId, change) => updateRun(state, runId, change),
    updateJob: (runId, job) => updateJob(state, runId, job),
    enterEnvironment: (entry) => enterEnvironment(state, times, entry),
    secrets: (fullName, environment) => values(state, fullName, environment, 'secrets'),
    variables: (fullName, environment) => values(state, fullName, environment, 'variables'),
    mintToken: (owner) => mintToken(state, owner),
    revokeToken: (token) => void state.tokens.delete(token),
    serviceEnvironment(runId, jobId) {
      const repository = [...state.repositories.values()].find(({ runs }) =>
        runs.some(({ id }) => id === runId),
      );
      if (!repository) throw new Error(`no run ${runId}; createRun first`);
      return artifacts.environment(repository, runId, jobId);
    },
    enterConcurrency: (entry) => state.concurrency.enter(entry),
    leaveConcurrency: (entry) => state.concurrency.leave(entry),
  };
}

/** Owner's values, over them the repository's, over them the environment's. */
function values(
  state: State,
  fullName: string,
  environment: string | undefined,
  kind: 'secrets' | 'variables',
): Readonly<Record<string, string>> {
  const repository = needRepository(state, fullName);
  const entered = environment === undefined ? undefined : findEnvironment(repository, environment);
  const layers = [
    state.ownerValues.get(repository.owner.toLowerCase()),
    repository.values,
    entered?.values,
  ];
  const entries = layers.flatMap((layer): [string, Value][] => [...(layer?.[kind] ?? [])]);
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
}

function mintToken(state: State, { repository, runId, permissions }: TokenOwner): string {
  const token = `ghs_${randomBytes(18).toString('hex')}`;
  const { fullName } = needRepository(state, repository);
  const account = state.actionsApp.bot;
  // Workflow files write `pull-requests`, the API calls it `pull_requests`.
  const scopes = Object.entries(permissions).map(([scope, level]) => [
    scope.replaceAll('-', '_'),
    level,
  ]);
  state.tokens.set(token, {
    ...{ kind: 'job', account, repository: fullName, runId },
    permissions: Object.fromEntries(scopes),
  });
  return token;
}
