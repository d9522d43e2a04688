import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { type Document, OpenAPIBackend, type Operation } from 'openapi-backend';
import { closeSchemas } from './close-schemas.ts';
import { isRecord } from './fields.ts';

/** One request as GitHub's description sees it. */
export interface RestRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Match {
  readonly operationId: string;
  readonly params: Readonly<Record<string, string>>;
  /** Where GitHub documents the operation. */
  readonly documentation: string;
  /** What does not fit the description, and the query with its types. */
  readonly judgeRequest: () => {
    readonly problems: readonly string[];
    readonly query: Readonly<Record<string, unknown>>;
  };
  readonly judgeResponse: (status: number, body: unknown) => readonly string[];
}

/** GitHub's own OpenAPI description (a subset, see scripts/github-openapi.ts) as the judge. */
export interface Description {
  /** Undefined for a request GitHub does not know, or that this emulator does not serve. */
  readonly match: (request: RestRequest) => Match | undefined;
}

/** Parameters that span segments where the client did not encode their slashes. */
const WIDE =
  /^(\/repos\/[^/]+\/[^/]+\/(?:contents|git\/ref|git\/refs|git\/matching-refs|compare)\/)(.+)$/;

export async function openDescription(): Promise<Description> {
  const file = join(import.meta.dirname, '..', 'openapi.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
  const api = new OpenAPIBackend({
    // A field GitHub's description does not name is an invented one, in both directions.
    definition: closeSchemas(document),
    // Schemas are compiled when an operation is first used.
    quick: true,
    coerceTypes: true,
    ajvOpts: { strict: false, allErrors: true },
    customizeAjv: (ajv) => {
      addFormats.default(ajv);
      return ajv;
    },
  });
  await api.init();
  return { match: (request) => matchRequest(api, request) };
}

function matchRequest(api: OpenAPIBackend, request: RestRequest): Match | undefined {
  const wide = WIDE.exec(request.path);
  const path = wide
    ? `${wide[1]}${encodeURIComponent(decodeURIComponent(wide[2] ?? ''))}`
    : request.path;
  const raw = {
    method: request.method,
    path,
    query: { ...request.query },
    headers: { ...request.headers },
    body: request.body,
  };
  const operation = api.router.matchOperation(raw);
  if (!operation?.operationId) return undefined;
  const { operationId } = operation;
  const { params } = api.router.parseRequest(raw, operation);
  return {
    operationId,
    params: params as Record<string, string>,
    documentation: operation.externalDocs?.url ?? 'https://docs.github.com/rest',
    judgeRequest: () => {
      const { errors, coerced } = api.validator.validateRequest(raw, operation);
      return {
        problems: (errors ?? []).map(describe),
        query: isRecord(coerced?.query) ? coerced.query : {},
      };
    },
    judgeResponse: (status, body) => judgeResponse(api, operation, status, body),
  };
}

function judgeResponse(
  api: OpenAPIBackend,
  operation: Operation,
  status: number,
  body: unknown,
): readonly string[] {
  const known = isRecord(operation.responses) ? operation.responses[String(status)] : undefined;
  if (known === undefined) {
    // 401, 403 and 5xx stand in few descriptions, but all have one form.
    const isError = status >= 400 && isRecord(body) && typeof body.message === 'string';
    return isError ? [] : [`${operation.operationId} never answers ${status}`];
  }
  const hasContent = isRecord(known) && known.content !== undefined;
  if (!hasContent) return body === undefined || status >= 400 ? [] : [`${status} has no body`];
  const { errors } = api.validator.validateResponse(body, operation, status);
  return (errors ?? []).map(describe);
}

function describe(error: {
  instancePath: string;
  message?: string | undefined;
  params?: unknown;
}): string {
  const params = isRecord(error.params) ? error.params : {};
  const extra = params.additionalProperty ?? params.allowedValues;
  const detail = extra === undefined ? '' : ` (${JSON.stringify(extra)})`;
  return `${error.instancePath || '/'} ${error.message ?? 'does not fit'}${detail}`;
}
