import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** An action.yml as far as the runner needs it to start a JavaScript action. */
export interface ActionManifest {
  readonly folder: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, { readonly default?: unknown }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly using: string;
  /** Absolute; `..` is allowed, as for the runner. */
  readonly main: string;
  readonly post: string | undefined;
}

interface RawManifest {
  readonly name?: string;
  readonly inputs?: ActionManifest['inputs'];
  readonly outputs?: ActionManifest['outputs'];
  readonly runs?: {
    readonly using?: string;
    readonly main?: string;
    readonly pre?: string;
    readonly post?: string;
    readonly 'post-if'?: string;
  };
}

/**
 * Reads `<folder>/action.yml` (or action.yaml) the way the runner finds it.
 * @throws {Error} where there is none, it is no JavaScript action, or a named file is missing
 */
export function readActionManifest(folder: string): ActionManifest {
  const file = ['action.yml', 'action.yaml']
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
  if (file === undefined) throw new Error(`Can't find 'action.yml' or 'action.yaml' in ${folder}`);
  const raw = parse(readFileSync(file, 'utf8')) as RawManifest;
  const { using = '', main, pre, post, 'post-if': postIf } = raw.runs ?? {};
  if (!using.startsWith('node') || main === undefined) {
    throw new Error(`${file} is not a JavaScript action`);
  }
  if (pre !== undefined || postIf !== undefined) {
    throw new Error(`${file}: runs.pre and runs.post-if are not known here`);
  }
  const resolve = (script: string): string => {
    const path = join(folder, script);
    if (!existsSync(path)) throw new Error(`${file} names ${script}, which does not exist`);
    return path;
  };
  return {
    folder,
    name: raw.name ?? '',
    inputs: raw.inputs ?? {},
    outputs: raw.outputs ?? {},
    using,
    main: resolve(main),
    post: post === undefined ? undefined : resolve(post),
  };
}
