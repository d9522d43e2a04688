import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { logout } from '../../src/cloud/login.ts';
import { runPost } from '../../src/runner/run-action.ts';
import { removeScratch } from '../../src/tools/scratch.ts';

await runPost(async (io) => {
  const evidence = io.loadState('evidence-file');
  await Promise.all([
    logout(io.loadState),
    removeScratch(io.loadState),
    // State comes from the environment of the job: only what is ours by its name.
    basename(evidence).startsWith('evidence-') ? rm(evidence, { force: true }) : undefined,
  ]);
});
