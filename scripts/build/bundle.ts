import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ncc from '@vercel/ncc';
import type { Entry } from './entries.ts';

/** What the bundles consist of: path relative to the repository → content. */
export type BundleFiles = ReadonlyMap<string, string>;

/**
 * Compiles the TypeScript and bundles every entry; writes nothing but a scratch folder, which it
 * removes. The same sources and packages give the same bytes on every machine.
 * @throws {Error} when a file does not parse, or ncc finds assets that would have to be shipped
 */
export async function bundle(root: string, entries: readonly Entry[]): Promise<BundleFiles> {
  // Below the repository, so that packages are found; by process, so that two builds do not meet.
  const scratch = join(root, 'build', String(process.pid));
  const files = new Map<string, string>();
  const before = process.cwd();
  mkdirSync(scratch, { recursive: true });
  try {
    compile(root, scratch);
    declareFreeOfSideEffects(root, scratch, '@actions/core');
    // ncc writes module paths relative to the working folder into comments: from inside the
    // scratch folder they do not depend on its name.
    process.chdir(scratch);
    for (const entry of entries) {
      for (const [path, content] of await bundleEntry(scratch, entry)) files.set(path, content);
    }
  } finally {
    process.chdir(before);
    rmSync(scratch, { recursive: true, force: true });
  }
  return files;
}

/** Types are not checked here (`npm run check` does): a bundle may be tried while they are wrong. */
function compile(root: string, outDir: string): void {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', outDir];
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

/**
 * Lets webpack leave out what of a package is not used. `@actions/core` is free of side effects but
 * does not say so: its OIDC client, which we do not use, would load a whole HTTP library (undici) at
 * the start of every action. The bundled copy says it; the package's code is as it was published.
 */
function declareFreeOfSideEffects(root: string, scratch: string, name: string): void {
  const copy = join(scratch, 'node_modules', name);
  cpSync(join(root, 'node_modules', name), copy, { recursive: true });
  const file = join(copy, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, sideEffects: false }));
}

/** What is loaded by an `import()`, when it is first called. */
const CHUNK = /^\d+\.index\.js$/;
const LICENSES = /^(main|\d+)\.licenses\.txt$/;

async function bundleEntry(scratch: string, entry: Entry): Promise<BundleFiles> {
  const compiled = join(scratch, entry.source.replace(/\.ts$/, '.js'));
  const { code, assets, symlinks } = await ncc(compiled, {
    cache: false,
    quiet: true,
    esm: true,
    // One for each file, by the name of that file.
    license: '[name].licenses.txt',
  });
  const known = (name: string): boolean =>
    CHUNK.test(name) || LICENSES.test(name) || name === 'package.json';
  const unknown = [...Object.keys(assets).filter((a) => !known(a)), ...Object.keys(symlinks)];
  if (unknown.length > 0) {
    throw new Error(
      `${entry.source} needs files beside its bundle: ${unknown.join(', ')}. ` +
        'Nothing ships them; find the import that brings them in.',
    );
  }
  const chunks = Object.keys(assets).filter((name) => CHUNK.test(name));
  const text = (name: string): string => String(assets[name]?.source ?? '');
  const licenses = [
    text('main.licenses.txt'),
    ...chunks.map((chunk) => `In ${chunk}:\n\n${text(chunk.replace('index.js', 'licenses.txt'))}`),
  ];
  return new Map([
    ...chunks.map((chunk) => [`${entry.target}/${chunk}`, text(chunk)] as const),
    [`${entry.target}/index.js`, code],
    [`${entry.target}/licenses.txt`, licenses.join('\n\n')],
    [`${entry.target}/package.json`, '{\n  "type": "module"\n}\n'],
  ]);
}
