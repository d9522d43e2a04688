/** GitHub's global id of an object: opaque, stable, different for each. */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}
