import { type ArtifactService, TWIRP } from './actions/artifacts.ts';
import type { Faulty } from './faulty.ts';
import type { SmartHttp } from './git/smart-http.ts';
import { callerName } from './rest/authenticate.ts';
import { answerRest, type RestPorts } from './rest/rest.ts';
import type { HttpAnswer, HttpRequest } from './server.ts';

interface Parts {
  readonly rest: RestPorts;
  readonly git: SmartHttp;
  readonly artifacts: ArtifactService;
  readonly faulty: Faulty;
}

/** Sends each request to the part that answers it: hook, logs, artifacts, git, REST. */
export function answerWith(parts: Parts) {
  return async (request: HttpRequest): Promise<HttpAnswer | 'cut'> => {
    const hook = /^\/_push\/(.+)$/.exec(request.path);
    if (hook) return internal(await parts.git.judge(hook[1] ?? '', request.body.toString()));
    let told = { operation: undefined as string | undefined, caller: '' };
    const { answer, fault } = await parts.faulty.answer(request, async () => {
      const other =
        jobLog(parts, request) ?? artifact(parts, request) ?? (await parts.git.answer(request));
      if (other) return other;
      const rest = await answerRest(parts.rest, restRequest(request));
      told = { operation: rest.operation, caller: callerName(rest.caller) };
      const type = rest.body === '' ? {} : { 'content-type': 'application/json; charset=utf-8' };
      return { status: rest.status, headers: { ...type, ...rest.headers }, body: rest.body };
    });
    const status = answer === 'cut' ? 0 : answer.status;
    const { method, path } = request;
    parts.rest.state.events.add({ kind: 'request', method, path, status, fault, ...told });
    return answer;
  };
}

function internal(text: string | undefined): HttpAnswer {
  return { status: text === undefined ? 404 : 200, headers: {}, body: text ?? '' };
}

function restRequest({ method, path, query, headers, body }: HttpRequest) {
  return {
    method,
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    headers,
    body: body.length === 0 ? undefined : parseJson(body.toString()),
  };
}

/** JSON, or the text itself: GitHub's description then finds that it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function jobLog({ rest }: Parts, { path }: HttpRequest): HttpAnswer | undefined {
  const id = /^\/_logs\/(\d+)$/.exec(path)?.[1];
  if (id === undefined) return undefined;
  const jobs = [...rest.state.repositories.values()]
    .flatMap(({ runs }) => runs)
    .flatMap(({ attempts }) => attempts)
    .flatMap((attempt) => attempt.jobs);
  const log = jobs.find((job) => String(job.id) === id)?.log;
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return log === undefined
    ? { status: 404, headers, body: '' }
    : { status: 200, headers, body: log };
}

function artifact({ artifacts }: Parts, request: HttpRequest): HttpAnswer | undefined {
  const { method, path, headers, body } = request;
  if (path.startsWith(TWIRP)) {
    const answer = artifacts.call(
      path.slice(TWIRP.length),
      headers.authorization ?? '',
      parseJson(body.toString()),
    ) ?? { status: 404, body: { code: 'bad_route', msg: `no method ${path}` } };
    const type = { 'content-type': 'application/json' };
    return { status: answer.status, headers: type, body: JSON.stringify(answer.body) };
  }
  if (!path.startsWith('/_blobs/')) return undefined;
  const storage = { 'x-ms-request-id': '1', 'x-ms-version': '2024-11-04' };
  if (method === 'PUT') {
    const type = headers['x-ms-blob-content-type'] ?? 'application/zip';
    const isPut = artifacts.putBlob(path, new URLSearchParams(request.query), body, type);
    return { status: isPut ? 201 : 404, headers: storage, body: '' };
  }
  const found = artifacts.getBlob(path);
  if (!found) return { status: 404, headers: storage, body: '' };
  const about = {
    'content-type': found.contentType,
    'content-length': String(found.content.length),
  };
  return { status: 200, headers: { ...storage, ...about }, body: found.content };
}
