import { runE2e } from './e2e.ts';
import { approve } from './people.ts';
import { requireGreen, requireSameImage, requireServed } from './require.ts';
import { DEPLOY, type Scene } from './scene.ts';

/** A push goes through to production: built once, proven in staging, approved by a person. */
export async function goodVersion(scene: Scene): Promise<void> {
  const { screen } = scene.ports;
  screen.chapter('A good version: develop → staging → E2E → main → approval → production');
  await screen.phase('1.0.0 to production', async () => {
    await scene.repository.release('1.0.0', 'Version 1.0.0');
    const develop = await scene.stage.nextRun(DEPLOY);
    requireGreen(await develop.done);
    const main = await scene.stage.nextRun(DEPLOY);
    await approve(scene, main.id);
    requireGreen(await main.done);
    await requireServed(scene.production, '1.0.0');
    const same = await requireSameImage(scene);
    await runE2e(scene.repository.folder, scene.production.url, '1.0.0');
    return {
      value: undefined,
      proof: `${same.pods} pods run ${same.digest.slice(0, 19)}…, the image staging proved`,
    };
  });
}
