import { ActionError } from '../../errors.ts';
import { sendWithRetry } from '../request.ts';
import type { ApiOptions } from './api.ts';

/** What we keep in artifacts is small; anything larger is not ours. */
const LARGEST = 32 * 1024 * 1024;

/**
 * The archive of an artifact. GitHub answers with the address of its storage, which gets no token:
 * the address is its own permission.
 * @throws {ActionError} `github-refused`, `request-failed`
 */
export async function downloadArtifact(
  id: number,
  { url, token, send, repository }: ApiOptions & { readonly repository: string },
): Promise<Buffer> {
  const answer = await sendWithRetry(send, {
    url: `${url}/repos/${repository}/actions/artifacts/${id}/zip`,
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
  });
  const { location } = answer.headers;
  if (answer.status !== 302 || location === undefined) throw refused(answer.status);
  const file = await sendWithRetry(send, { url: location, maxBytes: LARGEST, timeoutMs: 60_000 });
  if (file.status !== 200) throw refused(file.status);
  return file.body;
}

const refused = (status: number): ActionError =>
  new ActionError('github-refused', `Cannot download an artifact: GitHub said ${status}`, {
    hint: 'Give the job the permission `actions: read`.',
  });
