import { type Environment, environment } from '../../sandbox/environment.ts';
import { ensureUp } from '../../sandbox/up.ts';
import type { Progress } from '../../sandbox/world/progress.ts';
import { run } from '../../sandbox/world/run.ts';
import { openWorld, type World } from '../../sandbox/world/world.ts';

/** The shared sandbox of the integration tests: each suite works in names of its own. */
export interface TestSandbox {
  readonly world: World;
  readonly environment: Environment;
  /** Runs a command as `sandbox exec` does, inside the network; returns its stdout. */
  run(argv: readonly string[], input?: string): Promise<string>;
}

const silent: Progress = { step: (_name, body) => body(), note: () => {} };

/**
 * Brings the sandbox up where it is not, which takes minutes only while its tools are built.
 * SANDBOX_NAME chooses another than the default one.
 */
export async function testSandbox(name = process.env.SANDBOX_NAME): Promise<TestSandbox> {
  const world = await openWorld(name);
  await ensureUp(world, silent);
  const known = await environment(world);
  const env = { ...process.env, ...known.env };
  return {
    world,
    environment: known,
    run: (argv, input = '') => run([...known.enter, ...argv], { env, input }),
  };
}
