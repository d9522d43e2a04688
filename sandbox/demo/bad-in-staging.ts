import { withFault } from './fault.ts';
import { headOfMain } from './people.ts';
import { requireServed } from './require.ts';
import { DEPLOY, type Scene } from './scene.ts';

/** The E2E test finds it: staging goes back by itself, and main never hears of it. */
export async function badInStaging(scene: Scene): Promise<void> {
  const { screen } = scene.ports;
  screen.chapter('A version whose E2E fails: undone by itself, main is not moved');
  await screen.phase('2.0.0 undone in staging', async () => {
    const before = await headOfMain(scene);
    await scene.repository.edit('deploy/staging.yml', (text) =>
      withFault(text, '{ FAIL: errors }'),
    );
    await scene.repository.release('2.0.0', 'Version 2.0.0, answers with errors');
    const run = await (await scene.stage.nextRun(DEPLOY)).done;
    if (run.conclusion !== 'failure') throw new Error(`the run is ${run.conclusion}, not failure`);
    await requireServed(scene.staging, '1.0.0');
    await requireServed(scene.production, '1.0.0');
    const after = await headOfMain(scene);
    if (before !== after) throw new Error(`main was moved from ${before} to ${after}`);
    return {
      value: undefined,
      proof: `staging serves 1.0.0 again, main stays at ${after.slice(0, 12)}`,
    };
  });
}
