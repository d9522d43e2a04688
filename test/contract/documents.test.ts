import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));

test.each(documents)('the links of %s lead to files that exist', (path) => {
  const text = read(path).replace(/```[\s\S]*?```/g, '');
  const targets = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));
  const missing = targets.filter((target) => !existsSync(join(root, dirname(path), target)));
  expect(missing).toEqual([]);
});

test('CI runs the very test command of the README', () => {
  const command = 'npm ci && npm test';
  expect(read('README.md')).toContain(`\n${command} `);
  expect(read('.ci/run').trimEnd().split('\n').at(-1)).toBe(command);
  expect(read('.github/workflows/ci.yml')).toContain('run: .ci/run');
});

test('every action has its place in the README', () => {
  const names = execFileSync('git', ['ls-files', '*/action.yml'], { cwd: root, encoding: 'utf8' });
  for (const path of names.split('\n').filter(Boolean)) {
    expect(read('README.md')).toContain(`(${dirname(path)}/README.md)`);
  }
});
