import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `hashFiles(...)`: SHA-256 over the SHA-256 of each file below the workspace that matches, `''`
 * where none does. Source: actions/runner, `Misc/expressionFunc/hashFiles`.
 */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const excluded = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  const files = globSync(
    patterns.filter((one) => !one.startsWith('!')),
    { cwd: workspace, exclude: excluded },
  )
    .filter((file) => statSync(join(workspace, file)).isFile())
    .sort((a, b) => (a < b ? -1 : 1));
  if (files.length === 0) return '';
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(
      createHash('sha256')
        .update(readFileSync(join(workspace, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}
