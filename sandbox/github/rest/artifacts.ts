import { blobAddress } from '../actions/artifacts.ts';
import { findRun } from '../actions/runs.ts';
import type { Artifact, Repository, State } from '../state.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf } from '../view/repository.ts';
import { type Answer, list, noContent, ok } from './answer.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { notFound, RestError } from './rest-error.ts';
import { needRun } from './runs.ts';

export const artifactOperations: Operations = {
  'actions/list-artifacts-for-repo': operation('actions:read', (call) =>
    listArtifacts(call, call.repository.artifacts),
  ),

  'actions/list-workflow-run-artifacts': operation('actions:read', (call) => {
    const { id } = needRun(call.repository, call.params);
    return listArtifacts(
      call,
      call.repository.artifacts.filter(({ runId }) => runId === id),
    );
  }),

  'actions/get-artifact': operation('actions:read', (call) =>
    ok(artifactView(call.state, call.repository, needArtifact(call))),
  ),

  'actions/download-artifact': operation('actions:read', (call) => {
    const artifact = needArtifact(call);
    if (artifact.expiresAt <= call.state.now()) throw new RestError(410, 'Artifact has expired');
    return { status: 302, headers: { location: blobAddress(call.state, artifact) } };
  }),

  'actions/delete-artifact': operation('actions:write', (call) => {
    const { artifacts } = call.repository;
    artifacts.splice(artifacts.indexOf(needArtifact(call)), 1);
    return noContent;
  }),
};

function listArtifacts({ state, repository, query }: Call, artifacts: readonly Artifact[]): Answer {
  const name = query.text('name');
  const found = artifacts.filter(
    (one) => one.finished && (name === undefined || one.name === name),
  );
  return list(
    [...found].reverse(),
    (artifact) => artifactView(state, repository, artifact),
    (page, total_count) => ({ total_count, artifacts: page }),
  );
}

function needArtifact({ repository, params }: Call): Artifact {
  const id = Number(params.artifact_id);
  const found = repository.artifacts.find((artifact) => artifact.id === id && artifact.finished);
  if (!found) throw notFound();
  return found;
}

/** `artifact`. */
function artifactView(state: State, repository: Repository, artifact: Artifact) {
  const { id, name, runId } = artifact;
  const url = `${apiOf(state, repository)}/actions/artifacts/${id}`;
  const run = findRun(repository, runId);
  return {
    id,
    node_id: nodeId('Artifact', id),
    name,
    size_in_bytes: artifact.content.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expiresAt <= state.now(),
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    ...(artifact.digest === undefined ? {} : { digest: artifact.digest }),
    workflow_run: run
      ? {
          id: runId,
          repository_id: repository.id,
          head_repository_id: repository.id,
          head_branch: run.headBranch,
          head_sha: run.headSha,
        }
      : null,
  };
}
