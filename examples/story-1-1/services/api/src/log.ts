export type Level = 'info' | 'warn' | 'error';
export type Log = (
  level: Level,
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;

/** Logs one JSON object per line; `fixed` fields are in each of them. */
export function createLog(
  write: (line: string) => void,
  fixed: Readonly<Record<string, unknown>>,
): Log {
  return (level, message, fields = {}) => {
    const time = new Date().toISOString();
    write(`${JSON.stringify({ time, level, message, ...fixed, ...fields })}\n`);
  };
}

/**
 * What an error says, in one line. Node reports a connection that failed on all addresses as an
 * AggregateError with an empty message of its own.
 */
export function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.map(reason).join('; ');
  }
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
