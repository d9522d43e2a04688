import { deployment, event, exited, replicaSet, waiting, webPod } from './cluster-objects.ts';
import { play } from './play.ts';

const web = deployment('web');
const setting = { manifest: [web] };
const made = [web, replicaSet('web', 2)];
const NOT_FOUND =
  'rpc error: code = NotFound desc = failed to pull and unpack image "REG/app/web:nope": failed to resolve image: REG/app/web:nope: not found';

test('an image the registry does not have ends the rollout at once', () => {
  const pod = webPod('web-a', { state: waiting('ErrImagePull', NOT_FOUND) });
  const { verdict, seconds } = play(setting, [
    [0, made],
    [3, [pod]],
  ]);
  expect(seconds).toBe(3);
  expect(verdict).toMatchObject({
    code: 'image-not-found',
    workload: 'Deployment/web',
    object: 'Pod/web-a',
    namespace: 'shop',
    container: 'web',
    message: NOT_FOUND,
    hint: expect.stringContaining('ghcr.io/acme/web:2'),
  });
});

test('a crash loop needs three exits and twenty seconds', () => {
  const crash = (restarts: number, since: number) => [
    webPod('web-a', { restarts, state: exited(1, since, since + 1) }),
  ];
  const backOff = webPod('web-a', {
    restarts: 2,
    state: waiting('CrashLoopBackOff', 'back-off 20s restarting failed container'),
    lastState: exited(1, 14, 15),
  });
  const { verdict, seconds } = play({ ...setting, until: 30 }, [
    [0, made],
    [2, crash(0, 1)],
    [3, crash(1, 2)],
    [15, crash(2, 14)],
    [16, [backOff]],
  ]);
  expect({ code: verdict?.code, seconds }).toEqual({ code: 'crash-loop', seconds: 21 });
});

test('events count, not flips of the status', () => {
  const flip = (reason: string) =>
    webPod('web-a', { state: waiting(reason, 'Back-off pulling image "x"') });
  const pulls = (count: number) =>
    event(webPod('web-a'), 'Failed', 'Failed to pull image "x": dial tcp: connection refused', {
      count,
      container: 'web',
    });
  const { verdict, seconds } = play(setting, [
    [0, made],
    [4, [flip('ErrImagePull'), pulls(1)]],
    [5, [flip('ImagePullBackOff')]],
    [18, [flip('ErrImagePull'), pulls(2)]],
    [19, [flip('ImagePullBackOff')]],
    [45, [pulls(3)]],
  ]);
  expect({ code: verdict?.code, seconds }).toEqual({ code: 'registry-unreachable', seconds: 45 });
});
