import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, cacheFolder, withLock } from '../world/cache.ts';
import type { Progress } from '../world/progress.ts';
import { run } from '../world/run.ts';

export type Suite = 'bookworm' | 'trixie';

/** Debian packages that are unpacked, never installed: the system stays untouched. */
export interface DebianTree {
  /** Folder name in the cache. */
  readonly name: string;
  readonly suite: Suite;
  /** Exactly these; dependencies are not followed, since only single programs are wanted. */
  readonly packages: readonly string[];
}

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * Returns a cached folder that holds the packages unpacked (`usr/bin/…`), and `debian-packages.json`
 * with the versions found. Fails where apt-get, dpkg-deb or a Debian archive in apt's sources is
 * missing.
 */
export async function debianTree(tree: DebianTree, progress: Progress): Promise<string> {
  const packages = [...tree.packages].sort();
  const hash = createHash('sha256').update(packages.join(' ')).digest('hex').slice(0, 12);
  const make = async (folder: string): Promise<void> => {
    await withDebs(tree, async (debs) => {
      for (const deb of debs) await run(['dpkg-deb', '-x', deb, folder]);
      const versions = Object.fromEntries(await Promise.all(debs.map(nameAndVersion)));
      const manifest = JSON.stringify({ suite: tree.suite, packages: versions }, null, 2);
      await writeFile(join(folder, 'debian-packages.json'), `${manifest}\n`);
    });
  };
  const key = `${tree.suite}-${process.arch}-${hash}`;
  return cached({ name: tree.name, key, make }, progress);
}

/** Downloads the packages for as long as `body` runs; it gets the .deb files, sorted by name. */
export async function withDebs<T>(
  tree: Omit<DebianTree, 'name'>,
  body: (debs: readonly string[]) => Promise<T>,
): Promise<T> {
  await mkdir(cacheFolder(), { recursive: true });
  const folder = await mkdtemp(join(cacheFolder(), 'debs-'));
  try {
    await download(tree, folder);
    const files = (await readdir(folder)).filter((file) => file.endsWith('.deb')).sort();
    return await body(files.map((file) => join(folder, file)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function nameAndVersion(deb: string): Promise<[string, string]> {
  const field = async (name: string): Promise<string> =>
    (await run(['dpkg-deb', '--field', deb, name])).trim();
  return [await field('Package'), await field('Version')];
}

async function download(tree: Omit<DebianTree, 'name'>, into: string): Promise<void> {
  const get = ['download', '-qq', ...tree.packages];
  const options = await aptIndex(tree.suite, false);
  try {
    await run(['apt-get', ...options, ...get], { cwd: into });
  } catch {
    // The archive drops the old file when a package is updated: look once more with a fresh index.
    await run(['apt-get', ...(await aptIndex(tree.suite, true)), ...get], { cwd: into });
  }
}

/** Options that make apt-get use an index of its own for that suite, fetched where it is missing. */
async function aptIndex(suite: Suite, refresh: boolean): Promise<string[]> {
  const folder = join(cacheFolder(), 'debian-index', `${suite}-${process.arch}`);
  const done = join(folder, 'done');
  const sources = join(folder, 'debian.sources');
  const set = (key: string, value: string): string[] => ['-o', `${key}=${value}`];
  const options = [
    ...set('Dir::Etc::SourceList', sources),
    ...set('Dir::Etc::SourceParts', '-'),
    // Pins and installed versions of this machine must not choose what is downloaded.
    ...set('Dir::Etc::Preferences', '-'),
    ...set('Dir::Etc::PreferencesParts', '-'),
    ...set('Dir::State', folder),
    ...set('Dir::State::status', join(folder, 'status')),
    ...set('Dir::Cache', join(folder, 'cache')),
    ...set('APT::Sandbox::User', 'root'),
  ];
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(done) && !refresh) return;
    await mkdir(join(folder, 'lists', 'partial'), { recursive: true });
    await mkdir(join(folder, 'cache', 'archives', 'partial'), { recursive: true });
    await writeFile(join(folder, 'status'), '');
    await writeFile(sources, await sourceEntry(suite));
    await run(['apt-get', ...options, 'update', '-q', '--error-on=any']);
    await writeFile(done, '');
  });
  return options;
}

async function sourceEntry(suite: Suite): Promise<string> {
  const archive = await debianArchive();
  return [
    'Types: deb',
    `URIs: ${archive}`,
    `Suites: ${suite}`,
    'Components: main',
    'Targets: Packages',
    `Signed-By: ${KEYRING}`,
    // A dated snapshot's Release file is expired by design.
    'Check-Valid-Until: no',
    '',
  ].join('\n');
}

/** Where this machine gets Debian's main archive from, as apt itself reads its sources. */
async function debianArchive(): Promise<string> {
  for (const [tool, flag] of [
    ['apt-get', '--version'],
    ['dpkg-deb', '--version'],
  ] as const) {
    await run([tool, flag]).catch((cause: unknown) => {
      throw new Error(`the sandbox unpacks Debian packages with ${tool}: install it`, { cause });
    });
  }
  const format = '$(COMPONENT) $(RELEASE) $(REPO_URI)';
  const targets = await run(['apt-get', 'indextargets', '--format', format]);
  const archive = chooseArchive(targets);
  if (archive && existsSync(KEYRING)) return archive;
  throw new Error(
    archive
      ? `${KEYRING} is missing: install debian-archive-keyring`
      : "no Debian archive in apt's sources (a `deb` entry with component main whose address ends in /debian): add one",
  );
}

/**
 * Picks the archive out of lines `<component> <release> <uri>`: component main, not a security or
 * updates suite, and an address that ends in /debian, or in /debian/<date> for a snapshot.
 */
export function chooseArchive(targets: string): string | undefined {
  return targets
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([component, release = '']) => component === 'main' && !release.includes('-'))
    .map(([, , uri = '']) => uri)
    .find((uri) => /\/debian(\/\d{8}(T\d{6}Z)?)?\/?$/.test(uri));
}
