import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A `docker` that does what a test says: for endings that a real engine does not give on demand. */
export interface StubDocker {
  /** Environment that puts it first on PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Command lines it was called with. */
  readonly calls: () => readonly string[];
  readonly remove: () => void;
}

/**
 * @param build shell text run for `docker buildx build`; `$metadata` is the metadata file's path
 * @param version what `docker buildx version` says; empty: there is no buildx
 */
export function stubDocker(build: string, version = 'v0.30.0'): StubDocker {
  const folder = mkdtempSync(join(tmpdir(), 'stub-docker-'));
  const log = join(folder, 'calls');
  const script = [
    '#!/bin/sh',
    `printf '%s\\n' "$*" >> ${log}`,
    'if [ "$2" = version ]; then',
    version === ''
      ? `  echo "docker: 'buildx' is not a docker command." >&2; exit 1`
      : `  echo "github.com/docker/buildx ${version} abcdef"; exit 0`,
    'fi',
    'for arg in "$@"; do [ "$last" = --metadata-file ] && metadata=$arg; last=$arg; done',
    build,
  ];
  writeFileSync(log, '');
  writeFileSync(join(folder, 'docker'), `${script.join('\n')}\n`, { mode: 0o755 });
  return {
    env: { PATH: `${folder}:${process.env.PATH}` },
    calls: () => readFileSync(log, 'utf8').trimEnd().split('\n'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
