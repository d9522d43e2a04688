import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One bundle: the TypeScript file it starts with and the folder of `dist` it is built into. */
export interface Entry {
  /** Relative to the repository, e.g. `actions/rollback/main.ts`. */
  readonly source: string;
  /** Relative to the repository, e.g. `dist/rollback`. */
  readonly target: string;
}

/** The exec credential plugin: started by kubectl, so it is a bundle without an action. */
export const CREDENTIAL: Entry = {
  source: 'src/cloud/credential-main.ts',
  target: 'dist/credential',
};

/** Names of the folders below `actions` that have a `main.ts`, sorted. */
export function actionNames(root: string): readonly string[] {
  const folder = join(root, 'actions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'main.ts')))
    .sort();
}

/** Every bundle of the repository, found in its folders: there is no list to forget one in. */
export function findEntries(root: string): readonly Entry[] {
  const ofActions = actionNames(root).flatMap((name) => [
    { source: `actions/${name}/main.ts`, target: `dist/${name}` },
    { source: `actions/${name}/post.ts`, target: `dist/${name}/post` },
  ]);
  return [...ofActions, CREDENTIAL].filter((entry) => existsSync(join(root, entry.source)));
}
