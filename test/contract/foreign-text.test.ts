import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runAction } from '../../sandbox/runner/run-action.ts';

// What pods, helm and the cluster say is printed by our actions. Under GitHub's runner a line of it
// could set outputs, mask words, or make annotations: none may.

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foreign-text-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOSTILE = [
  '::error title=x::pwned',
  '  ::warning::pwned',
  '::add-mask::ordinary',
  '::stop-commands::token',
  '::set-output name=status::deployed',
  'harmless\r::notice::pwned',
  'harmless\n::error::pwned',
  '\u001b[31m::error::pwned\u001b[0m',
  '::group::pwned',
];

test('no line that somebody else wrote is obeyed by the runner', async () => {
  const runner = pathToFileURL(join(import.meta.dirname, '../../src/runner/run-action.ts')).href;
  writeFileSync(join(folder, 'action.yml'), 'name: x\nruns: { using: node24, main: main.mjs }\n');
  writeFileSync(
    join(folder, 'main.mjs'),
    `import { runAction } from '${runner}';
     await runAction(async (io) => {
       for (const line of ${JSON.stringify(HOSTILE)}) io.info(line);
       await io.group('::error::in a title', async () => io.info('ordinary words'));
       io.annotate('notice', 'of our own\\n::error::in it', { title: 'a,b::error::c' });
     });`,
  );
  const result = await runAction(folder);
  expect(result.annotations).toEqual([
    { level: 'notice', message: 'of our own\n::error::in it', title: 'a,b::error::c' },
  ]);
  expect(result.masks).not.toContain('ordinary');
  expect(result.outputs).toEqual({});
  expect(result.lines).toContain('ordinary words');
  expect(result.lines.filter((line) => line.includes('pwned'))).toHaveLength(6);
});
