import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Faults } from './rest/faults.ts';
import type { HttpAnswer, HttpRequest } from './server.ts';

export interface Faulty {
  readonly answer: (
    request: HttpRequest,
    serve: () => Promise<HttpAnswer>,
  ) => Promise<{ readonly answer: HttpAnswer | 'cut'; readonly fault: string | undefined }>;
}

/** Puts faults between the wire and the emulator. */
export function createFaulty(faults: Faults, now: () => Date): Faulty {
  /** The last good answer of each read, for stale ones. */
  const reads = new Map<string, HttpAnswer>();
  return {
    async answer(request, serve) {
      const hits = faults.take(request.method, request.path);
      const fault = hits.map(({ kind }) => kind).join('+') || undefined;
      const is = (kind: Fault['kind']) => hits.find((hit) => hit.kind === kind);
      for (const hit of hits) if (hit.kind === 'slow') await sleep(hit.ms);
      if (hits.some((hit) => hit.kind === 'cut' && hit.when === 'before')) {
        return { answer: 'cut', fault };
      }
      const refused = hits.map((hit) => refusal(hit, now())).find((answer) => answer !== undefined);
      if (refused) return { answer: refused, fault };
      const key = `${request.path}?${request.query} ${request.headers.authorization ?? ''}`;
      const old = is('stale') && request.method === 'GET' ? reads.get(key) : undefined;
      if (old) return { answer: old, fault };
      const answer = await serve();
      if (request.method === 'GET' && answer.status === 200) reads.set(key, answer);
      return { answer: is('cut') ? 'cut' : answer, fault };
    },
  };
}

function refusal(fault: Fault, now: Date): HttpAnswer | undefined {
  const documentation_url =
    'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api';
  switch (fault.kind) {
    case 'status':
      return json(fault.status, { message: 'Server Error' });
    case 'primary-limit': {
      const reset = Math.ceil(now.getTime() / 1000) + fault.resetSeconds;
      const message = 'API rate limit exceeded for installation.';
      return json(
        403,
        { message, documentation_url },
        {
          'x-ratelimit-limit': '1000',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-used': '1000',
          'x-ratelimit-reset': String(reset),
          'x-ratelimit-resource': 'core',
        },
      );
    }
    case 'secondary-limit': {
      const message =
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
      const headers = { 'retry-after': String(fault.retryAfter) };
      return json(fault.status, { message, documentation_url }, headers);
    }
    default:
      return undefined;
  }
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(body) };
}
