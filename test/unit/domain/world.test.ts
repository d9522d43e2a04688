import { createWorld } from '../../../src/domain/world.ts';
import { deployment, webPod } from './cluster-objects.ts';

describe('createWorld', () => {
  const pod = webPod('web-a');

  test('holds the newest state of each object', () => {
    const world = createWorld();
    world.apply({ gone: false, object: pod });
    world.apply({ gone: false, object: webPod('web-a', { ready: 3 }) });
    expect(world.all('Pod')).toEqual([webPod('web-a', { ready: 3 })]);
    expect(world.all('Deployment')).toEqual([]);
  });

  test('a replaced object of the same name is another one', () => {
    const world = createWorld();
    const replaced = { ...pod, metadata: { ...pod.metadata, uid: 'uid-2' } };
    for (const object of [pod, replaced]) world.apply({ gone: false, object });
    world.apply({ gone: true, object: pod });
    expect(world.all('Pod')).toEqual([replaced]);
  });

  test('remembers how pods ended, the newest two hundred', () => {
    const world = createWorld();
    for (let index = 0; index < 201; index++) {
      world.apply({ gone: true, object: webPod(`web-${index}`) });
    }
    world.apply({ gone: true, object: deployment('web') });
    expect(world.gone('Pod')).toHaveLength(200);
    expect(world.gone('Pod')[0]?.metadata.name).toBe('web-1');
  });
});
