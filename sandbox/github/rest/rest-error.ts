/** One entry of `errors` in a 422. */
export interface FieldError {
  readonly resource: string;
  readonly field?: string;
  readonly code: string;
  readonly message?: string;
}

/** A refusal in GitHub's words; caught once, where the answer is written. */
export class RestError extends Error {
  readonly status: number;
  readonly errors: readonly (FieldError | string)[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    errors?: readonly (FieldError | string)[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'RestError';
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

export const notFound = (): RestError => new RestError(404, 'Not Found');

/** 422 about one field: `Validation Failed` with its entry. */
export function invalid(
  resource: string,
  field: string,
  code: string,
  message?: string,
): RestError {
  const entry =
    message === undefined ? { resource, field, code } : { resource, field, code, message };
  return new RestError(422, 'Validation Failed', [entry]);
}
