import type { ProbeTick } from '../domain/evidence.ts';
import { type Probe, problemOf } from '../domain/probe.ts';
import { describeError } from '../errors.ts';
import type { Send } from '../http/request.ts';

/** An answer that takes longer is bad. */
const ANSWER_MS = 5_000;
const LARGEST_ANSWER = 256 * 1024;

/** Failures between us and the service's network: they say nothing about the service. */
const OURS = /ENOTFOUND|EAI_AGAIN|ENETUNREACH|EADDRNOTAVAIL|EMFILE|proxy/i;

/**
 * Asks once. No connection, a reset or no answer in time are bad answers: nobody would be served.
 * A name that cannot be resolved, or a proxy that refuses, is our own failure.
 * @param baseUrl of the environment, for probes that are paths
 * @param at milliseconds since the watch began
 */
export async function ask(
  probe: Probe,
  baseUrl: string,
  at: number,
  send: Send,
): Promise<ProbeTick> {
  try {
    const answer = await send({
      url: new URL(probe.path, baseUrl === '' ? undefined : baseUrl).href,
      // Each answer by a connection of its own, or one pod would answer them all.
      headers: { connection: 'close' },
      timeoutMs: ANSWER_MS,
      maxBytes: LARGEST_ANSWER,
    });
    const given = { status: answer.status, body: answer.body.toString('utf8') };
    const problem = problemOf(probe, given);
    return { at, result: problem ? 'bad' : 'good', message: problem ?? String(answer.status) };
  } catch (error) {
    const message = describeError(error);
    return { at, result: OURS.test(message) ? 'error' : 'bad', message };
  }
}
