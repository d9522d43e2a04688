import {
  deployment,
  exited,
  type PodOptions,
  replicaSet,
  waiting,
  webPod,
} from '../cluster-objects.ts';
import { play } from '../play.ts';

const web = deployment('web');
const run = (options: PodOptions) =>
  play({ manifest: [web], until: 60 }, [
    [0, [web, replicaSet('web', 2)]],
    [2, [webPod('web-a', options)]],
  ]);

const runcSays = (what: string) =>
  `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ${what}`;
const runc = (what: string) => runcSays(`error during container init: ${what}: unknown`);

describe('a container that does not start', () => {
  test.each<[string, PodOptions, string, number, string]>([
    [
      'a command that is not there',
      {
        state: waiting(
          'RunContainerError',
          runc('exec: "/nope": stat /nope: no such file or directory'),
        ),
      },
      'bad-command',
      2,
      'command, args',
    ],
    [
      'a command that is not in the PATH',
      {
        state: waiting(
          'RunContainerError',
          runc('exec: "serve": executable file not found in $PATH'),
        ),
      },
      'bad-command',
      2,
      'command',
    ],
    [
      'a command that may not run',
      { state: waiting('RunContainerError', runc('exec: "/etc/passwd": permission denied')) },
      'bad-command',
      2,
      'executable',
    ],
    [
      'the same when the status is in its back-off',
      {
        restarts: 1,
        state: waiting('CrashLoopBackOff', 'back-off 10s restarting failed container=web'),
        lastState: {
          terminated: {
            exitCode: 128,
            reason: 'StartError',
            message: runc('exec: "/nope": stat /nope: no such file or directory'),
          },
        },
      },
      'bad-command',
      2,
      'command',
    ],
    [
      'a program for another processor',
      { state: waiting('RunContainerError', runc('exec /app: exec format error')) },
      'wrong-platform',
      2,
      'node-1',
    ],
    [
      'a user that may not be root',
      {
        state: waiting(
          'CreateContainerConfigError',
          'container has runAsNonRoot and image will run as root (pod: "web-a_shop(1)", container: web)',
        ),
      },
      'denied-by-policy',
      2,
      'runAsUser',
    ],
    [
      'a Secret that is not there',
      { state: waiting('CreateContainerConfigError', 'secret "nosec" not found') },
      'missing-config',
      17,
      'Create the Secret nosec in namespace shop',
    ],
    [
      'a ConfigMap that is not there',
      { state: waiting('CreateContainerConfigError', 'configmap "settings" not found') },
      'missing-config',
      17,
      'Create the ConfigMap settings',
    ],
    [
      'a key that is not in a Secret',
      {
        state: waiting(
          'CreateContainerConfigError',
          "couldn't find key DATABASE_URL in Secret shop/web",
        ),
      },
      'missing-config',
      17,
      'Add the key DATABASE_URL to Secret web in namespace shop',
    ],
    [
      'a subPath that is not there',
      {
        state: waiting(
          'CreateContainerConfigError',
          'failed to prepare subPath for volumeMount "data" of container "web"',
        ),
      },
      'missing-volume',
      17,
      'subPath',
    ],
  ])('%s', (_, options, code, seconds, hint) => {
    const played = run(options);
    expect({ code: played.verdict?.code, seconds: played.seconds }).toEqual({ code, seconds });
    expect(played.verdict?.hint).toContain(hint);
  });

  test('what is missing is named for whoever looks for it', () => {
    const message = "couldn't find key DATABASE_URL in Secret shop/web";
    const { verdict } = run({ state: waiting('CreateContainerConfigError', message) });
    expect(verdict?.needs).toEqual({ kind: 'Secret', name: 'web', key: 'DATABASE_URL' });
  });

  test('a node that has not read its Secrets yet is no failure', () => {
    const message = 'failed to sync secret cache: timed out waiting for the condition';
    expect(run({ state: waiting('CreateContainerConfigError', message) }).verdict).toBeUndefined();
  });

  test.each([
    [
      'runc',
      'RunContainerError',
      runcSays('container init was OOM-killed (memory limit too low?)'),
    ],
    [
      'CRI-O',
      'CreateContainerError',
      'set memory limit 4194304 too low; should be at least 12582912',
    ],
  ])(
    'a memory limit that nothing starts in is none of the command, says %s',
    (_, reason, message) => {
      const played = run({ state: waiting(reason, message) });
      expect(played.verdict).toBeUndefined();
      expect(played.explain('context deadline exceeded')).toMatchObject({
        code: 'out-of-memory',
        message,
        hint: expect.stringContaining('resources.limits.memory'),
      });
    },
  );

  test('an error of the runtime that may pass explains a time-out', () => {
    const message = 'failed to reserve container name "web": name is reserved';
    const played = run({ state: waiting('CreateContainerError', message) });
    expect(played.verdict).toBeUndefined();
    expect(played.explain('context deadline exceeded')).toMatchObject({ message });
  });

  test('a container that started after all is none of it', () => {
    const lastState = exited(128, 1, 2, 'StartError');
    expect(run({ ready: 5, restarts: 1, lastState })).toMatchObject({ standing: [] });
  });
});
