/**
 * `node scripts/github-openapi.ts`: writes sandbox/github/openapi.json, the part of GitHub's own
 * OpenAPI description (npm package @octokit/openapi, MIT) that the sandbox's GitHub serves.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '../sandbox/github/rest/operations.ts';
import { run } from '../sandbox/world/run.ts';
import { subset } from './github-openapi/subset.ts';

const PACKAGE = '@octokit/openapi@23.0.2';
const FILE = 'package/generated/api.github.com.json';
const root = join(import.meta.dirname, '..');

const folder = mkdtempSync(join(tmpdir(), 'github-openapi-'));
try {
  const name = await run(['npm', 'pack', '--silent', PACKAGE], { cwd: folder });
  await run(['tar', '-xzf', name.trim(), FILE, 'package/LICENSE'], { cwd: folder });
  const whole: unknown = JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
  const license = readFileSync(join(folder, 'package/LICENSE'), 'utf8');
  const { document, missing } = subset(whole, Object.keys(operations));
  if (missing.length > 0) throw new Error(`GitHub knows no operation ${missing.join(', ')}`);
  const text = JSON.stringify({ ...document, 'x-source': PACKAGE, 'x-license': license });
  const target = join(root, 'sandbox/github/openapi.json');
  writeFileSync(target, text);
  await run([join(root, 'node_modules/.bin/biome'), 'format', '--write', target]);
  console.log(
    `sandbox/github/openapi.json: ${Object.keys(operations).length} operations, ${text.length} bytes`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
