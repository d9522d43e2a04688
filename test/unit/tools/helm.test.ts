import type { ActionError } from '../../../src/errors.ts';
import { createHelm } from '../../../src/tools/helm.ts';
import type { RevisionInput } from '../../../src/tools/helm-args.ts';

/** A helm that answers its version, and keeps what it was called with. */
function helmOf(version: string) {
  const calls: (readonly string[])[] = [];
  const helm = createHelm(
    { release: 'web', namespace: 'shop', env: {} },
    {
      exec: async (_command, args) => {
        calls.push(args);
        const stdout = args[0] === 'version' ? version : '';
        return { code: args[0] === 'version' ? 0 : 1, stdout, stderr: 'Error: no cluster' };
      },
      startProcess: async (_command, args) => {
        calls.push(args);
        return {
          pid: 1,
          exited: Promise.resolve({ code: 0, signal: null }),
          ended: Promise.resolve({ code: 0, signal: null }),
          signal: () => {},
          signalGroup: () => {},
          stop: async () => ({ code: 0, signal: null }),
        };
      },
    },
  );
  return { helm, calls, verbs: () => calls.map(([verb]) => verb) };
}

const input: RevisionInput = {
  ...{ chart: './chart', version: '', files: [], stdin: '' },
  ...{ timeoutMs: 60_000, historyMax: 10, createNamespace: false, labels: {}, description: '' },
  ...{ wait: 'legacy', waitForJobs: false, takeOwnership: false, forceConflicts: true },
};
const upgrade = { ...input, onLine: () => {} };

test('helm is not started to ask for its version where nothing depends on it', async () => {
  const { helm, verbs } = helmOf('v4.2.3');
  expect(await helm.render(input)).toEqual({ ok: false, error: 'no cluster' });
  expect(verbs()).toEqual(['upgrade']);
});

test('the version is asked for once', async () => {
  const { helm, verbs } = helmOf('v4.2.3');
  await helm.upgrade(upgrade);
  expect(await helm.version()).toBe('v4.2.3');
  expect(verbs()).toEqual(['version', 'upgrade']);
});

test.each([
  ['v3.18.0', ['--wait'], ['--wait=legacy', '--force-conflicts']],
  ['v4.2.3', ['--wait=legacy', '--force-conflicts'], ['--wait']],
])(
  'helm %s is told how to wait, and whom to overrule, in its own way',
  async (version, has, lacks) => {
    const { helm, calls } = helmOf(version);
    await helm.upgrade(upgrade);
    const args = calls.at(-1) ?? [];
    expect(has.filter((flag) => !args.includes(flag))).toEqual([]);
    expect(lacks.filter((flag) => args.includes(flag))).toEqual([]);
  },
);

test.each(['v3.17.4', 'v2.17.0'])('helm %s is too old, and upgrades nothing', async (version) => {
  const { helm, verbs } = helmOf(version);
  const refused = await helm.upgrade(upgrade).catch((error: ActionError) => error);
  expect(refused).toMatchObject({ code: 'helm-failed', hint: /3\.18/ });
  expect(verbs()).toEqual(['version']);
});

describe('a program that is called helm', () => {
  const helmThat = (...answer: Parameters<typeof programThat>) =>
    createHelm({ release: 'web', namespace: 'shop', env: {} }, programThat(...answer));
  const programThat = (code: number, stdout: string, stderr = '') => ({
    exec: async () => ({ code, stdout, stderr }),
    startProcess: () => Promise.reject(new Error('nothing is started')),
  });

  test.each([
    ['is made for another machine', 126, '', 'cannot execute binary file', 'cannot execute'],
    ['is no helm', 0, 'usage: helm the boat', '', 'usage: helm the boat'],
    ['says nothing', 0, '', '', 'nothing, and ended with code 0'],
  ])('and %s is told with its words', async (_, code, stdout, stderr, said) => {
    await expect(helmThat(code, stdout, stderr).version()).rejects.toMatchObject({
      code: 'helm-failed',
      message: expect.stringContaining(`does not say its version; it says: ${said}`),
      hint: expect.stringContaining('helm version'),
    });
  });

  test('and prints nothing where JSON is expected is no defect of ours', async () => {
    await expect(helmThat(0, '').render(input)).rejects.toMatchObject({
      code: 'helm-failed',
      message: expect.stringContaining('helm upgrade printed no JSON, but nothing'),
    });
  });
});
