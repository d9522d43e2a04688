import { ActionError } from '../../errors.ts';

/** Where a redirect leads, and whether the Authorization header may come along. */
export interface Redirect {
  readonly url: string;
  readonly keepCredentials: boolean;
}

/**
 * The rules of a redirect: credentials stay with their origin (registries redirect blobs to
 * storage with a signed address of its own), and https never becomes http.
 * @throws {ActionError} `request-failed`
 */
export function followRedirect(from: string, location: string | undefined): Redirect {
  const here = new URL(from);
  if (!location || !URL.canParse(location, from)) {
    throw refused(here, 'without an address to go to');
  }
  const there = new URL(location, from);
  if (there.protocol !== 'http:' && there.protocol !== 'https:') {
    throw refused(here, `to ${there.protocol}`);
  }
  if (here.protocol === 'https:' && there.protocol === 'http:') {
    throw refused(here, `from https to plain http (${there.host})`);
  }
  // A user in the address would be sent as credentials of its own.
  there.username = '';
  there.password = '';
  return { url: there.href, keepCredentials: there.origin === here.origin };
}

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

const refused = (here: URL, why: string): ActionError =>
  new ActionError('request-failed', `${here.host}${here.pathname} redirects ${why}`, {
    hint: 'A proxy in between may do this; the registry itself should not.',
  });
