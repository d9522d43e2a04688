import { logout } from '../../src/cloud/login.ts';
import { runPost } from '../../src/runner/run-action.ts';
import { removeScratch } from '../../src/tools/scratch.ts';

await runPost(async (io) => {
  await Promise.all([logout(io.loadState), removeScratch(io.loadState)]);
});
