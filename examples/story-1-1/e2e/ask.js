import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

const LIMIT_MS = 5_000;

/**
 * Asks the deployed service. Every call opens a connection of its own, so that each may reach
 * another replica; after five seconds without a whole answer it fails.
 *
 * @param {string} method
 * @param {URL} url
 * @param {string} [body]
 * @returns {Promise<{status: number, headers: import('node:http').IncomingHttpHeaders, text: string, json: () => any}>}
 */
export function ask(method, url, body) {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(LIMIT_MS);
  return new Promise((resolve, reject) => {
    const failed = (cause) => {
      const why = signal.aborted ? `no whole answer within ${LIMIT_MS / 1000} s` : cause.message;
      reject(new Error(`${method} ${url}: ${why}`, { cause }));
    };
    const request = send(url, { method, headers, agent: false, signal }, (response) => {
      const chunks = [];
      response.on('error', failed);
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const json = () => parse(`${method} ${url}`, response.statusCode, text);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    request.on('error', failed);
    request.end(body);
  });
}

function parse(what, status, text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const start = text.slice(0, 200);
    throw new Error(`${what} answered ${status} with no JSON: ${start}`, { cause });
  }
}
