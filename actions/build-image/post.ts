import { runPost } from '../../src/runner/run-action.ts';
import { removeScratch } from '../../src/tools/scratch.ts';
import { removeBundle } from './bundle-file.ts';

await runPost(async (io) => {
  await Promise.all([removeScratch(io.loadState), removeBundle(io.loadState)]);
});
