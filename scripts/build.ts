/**
 * `npm run build`: compiles and bundles every action into `dist`.
 * `npm run build -- helm-deploy`: only the bundles of that name.
 * `npm run build -- --check`: compares with `dist` byte for byte and names what differs.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type BundleFiles, bundle } from './build/bundle.ts';
import { findEntries } from './build/entries.ts';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('-'));
const entries = findEntries(root).filter(
  (entry) => names.length === 0 || names.some((name) => entry.target.split('/')[1] === name),
);
if (names.length > 0 && entries.length === 0) {
  console.error(`No bundle is named ${names.join(' or ')}.`);
  process.exit(2);
}

const files = await bundle(root, entries);
const stale = names.length > 0 ? [] : staleFiles(files);
const changed = [...files].filter(([path, content]) => current(path) !== content);

if (args.includes('--check')) {
  for (const [path] of changed) console.error(`${path} is not what the sources build`);
  for (const path of stale) console.error(`${path} is built from nothing any more`);
  if (changed.length + stale.length > 0) {
    console.error('Run `npm ci && npm run build` and commit dist/.');
    process.exit(1);
  }
  console.log(`${files.size} files in dist/ are what the sources build`);
} else {
  for (const path of stale) {
    rmSync(join(root, path));
    removeEmptyFolders(dirname(path));
  }
  for (const [path, content] of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(`wrote ${path} (${Math.ceil(Buffer.byteLength(content) / 1024)} KiB)`);
  }
  console.log(
    `${entries.length} bundles, ${changed.length} files written, ${stale.length} removed`,
  );
}

function current(path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Files of `dist` that no entry makes: a bundle whose source is gone would still run. */
function staleFiles(built: BundleFiles): readonly string[] {
  if (!existsSync(join(root, 'dist'))) return [];
  return readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(root, join(file.parentPath, file.name)))
    .filter((path) => !built.has(path));
}

function removeEmptyFolders(folder: string): void {
  for (let path = folder; path !== '.' && readdirSync(join(root, path)).length === 0; ) {
    rmdirSync(join(root, path));
    path = dirname(path);
  }
}
