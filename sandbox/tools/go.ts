import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../world/cache.ts';
import { run } from '../world/run.ts';

/** Builds one or more programs of the Go module in a folder: flags, output, packages. */
export type GoBuild = (
  flags: string,
  output: string,
  packages: readonly string[],
) => Promise<unknown>;

/**
 * Gives `body` static builds from the Go module in `source`. Go's own cache lies outside the work
 * folder, so that an interrupted build goes on where it was; afterwards it is removed: it is large.
 * @param name of the tool, as in the cache
 */
export async function withGo(
  name: string,
  source: string,
  body: (build: GoBuild) => Promise<void>,
): Promise<void> {
  await requireGo();
  const buildCache = join(cacheFolder(), 'tools', name, 'go-build');
  const env = { ...process.env, GOTOOLCHAIN: 'local', GOCACHE: buildCache, CGO_ENABLED: '0' };
  await body((flags, output, packages) =>
    run(['go', 'build', '-trimpath', '-ldflags', flags, '-o', output, ...packages], {
      cwd: source,
      env,
    }),
  );
  await rm(buildCache, { recursive: true, force: true });
}

async function requireGo(): Promise<void> {
  const found = await run(['go', 'env', 'GOVERSION'], {
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  }).catch(() => '');
  const [, major = '0', minor = '0'] = /^go(\d+)\.(\d+)/.exec(found) ?? [];
  if (Number(major) * 1000 + Number(minor) >= 1026) return;
  throw new Error(
    `Kubernetes and its tools are built with Go 1.26 or newer; ${found.trim() || 'no go'} is on PATH. ` +
      'Install it from https://go.dev/dl/ (only the first `up` needs it).',
  );
}
