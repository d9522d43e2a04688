import type { ActionError } from '../../errors.ts';
import type { Send } from '../request.ts';

/** Docker Hub's registry does not live where its name says. */
const HUB_API = 'registry-1.docker.io';

/**
 * Finds the address of a registry, once per host: https, and plain http only on this machine
 * (localhost, 127.0.0.0/8, ::1, as docker does) and only where no TLS is spoken there.
 */
export function createEndpoints(send: Send): (host: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (host) => {
    const found = known.get(host) ?? findEndpoint(send, host === 'docker.io' ? HUB_API : host);
    known.set(host, found);
    found.catch(() => known.delete(host));
    return found;
  };
}

async function findEndpoint(send: Send, host: string): Promise<string> {
  if (!isThisMachine(host)) return `https://${host}`;
  try {
    await send({ url: `https://${host}/v2/` });
  } catch (error) {
    const { cause } = error as ActionError;
    // EPROTO: something that is not TLS answered. A bad certificate is another error.
    if ((cause as NodeJS.ErrnoException | undefined)?.code === 'EPROTO') return `http://${host}`;
    throw error;
  }
  return `https://${host}`;
}

export function isThisMachine(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}
