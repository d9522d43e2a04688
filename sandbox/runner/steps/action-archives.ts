import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Origin } from '../calls/reference.ts';

/** Unpacks repositories of actions, each commit once per run, as `git archive` gives them. */
export interface ActionArchives {
  /** @returns the folder of the repository at the commit */
  readonly unpack: (origin: Origin) => Promise<string>;
}

/** @param folder of the run; archives go to `_actions/OWNER/REPO/SHA` below */
export function actionArchives(folder: string): ActionArchives {
  const unpacked = new Map<string, Promise<string>>();
  return {
    unpack: ({ repository, sha }) => {
      const target = join(folder, '_actions', repository.fullName, sha);
      const known = unpacked.get(target);
      if (known !== undefined) return known;
      const fresh = unpackInto(target, repository.gitFolder, sha);
      unpacked.set(target, fresh);
      return fresh;
    },
  };
}

async function unpackInto(target: string, gitFolder: string, sha: string): Promise<string> {
  await mkdir(target, { recursive: true });
  const archive = spawn('git', ['--git-dir', gitFolder, 'archive', '--format=tar', sha], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const unpack = spawn('tar', ['-x', '-C', target], { stdio: ['pipe', 'ignore', 'inherit'] });
  archive.stdout.pipe(unpack.stdin);
  const codes = await Promise.all(
    [archive, unpack].map(
      (child) =>
        new Promise<number | null>((resolve, reject) => {
          child.once('error', reject);
          child.once('close', resolve);
        }),
    ),
  );
  if (codes.some((code) => code !== 0)) {
    throw new Error(`git archive ${sha} of ${gitFolder} failed (exit ${codes.join(', ')})`);
  }
  return target;
}
