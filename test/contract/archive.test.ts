import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// The runner downloads the whole repository, as `git archive` packs it, for every `uses:`.
// Here that of the files known to git as they are now, not of the last commit.

const root = join(import.meta.dirname, '../..');
const git = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Buffer =>
  execFileSync('git', [...args], {
    cwd: root,
    env: { ...process.env, ...env },
    maxBuffer: 512 * 1024 * 1024,
  });

/** The tree of all tracked files with their present content, made with a copy of the index. */
function presentTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  const index = join(folder, 'index');
  copyFileSync(resolve(root, git(['rev-parse', '--git-path', 'index']).toString().trim()), index);
  git(['add', '--update', '.'], { GIT_INDEX_FILE: index });
  const tree = git(['write-tree'], { GIT_INDEX_FILE: index }).toString().trim();
  rmSync(folder, { recursive: true });
  return tree;
}

const packed = git(['archive', '--format=tar.gz', presentTree()]);
const listed = execFileSync('tar', ['-tz'], { input: packed, encoding: 'utf8' }).split('\n');

test('the archive is small: at most 8 MB', () => {
  expect(packed.length).toBeLessThanOrEqual(8_000_000);
});

test('it holds what runs', () => {
  const manifests = listed.filter((path) => /^[^/]+\/action\.yml$/.test(path));
  expect(manifests.length).toBeGreaterThan(0);
  for (const manifest of manifests) {
    expect(listed).toContain(`dist/${manifest.split('/')[0]}/index.js`);
  }
  expect(listed).toContain('LICENSE');
});

test.each(['sandbox', 'examples', 'test', 'bench', 'docs', 'node_modules'])(
  'it leaves out %s',
  (folder) => {
    expect(listed.filter((path) => path.startsWith(`${folder}/`))).toEqual([]);
  },
);

test('it holds no link: the runner copies links as folders, or fails on them', () => {
  const details = execFileSync('tar', ['-tvz'], { input: packed, encoding: 'utf8' });
  expect(details.split('\n').filter((line) => line.startsWith('l'))).toEqual([]);
});
