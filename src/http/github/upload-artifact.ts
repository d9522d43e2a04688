import { createHash } from 'node:crypto';
import { isMapping, type Values } from '../../domain/deep-merge.ts';
import { ActionError } from '../../errors.ts';
import { type HttpResponse, parseJson, type Send, sendWithRetry } from '../request.ts';

/** Where the runner lets an action put artifacts of its run. */
export interface ArtifactPlace {
  /** ACTIONS_RESULTS_URL */
  readonly url: string;
  /** ACTIONS_RUNTIME_TOKEN: of the job itself, whatever its `permissions:` say. */
  readonly token: string;
}

/** Undefined where the runner offers none: on GHES, and outside a job. */
export function artifactPlace(
  env: Readonly<Record<string, string | undefined>>,
): ArtifactPlace | undefined {
  const { ACTIONS_RESULTS_URL: url = '', ACTIONS_RUNTIME_TOKEN: token = '' } = env;
  return url === '' || token === '' ? undefined : { url, token };
}

const SERVICE = 'twirp/github.actions.results.api.v1.ArtifactService';

/**
 * Puts one small archive as an artifact of the running job: the three requests that
 * `@actions/artifact` makes (upload-artifact v4), which itself is 4 MB in a bundle. GitHub keeps it
 * as long as the repository's settings say (90 days by default).
 * @param archive a zip
 * @throws {ActionError} `github-refused`, `request-failed`
 */
export async function uploadArtifact(
  name: string,
  archive: Buffer,
  place: ArtifactPlace,
  send: Send,
): Promise<void> {
  const ids = backendIds(place.token);
  const call = async (method: string, body: Values): Promise<Values> => {
    const answer = await sendWithRetry(send, {
      url: new URL(`${SERVICE}/${method}`, place.url).href,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${place.token}` },
      body: JSON.stringify({ ...ids, name, ...body }),
    });
    const said = parseJson(answer, 'The artifact service');
    if (answer.status === 200 && isMapping(said) && said.ok === true) return said;
    throw refused(method, answer, isMapping(said) ? String(said.msg ?? '') : '');
  };
  const { signed_upload_url: target } = await call('CreateArtifact', { version: 4 });
  const put = await sendWithRetry(send, {
    url: String(target),
    method: 'PUT',
    headers: {
      'content-type': 'application/zip',
      'x-ms-blob-content-type': 'application/zip',
      'x-ms-blob-type': 'BlockBlob',
    },
    body: archive,
    timeoutMs: 60_000,
  });
  if (put.status !== 201) throw refused('the upload', put, '');
  const digest = createHash('sha256').update(archive).digest('hex');
  await call('FinalizeArtifact', { size: String(archive.length), hash: `sha256:${digest}` });
}

/** Run and job as the service knows them stand in the token: `Actions.Results:<run>:<job>`. */
function backendIds(token: string): Values {
  const [, claims = ''] = token.split('.');
  const { scp = '' } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as {
    scp?: string;
  };
  const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)/.exec(scp) ?? [];
  if (run !== undefined && job !== undefined) {
    return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
  }
  throw new ActionError('github-refused', 'The token of the job is not one for artifacts');
}

const refused = (what: string, { status }: HttpResponse, said: string): ActionError =>
  new ActionError('github-refused', `GitHub refused the artifact (${what}): ${status} ${said}`);
