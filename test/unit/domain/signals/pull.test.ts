import { deployment, event, replicaSet, waiting, webPod } from '../cluster-objects.ts';
import { play, type Scene } from '../play.ts';

const web = deployment('web');
const made: Scene = [0, [web, replicaSet('web', 2)]];
const failed = (cause: string) =>
  `failed to pull and unpack image "ghcr.io/acme/web:2": failed to resolve image: ${cause}`;

// Verbatim, from containerd 1.7 under Kubernetes 1.35, docker and CRI-O where named.
const NOT_FOUND = `rpc error: code = NotFound desc = ${failed('ghcr.io/acme/web:2: not found')}`;
const PLATFORM =
  'rpc error: code = NotFound desc = failed to pull and unpack image "ghcr.io/acme/web:2": no match for platform in manifest: not found';
const DENIED = `rpc error: code = Unknown desc = ${failed('pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials')}`;
const FORBIDDEN = `rpc error: code = Unknown desc = ${failed('unexpected status from HEAD request to https://10.201.0.1:5000/v2/app/web/manifests/2: 403 Forbidden')}`;
const REFUSED = `rpc error: code = Unknown desc = ${failed('failed to do request: Head "https://10.201.0.1:5999/v2/app/web/manifests/2": dial tcp 10.201.0.1:5999: connect: connection refused')}`;
const NO_ROUTE = `rpc error: code = Unknown desc = ${failed('failed to do request: Head "https://10.201.0.77:5000/v2/": dial tcp 10.201.0.77:5000: connect: no route to host')}`;
const DNS = `rpc error: code = Unknown desc = ${failed('failed to do request: Head "https://registry.nosuch.invalid/v2/": dial tcp: lookup registry.nosuch.invalid: i/o timeout')}`;
const UNAVAILABLE = `rpc error: code = Unknown desc = ${failed('unexpected status from HEAD request to https://10.201.0.1:5000/v2/: 503 Service Unavailable')}`;
const RATE_LIMIT = `rpc error: code = Unknown desc = ${failed("toomanyrequests: You have reached your pull rate limit as 'bob': dckr_jti_AbC-1=. You may increase the limit")}`;
const DOCKER = 'Error response from daemon: manifest for acme/web:2 not found: manifest unknown';
const CRIO =
  'reading manifest 2 in quay.io/acme/web: manifest unknown: manifest unknown; artifact err: …';

const status = (reason: string, message: string) =>
  webPod('web-a', { state: waiting(reason, message) });
const pulls = (cause: string, count: number, seconds: number) =>
  event(webPod('web-a'), 'Failed', `Failed to pull image "ghcr.io/acme/web:2": ${cause}`, {
    container: 'web',
    count,
    seconds,
  });

/** Pulls are tried at 0, 14 and 42 s; between them the status says ImagePullBackOff. */
const attempts = (cause: string, count = 3): readonly Scene[] =>
  [4, 18, 46].slice(0, count).flatMap((seconds, index): readonly Scene[] => [
    [seconds, [pulls(cause, index + 1, seconds), status('ErrImagePull', cause)]],
    [seconds + 1, [status('ImagePullBackOff', 'Back-off pulling image "ghcr.io/acme/web:2"')]],
  ]);

describe('an image that does not arrive', () => {
  test.each([
    ['a tag the registry does not have', NOT_FOUND, 'image-not-found', 4],
    ['the same from docker', DOCKER, 'image-not-found', 4],
    ['the same from CRI-O', CRIO, 'image-not-found', 4],
    ['an image for another platform', PLATFORM, 'wrong-platform', 4],
    ['a registry that wants a login', DENIED, 'image-denied', 18],
    ['a registry that forbids', FORBIDDEN, 'image-denied', 18],
    ['a registry that refuses connections', REFUSED, 'registry-unreachable', 46],
    ['a registry without a route', NO_ROUTE, 'registry-unreachable', 46],
    ['a registry that DNS does not know', DNS, 'registry-unreachable', 46],
    ['a registry that is down', UNAVAILABLE, 'registry-unreachable', 46],
    ['a rate limit', RATE_LIMIT, 'registry-unreachable', 46],
  ])('%s', (_, cause, code, seconds) => {
    const played = play({ manifest: [web] }, [made, ...attempts(cause)]);
    expect({ code: played.verdict?.code, seconds: played.seconds }).toEqual({ code, seconds });
    expect(played.verdict).toMatchObject({
      workload: 'Deployment/web',
      object: 'Pod/web-a',
      container: 'web',
      hint: expect.stringContaining('ghcr.io/acme/web:2'),
    });
  });

  test('a name that is none is found at once', () => {
    const message =
      'Failed to apply default image tag "App/Web:2": couldn\'t parse image name "App/Web:2": invalid reference format: repository name (App/Web) must be lowercase';
    const { verdict } = play({ manifest: [web] }, [
      made,
      [1, [status('InvalidImageName', message)]],
    ]);
    expect(verdict).toMatchObject({
      code: 'image-not-found',
      message,
      hint: expect.stringContaining('not a valid image name'),
    });
  });

  test('pull-attempts gives a replicated registry time', () => {
    const played = play({ manifest: [web], limits: { pullAttempts: 2 } }, [
      made,
      ...attempts(NOT_FOUND),
    ]);
    expect(played).toMatchObject({ verdict: { code: 'image-not-found' }, seconds: 18 });
  });

  test('two failed pulls and a good third are no failure', () => {
    const played = play({ manifest: [web], until: 90 }, [
      made,
      ...attempts(UNAVAILABLE, 2),
      [46, [webPod('web-a', { ready: 46 })]],
    ]);
    expect(played).toMatchObject({ verdict: undefined, standing: [] });
  });

  test('without events the status alone proves a missing image', () => {
    const played = play({ manifest: [web] }, [
      made,
      [3, [status('ImagePullBackOff', `Back-off pulling image "x": ErrImagePull: ${NOT_FOUND}`)]],
    ]);
    expect(played.verdict?.code).toBe('image-not-found');
  });

  test('what Docker Hub says about an account stays out of the message', () => {
    const { verdict } = play({ manifest: [web] }, [made, ...attempts(RATE_LIMIT)]);
    expect(verdict?.message).toContain('pull rate limit as');
    expect(JSON.stringify(verdict)).not.toMatch(/bob|dckr_jti/);
  });

  test('the hint for a refused login names the Secret that the pod pulls with', () => {
    const withSecret = {
      ...status('ErrImagePull', DENIED),
      spec: {
        containers: [{ name: 'web', image: 'ghcr.io/acme/web:2' }],
        imagePullSecrets: [{ name: 'regcred' }],
      },
    };
    const { verdict } = play({ manifest: [web] }, [made, [4, [withSecret, pulls(DENIED, 2, 4)]]]);
    expect(verdict?.hint).toContain('Secret regcred');
  });
});
