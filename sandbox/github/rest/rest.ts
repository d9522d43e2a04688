import { createHash } from 'node:crypto';
import { describeError } from '../../../src/errors.ts';
import { findRepository } from '../repositories.ts';
import type { Caller, State } from '../state.ts';
import { acceptedPermissions, checkAccess } from './access.ts';
import type { Answer } from './answer.ts';
import { authenticate } from './authenticate.ts';
import type { Description, Match, RestRequest } from './description.ts';
import { fields, isRecord } from './fields.ts';
import type { Allowance } from './limits.ts';
import type { Call, Operations } from './operation.ts';
import { paginate } from './pagination.ts';
import { plain } from './plain.ts';
import { notFound, RestError } from './rest-error.ts';

export interface RestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; empty for none. */
  readonly body: string;
  readonly operation: string | undefined;
  readonly caller: Caller;
}

/** Something that does not fit GitHub's description: a client's request, or an answer of ours. */
export interface Violation {
  readonly what: 'request' | 'response';
  readonly method: string;
  readonly path: string;
  readonly operation: string | undefined;
  readonly problems: readonly string[];
}

export interface RestPorts {
  readonly state: State;
  readonly description: Description;
  readonly operations: Operations;
  readonly violations: Violation[];
}

/** Answers one REST request the way api.github.com does. Never throws. */
export async function answerRest(ports: RestPorts, request: RestRequest): Promise<RestReply> {
  let caller: Caller = { kind: 'anonymous' };
  let match: Match | undefined;
  const reply = (answer: Answer, allowance?: Allowance): RestReply => ({
    status: answer.status,
    headers: {
      ...(allowance ? limitHeaders(allowance) : {}),
      ...acceptedHeader(ports.operations, match),
      ...answer.headers,
    },
    body: answer.body === undefined ? '' : JSON.stringify(answer.body),
    operation: match?.operationId,
    caller,
  });
  let allowance: Allowance | undefined;
  try {
    caller = authenticate(ports.state, request.headers.authorization);
    match = ports.description.match(request);
    allowance = allow(ports, caller, match);
    if (!match) throw unknown(ports, request);
    const answer = judged(ports, request, match, await handle(ports, request, match, caller));
    const final = conditional(request, answer);
    // An answer the client has already costs nothing.
    if (final.status === 304) allowance = ports.state.limits.refund(caller);
    return reply(final, allowance);
  } catch (error) {
    return reply(refusal(error, match), allowance);
  }
}

/** Counts the request; 403 when the hour's allowance is used up. */
function allow(ports: RestPorts, caller: Caller, match: Match | undefined): Allowance {
  // Asking for the limits is free.
  if (match?.operationId === 'rate-limit/get') return ports.state.limits.look(caller);
  const { refused, allowance } = ports.state.limits.take(caller);
  if (!refused) return allowance;
  const whom = caller.kind === 'user' ? `user ID ${caller.account.id}` : 'installation';
  throw new RestError(
    403,
    `API rate limit exceeded for ${whom}.`,
    undefined,
    limitHeaders(allowance),
  );
}

function unknown(ports: RestPorts, { method, path }: RestRequest): RestError {
  const problems = ['the sandbox serves no such operation, or GitHub has none'];
  ports.violations.push({ what: 'request', method, path, operation: undefined, problems });
  return notFound();
}

async function handle(
  ports: RestPorts,
  request: RestRequest,
  match: Match,
  caller: Caller,
): Promise<Answer> {
  const { state, operations, violations } = ports;
  const operation = operations[match.operationId];
  if (!operation) throw notFound();
  const { owner, repo } = match.params;
  const repository =
    owner !== undefined && repo !== undefined
      ? findRepository(state, `${owner}/${repo}`)
      : undefined;
  if (repo !== undefined && !repository) throw notFound();
  checkAccess(caller, operation.need, repository);
  const { problems, query } = match.judgeRequest();
  if (problems.length > 0) {
    const { method, path } = request;
    violations.push({ what: 'request', method, path, operation: match.operationId, problems });
    throw new RestError(422, `Invalid request.\n\n${problems.join('\n')}`);
  }
  const media = /vnd\.github\.[^,;]*\b(raw|html|full|text|diff|patch|sha|object)\b/.exec(
    request.headers.accept ?? '',
  );
  if (media) throw new RestError(501, `the sandbox does not serve the media type ${media[0]}`);
  const call: Omit<Call, 'repository'> = {
    state,
    caller,
    params: match.params,
    query: fields(query),
    body: fields(isRecord(request.body) ? request.body : {}),
  };
  const answer = await operation.handle(
    Object.defineProperty(call, 'repository', {
      get() {
        if (!repository) throw new Error(`${match.operationId} has no repository in its path`);
        return repository;
      },
    }) as Call,
  );
  refuseIgnored(match, call, answer);
  const search = new URLSearchParams(request.query);
  return paginate(answer, new URL(`${state.url}${request.path}?${search}`));
}

/** What GitHub would act on and the emulator does not must not pass as done. */
function refuseIgnored(
  { operationId }: Match,
  { query, body }: Pick<Call, 'query' | 'body'>,
  { status, list }: Answer,
): void {
  if (status >= 300) return;
  const paging = list ? ['page', 'per_page'] : [];
  const ignored = [...query.ignored(), ...body.ignored()].filter((name) => !paging.includes(name));
  if (ignored.length === 0) return;
  throw new RestError(501, `the sandbox does not serve ${ignored.join(', ')} of ${operationId}`);
}

/** The answer, when it is one GitHub could give; otherwise the emulator has a bug and says so. */
function judged(ports: RestPorts, request: RestRequest, match: Match, answer: Answer): Answer {
  const body = plain(answer.body);
  const problems = match.judgeResponse(answer.status, body);
  if (problems.length === 0) return body === undefined ? answer : { ...answer, body };
  const { method, path } = request;
  const operation = match.operationId;
  ports.violations.push({ what: 'response', method, path, operation, problems });
  throw new Error(`our answer to ${operation} is none of GitHub's: ${problems.join('; ')}`);
}

/** ETag, and 304 for a client that has this very answer. */
function conditional(request: RestRequest, answer: Answer): Answer {
  if (request.method !== 'GET' || answer.status !== 200) return answer;
  const hash = createHash('sha256').update(JSON.stringify(answer.body)).digest('hex');
  const etag = `W/"${hash}"`;
  const headers = { ...answer.headers, etag };
  const known = request.headers['if-none-match'];
  if (known === etag || known === `"${hash}"`) return { status: 304, headers };
  return { ...answer, headers };
}

function refusal(error: unknown, match: Match | undefined): Answer {
  const documentation_url = match?.documentation ?? 'https://docs.github.com/rest';
  if (!(error instanceof RestError)) {
    return {
      status: 500,
      body: { message: describeError(error), documentation_url, status: '500' },
    };
  }
  const { status, message, errors, headers } = error;
  const body = {
    message,
    ...(errors ? { errors } : {}),
    documentation_url,
    status: String(status),
  };
  return { status, body, headers };
}

function limitHeaders({ limit, used, remaining, reset }: Allowance): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': 'core',
  };
}

function acceptedHeader(operations: Operations, match: Match | undefined): Record<string, string> {
  const need = match && operations[match.operationId]?.need;
  const accepted = need && acceptedPermissions(need);
  return accepted ? { 'x-accepted-github-permissions': accepted } : {};
}
