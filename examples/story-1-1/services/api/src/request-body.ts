import type { IncomingMessage } from 'node:http';

/** The body as text, or undefined when it is longer than `limit` bytes. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped: a client that still writes would not read our answer.
    if (size <= limit) chunks.push(chunk);
    if (size > 100 * limit) return undefined;
  }
  return size > limit ? undefined : Buffer.concat(chunks).toString('utf8');
}
