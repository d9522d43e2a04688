import { withFault, withoutFault } from './fault.ts';
import { approve, dispatch, dispatchRollback } from './people.ts';
import {
  annotations,
  requireGreen,
  requireSameImage,
  requireServed,
  untilBroken,
} from './require.ts';
import { DEPLOY, type Scene } from './scene.ts';
import { startTraffic } from './traffic.ts';

/** No check finds it: one click goes back, the environment is held, and lifted when it is mended. */
export async function badInProduction(scene: Scene): Promise<void> {
  const { screen } = scene.ports;
  const { production, repository, stage } = scene;
  screen.chapter('A version that is bad only in production: one click back, held, lifted');
  await screen.phase('3.0.0 to production', async () => {
    await repository.edit('deploy/staging.yml', withoutFault);
    await repository.edit('deploy/production.yml', (text) =>
      withFault(text, '{ FAIL: errors, FAIL_AFTER_SECONDS: "25" }'),
    );
    await repository.release('3.0.0', 'Version 3.0.0, breaks after a while');
    requireGreen(await (await stage.nextRun(DEPLOY)).done);
    const main = await stage.nextRun(DEPLOY);
    await approve(scene, main.id);
    requireGreen(await main.done);
    await requireServed(production, '3.0.0');
    return { value: undefined, proof: '3.0.0 passed every check there is' };
  });
  const broken = await screen.phase('3.0.0 breaks', async () => {
    await untilBroken(production);
    return { value: Date.now(), proof: `${production.url} answers with errors` };
  });
  await screen.phase('rollback, one click', async () => {
    const restored = await dispatchRollback(scene, 'apply', 'errors since 3.0.0');
    requireGreen(restored);
    await requireServed(production, '1.0.0');
    const traffic = startTraffic(production.url);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { requests, failed } = await traffic.stop();
    if (failed.length > 0) throw new Error(`${failed.length} of ${requests} requests failed`);
    const seconds = ((Date.now() - broken) / 1000).toFixed(0);
    return { value: undefined, proof: `1.0.0 serves again ${seconds} s after the first error` };
  });
  await screen.phase('the next push is held', async () => {
    await repository.edit('deploy/production.yml', withoutFault);
    await repository.release('4.0.0', 'Version 4.0.0, mended');
    requireGreen(await (await stage.nextRun(DEPLOY)).done);
    const main = await stage.nextRun(DEPLOY);
    await approve(scene, main.id);
    const held = await main.done;
    const said = annotations(held).find((text) => text.includes('on hold'));
    if (held.conclusion !== 'failure' || !said) throw new Error(`not held: ${annotations(held)}`);
    await requireServed(production, '1.0.0');
    return { value: undefined, proof: said.split('\n')[0] ?? '' };
  });
  await screen.phase('lifted', async () => {
    requireGreen(await dispatchRollback(scene, 'lift', 'mended in 4.0.0'));
    // Not by bob: nobody approves what he started himself.
    await dispatch(scene, scene.alice, DEPLOY);
    const main = await stage.nextRun(DEPLOY);
    await approve(scene, main.id);
    requireGreen(await main.done);
    await requireServed(production, '4.0.0');
    const same = await requireSameImage(scene);
    return {
      value: undefined,
      proof: `4.0.0 in production, ${same.pods} pods of the proven image`,
    };
  });
}
