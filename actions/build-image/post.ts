import { runPost } from '../../src/runner/run-action.ts';
import { removeScratch } from '../../src/tools/scratch.ts';

await runPost((io) => removeScratch(io.loadState));
