export interface CgiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Splits what a CGI program printed: header lines, an empty line, the body (RFC 3875, 6). */
export function parseCgi(output: Buffer): CgiAnswer {
  const end = output.indexOf('\r\n\r\n');
  if (end < 0) throw new Error('git http-backend ended without an answer');
  const headers: Record<string, string> = {};
  for (const line of output.subarray(0, end).toString().split('\r\n')) {
    const [name = '', ...value] = line.split(':');
    headers[name.toLowerCase()] = value.join(':').trim();
  }
  const { status = '200', ...rest } = headers;
  return { status: Number.parseInt(status, 10), headers: rest, body: output.subarray(end + 4) };
}
