import { ActionError } from '../../errors.ts';
import type { HttpResponse } from '../request.ts';

/**
 * What a registry's refusal means; 401, 403, 404, 429 and 5xx are different things to a reader.
 * @param what the object and its place, e.g. `manifest ghcr.io/acme/api:v1`
 */
export function registryError(what: string, response: HttpResponse): ActionError {
  const { status } = response;
  const said = `${what}: the registry answered ${status}${saidInBody(response.body)}`;
  if (status === 404) {
    return new ActionError('image-missing', said, { hint: 'Check the name, and who may see it.' });
  }
  if (status === 401) {
    return new ActionError('registry-refused', said, {
      hint: 'The login is missing or not accepted: check registry-username and registry-password, or log in in an earlier step.',
    });
  }
  if (status === 403) {
    return new ActionError('registry-refused', said, {
      hint: 'The login is known but lacks the right; for ghcr.io the job needs "permissions: packages: write" and the package must allow this repository.',
    });
  }
  if (status === 429) {
    return new ActionError('request-failed', `${said} (too many requests)`, {
      hint: `Try again ${retryAfter(response)}; a login often has a higher limit.`,
    });
  }
  const hint = status >= 500 ? { hint: 'The registry is in trouble: try again later.' } : {};
  return new ActionError('request-failed', said, hint);
}

function retryAfter(response: HttpResponse): string {
  const asked = response.headers['retry-after'];
  return asked === undefined ? 'later' : `after ${asked}${/^\d+$/.test(asked) ? ' s' : ''}`;
}

/** Distribution's error body: `{"errors":[{"code","message"}]}`. */
function saidInBody(body: Buffer): string {
  try {
    const { errors } = JSON.parse(body.toString('utf8')) as {
      errors?: { code?: string; message?: string }[];
    };
    const texts = (errors ?? []).map((e) => [e.code, e.message].filter(Boolean).join(' '));
    return texts.length > 0 ? `, ${texts.join('; ')}` : '';
  } catch {
    return '';
  }
}
