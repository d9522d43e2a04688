import { join } from 'node:path';
import { replaceLink } from '../world/replace-file.ts';
import type { World } from '../world/world.ts';
import { dockerSocket } from './folders.ts';

const clientFolder = (world: World): string => join(world.folder, 'engine');

/** What a `docker` command needs to reach the sandbox's engine. */
export function engineEnvironment(world: World): {
  readonly env: { readonly DOCKER_HOST: string; readonly DOCKER_CONFIG: string };
  /** Folder with `docker`, to put in front of PATH. */
  readonly path: string;
} {
  const folder = clientFolder(world);
  return {
    env: { DOCKER_HOST: `unix://${dockerSocket(world)}`, DOCKER_CONFIG: join(folder, 'config') },
    path: join(folder, 'bin'),
  };
}

/** The command line's own folders: `docker` on a path, buildx as its plug-in, no user's settings. */
export async function writeClient(world: World, tree: string): Promise<void> {
  const { env, path } = engineEnvironment(world);
  const links = {
    [join(path, 'docker')]: 'usr/bin/docker',
    // The name under which dockerd looks for it, for `docker run --init`.
    [join(path, 'docker-init')]: 'usr/bin/tini-static',
    [join(env.DOCKER_CONFIG, 'cli-plugins/docker-buildx')]:
      'usr/libexec/docker/cli-plugins/docker-buildx',
  };
  for (const [link, program] of Object.entries(links)) {
    await replaceLink(join(tree, program), link);
  }
}
