import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readActionManifest } from '../../sandbox/runner/action-manifest.ts';
import { loadDeclaration } from '../../scripts/docs/declaration.ts';

// `uses: org/deploy-actions/<name>@v1`: the runner takes the folder of that name at the root,
// reads its action.yml and joins runs.main to it. This walks all of them in the same way.

const root = join(import.meta.dirname, '../..');
const foldersOf = (path: string): readonly string[] =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map((entry) => entry.name)
        .sort()
    : [];
const faces = foldersOf('.').filter((name) =>
  ['action.yml', 'action.yaml', 'Dockerfile'].some((file) => existsSync(join(root, name, file))),
);

test('every action has its three places: face, code and bundle', () => {
  expect(faces).toEqual(foldersOf('actions'));
  expect(faces).toEqual(foldersOf('dist').filter((name) => name !== 'credential'));
  expect(faces.length).toBeGreaterThan(0);
});

describe.each(faces)('%s', (name) => {
  const manifest = readActionManifest(join(root, name));

  test('runs node24 and the bundles of its own name', () => {
    expect(manifest.using).toBe('node24');
    expect(manifest.main).toBe(join(root, 'dist', name, 'index.js'));
    const post = existsSync(join(root, 'actions', name, 'post.ts'))
      ? join(root, 'dist', name, 'post', 'index.js')
      : undefined;
    expect(manifest.post).toBe(post);
  });

  test('is small enough to start at once: each bundle at most 2.5 MB', () => {
    for (const file of [manifest.main, manifest.post].filter((path) => path !== undefined)) {
      expect(statSync(file).size).toBeLessThanOrEqual(2_500_000);
    }
  });

  test('has the inputs and outputs its code declares, in that order', async () => {
    const declared = await loadDeclaration(root, name);
    expect(Object.keys(manifest.inputs)).toEqual(Object.keys(declared.inputs));
    expect(Object.keys(manifest.outputs)).toEqual(Object.keys(declared.outputs));
  });

  test('is in git with all that runs, not only on this machine', () => {
    const files = [manifest.main, manifest.post].filter((file) => file !== undefined);
    const packages = files.map((file) => join(file, '..', 'package.json'));
    const needed = [join(root, name, 'action.yml'), ...files, ...packages];
    const known = execFileSync('git', ['ls-files', '--', ...needed], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(known.split('\n').filter(Boolean)).toHaveLength(needed.length);
  });
});
