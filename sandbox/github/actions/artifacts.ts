import { randomBytes } from 'node:crypto';
import { isRecord } from '../rest/fields.ts';
import type { Artifact, Repository, State } from '../state.ts';

/**
 * The artifact service (version 4) as `@actions/artifact` speaks it: Twirp calls with JSON, then
 * block uploads as to Azure's blob storage.
 */
export interface ArtifactService {
  readonly environment: (
    repository: Repository,
    runId: number,
    jobId: string,
  ) => Record<string, string>;
  /** Answers a call; undefined for a method that does not exist. */
  readonly call: (method: string, authorization: string, body: unknown) => TwirpAnswer | undefined;
  readonly putBlob: (
    path: string,
    query: URLSearchParams,
    content: Buffer,
    type: string,
  ) => boolean;
  readonly getBlob: (path: string) => Artifact | undefined;
}

export interface TwirpAnswer {
  readonly status: number;
  readonly body: unknown;
}

export const TWIRP = '/twirp/github.actions.results.api.v1.ArtifactService/';
const DAY = 86_400_000;

/** Where an artifact's content lies; the address is its own permission, as a signed URL is. */
export function blobAddress(state: State, artifact: Artifact): string {
  return `${state.url}/_blobs/${artifact.key}`;
}

export function openArtifactService(state: State): ArtifactService {
  const tokens = new Map<string, Repository>();
  const find = (path: string): Artifact | undefined =>
    [...state.repositories.values()]
      .flatMap(({ artifacts }) => artifacts)
      .find(({ key }) => path === `/_blobs/${key}`);
  return {
    environment(repository, runId, jobId) {
      const token = runtimeToken(runId, jobId);
      tokens.set(token, repository);
      return { ACTIONS_RESULTS_URL: `${state.url}/`, ACTIONS_RUNTIME_TOKEN: token };
    },
    call(method, authorization, body) {
      const repository = tokens.get(authorization.replace(/^bearer /i, ''));
      if (!repository)
        return { status: 401, body: { code: 'unauthenticated', msg: 'invalid token' } };
      const answer = METHODS[method];
      return answer?.(state, repository, isRecord(body) ? body : {});
    },
    putBlob(path, query, content, type) {
      const artifact = find(path);
      if (!artifact || artifact.finished) return false;
      const block = query.get('blockid');
      if (query.get('comp') === 'block' && block) artifact.blocks.set(block, content);
      else if (query.get('comp') === 'blocklist') artifact.content = joinBlocks(artifact, content);
      else artifact.content = content;
      artifact.contentType = query.get('comp') === 'block' ? artifact.contentType : type;
      return true;
    },
    getBlob: find,
  };
}

/** The client reads run and job out of the token's `scp` claim; it does not check a signature. */
function runtimeToken(runId: number, jobId: string): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    scp: `Actions.Results:${runId}:${jobId}`,
    nonce: randomBytes(9).toString('hex'),
  };
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${randomBytes(16).toString('base64url')}`;
}

function joinBlocks({ blocks }: Artifact, listing: Buffer): Buffer {
  const names = [...listing.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)];
  return Buffer.concat(names.map(([, name = '']) => blocks.get(name) ?? Buffer.alloc(0)));
}

type Method = (
  state: State,
  repository: Repository,
  body: Readonly<Record<string, unknown>>,
) => TwirpAnswer;

const ok = (body: unknown): TwirpAnswer => ({ status: 200, body });
const refuse = (status: number, code: string, msg: string): TwirpAnswer => ({
  status,
  body: { code, msg },
});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const METHODS: Readonly<Record<string, Method>> = {
  CreateArtifact(state, repository, body) {
    const name = text(body.name);
    const runId = Number(body.workflow_run_backend_id);
    if (repository.artifacts.some((one) => one.name === name && one.runId === runId)) {
      const message = `an artifact with this name already exists on the workflow run`;
      return refuse(409, 'already_exists', message);
    }
    const now = state.now();
    const given = Date.parse(text(body.expires_at));
    const artifact: Artifact = {
      id: state.nextId(),
      key: randomBytes(12).toString('hex'),
      runId,
      jobId: text(body.workflow_job_run_backend_id),
      name,
      createdAt: now,
      expiresAt: new Date(Number.isNaN(given) ? now.getTime() + 90 * DAY : given),
      contentType: 'application/zip',
      blocks: new Map(),
      content: Buffer.alloc(0),
      digest: undefined,
      finished: false,
    };
    repository.artifacts.push(artifact);
    return ok({ ok: true, signed_upload_url: blobAddress(state, artifact) });
  },

  FinalizeArtifact(state, repository, body) {
    const runId = Number(body.workflow_run_backend_id);
    const artifact = repository.artifacts.find(
      (one) => one.name === body.name && one.runId === runId && !one.finished,
    );
    if (!artifact) return refuse(404, 'not_found', 'artifact not found');
    if (Number(body.size) !== artifact.content.length) {
      return refuse(400, 'invalid_argument', 'size is not what was uploaded');
    }
    artifact.finished = true;
    artifact.blocks.clear();
    artifact.digest = wrapped(body.hash);
    const { name, content } = artifact;
    const about = { runId, name, size: content.length };
    state.events.add({ kind: 'artifact', repository: repository.fullName, ...about });
    return ok({ ok: true, artifact_id: String(artifact.id) });
  },

  ListArtifacts(_state, repository, body) {
    const runId = Number(body.workflow_run_backend_id);
    const [name, id] = [wrapped(body.name_filter), wrapped(body.id_filter)];
    const found = repository.artifacts.filter(
      (one) =>
        one.finished &&
        one.runId === runId &&
        (name === undefined || one.name === name) &&
        (id === undefined || String(one.id) === id),
    );
    return ok({
      artifacts: found.map((one) => ({
        workflow_run_backend_id: String(one.runId),
        workflow_job_run_backend_id: one.jobId,
        database_id: String(one.id),
        name: one.name,
        size: String(one.content.length),
        created_at: one.createdAt.toISOString(),
        ...(one.digest === undefined ? {} : { digest: one.digest }),
      })),
    });
  },

  GetSignedArtifactURL(state, repository, body) {
    const runId = Number(body.workflow_run_backend_id);
    const found = repository.artifacts.find(
      (one) => one.finished && one.runId === runId && one.name === body.name,
    );
    if (!found) return refuse(404, 'not_found', 'artifact not found');
    return ok({ signed_url: blobAddress(state, found) });
  },

  DeleteArtifact(_state, repository, body) {
    const runId = Number(body.workflow_run_backend_id);
    const { artifacts } = repository;
    const at = artifacts.findIndex((one) => one.runId === runId && one.name === body.name);
    const [gone] = at < 0 ? [] : artifacts.splice(at, 1);
    if (!gone) return refuse(404, 'not_found', 'artifact not found');
    return ok({ ok: true, artifact_id: String(gone.id) });
  },
};

/** A protobuf StringValue: the text itself or `{value}` in JSON. */
function wrapped(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return isRecord(value) && typeof value.value === 'string' ? value.value : undefined;
}
