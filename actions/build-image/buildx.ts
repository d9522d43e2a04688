import { join } from 'node:path';
import { ActionError } from '../../src/errors.ts';
import type { Exec } from '../../src/tools/exec.ts';
import type { BuildImageSettings } from './inputs.ts';
import type { Build } from './plan-builds.ts';
import type { NamedValue } from './records.ts';

/** The first with `--progress=rawjson`. */
const OLDEST = { major: 0, minor: 13 } as const;

/**
 * The version of `docker buildx`, e.g. `0.13.1`.
 * @throws {ActionError} `command-missing` when there is none or it is too old
 */
export async function buildxVersion(exec: Exec, env: Record<string, string>): Promise<string> {
  const hint = 'Use docker/setup-buildx-action in an earlier step, or install docker-buildx.';
  const answer = await exec('docker', ['buildx', 'version'], { env, allowFailure: true });
  const [, version, major, minor] =
    /github\.com\/docker\/buildx v?((\d+)\.(\d+)[\w.]*)/.exec(answer.stdout) ?? [];
  if (answer.code !== 0 || version === undefined) {
    const said = answer.stderr.trim().split('\n')[0] ?? '';
    throw new ActionError('command-missing', `docker buildx is not there: ${said}`, { hint });
  }
  // 0.0.0 is a build of buildx's own sources, of any age.
  const known = !version.startsWith('0.0.0');
  if (known && Number(major) === OLDEST.major && Number(minor) < OLDEST.minor) {
    const message = `docker buildx ${version} is too old; 0.13 or later is needed`;
    throw new ActionError('command-missing', message, { hint });
  }
  return version;
}

/** What one build is made from and where what is found. */
export interface BuildOrder {
  readonly build: Build;
  readonly settings: BuildImageSettings;
  /** `repository:tag` of each tag. */
  readonly references: readonly string[];
  readonly labels: readonly NamedValue[];
  /** Folder with one file per secret, named by its position. */
  readonly secretFiles: readonly { readonly id: string; readonly path: string }[];
  /** Private folder; buildx writes its result there. */
  readonly folder: string;
}

export const metadataFile = (folder: string): string => join(folder, 'metadata.json');

/**
 * The arguments of `docker`. Provenance is left to buildx, whose own default is what we want: `min`
 * where the engine can attest, nothing where it cannot (asking for it there is an error).
 */
export function buildArguments({ build, settings, ...order }: BuildOrder): readonly string[] {
  const assignment = ({ name, value }: NamedValue): string =>
    value === undefined ? name : `${name}=${value}`;
  return [
    ...['buildx', 'build', '--progress', 'rawjson'],
    ...['--metadata-file', metadataFile(order.folder)],
    ...(settings.push ? ['--push'] : []),
    ...order.references.flatMap((reference) => ['--tag', reference]),
    ...(build.file ? ['--file', build.file] : []),
    ...(build.target ? ['--target', build.target] : []),
    ...build.buildArgs.flatMap((arg) => ['--build-arg', assignment(arg)]),
    ...order.labels.flatMap((label) => ['--label', assignment(label)]),
    ...order.secretFiles.flatMap(({ id, path }) => ['--secret', `id=${id},src=${path}`]),
    ...(settings.network ? ['--network', settings.network] : []),
    ...(settings.noCache ? ['--no-cache'] : []),
    ...(settings.pull ? ['--pull'] : []),
    ...['--', build.context],
  ];
}
