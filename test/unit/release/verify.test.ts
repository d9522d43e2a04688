import type { Revision } from '../../../src/domain/history.ts';
import type { RunningImage } from '../../../src/domain/identity.ts';
import type { ActionError } from '../../../src/errors.ts';
import { type VerifyPorts, verifyRelease } from '../../../src/release/verify.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const running = (ready: number, more: Partial<RunningImage> = {}): RunningImage => ({
  workload: 'Deployment/api',
  container: 'api',
  image: `ghcr.io/acme/api@${digest}`,
  digest,
  reported: [],
  ready,
  desired: 2,
  old: 0,
  rolls: true,
  ...more,
});
const revision = (number: number, status: Revision['status']): Revision => ({
  number,
  status,
  labels: {},
});

/** Ports over a sequence of answers; the last one stays. Each sleep is one second. */
function ports(answers: readonly RunningImage[], history = [revision(3, 'deployed')]) {
  let time = 0;
  let asked = 0;
  const made: VerifyPorts = {
    history: async () => history,
    states: async () => 'a@1',
    running: async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)];
      return answer ? [answer] : [];
    },
    elapsed: () => time,
    sleep: async () => {
      time += 1000;
    },
  };
  return { made, times: () => asked };
}

const input = {
  namespace: 'shop',
  expected: 3,
  manifest: [{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api' } }],
  asked: [{ name: 'api', digest }],
  deadline: 10_000,
};
const refusal = (promise: Promise<unknown>): Promise<ActionError> =>
  promise.then(
    () => Promise.reject(new Error('it was accepted')),
    (error: ActionError) => error,
  );

test('waits for pods that helm counts as done (maxUnavailable) and returns what runs', async () => {
  const { made, times } = ports([running(1), running(1), running(2)]);
  expect(await verifyRelease(input, made)).toEqual([running(2)]);
  expect(times()).toBe(3);
});

test('gives up at the deadline, naming what is missing', async () => {
  const { made } = ports([running(1)]);
  const error = await refusal(verifyRelease(input, made));
  expect(error.code).toBe('timeout');
  expect(error.message).toContain('Deployment/api api: 1 of 2 pods are ready');
});

test('does not wait for an image that no workload has', async () => {
  const { made, times } = ports([running(2, { digest: `sha256:${'b'.repeat(64)}` })]);
  expect((await refusal(verifyRelease(input, made))).code).toBe('wrong-digest');
  expect(times()).toBe(1);
});

test('what was proven a moment ago is not read again, until a workload changed', async () => {
  const earlier = { images: [running(2)], states: 'a@1' };
  const { made, times } = ports([running(2, { old: 0, image: 'read again' })]);
  expect(await verifyRelease({ ...input, earlier }, made)).toEqual([running(2)]);
  expect(times()).toBe(0);
  const changed = { ...made, states: async () => 'a@2' };
  expect(await verifyRelease({ ...input, earlier }, changed)).toMatchObject([
    { image: 'read again' },
  ]);
  const blind = { ...made, states: () => Promise.reject(new Error('403')) };
  expect(await verifyRelease({ ...input, earlier }, blind)).toMatchObject([
    { image: 'read again' },
  ]);
});

test('an earlier proof does not stand for the revision', async () => {
  const earlier = { images: [running(2)], states: 'a@1' };
  const { made } = ports([running(2)], [revision(3, 'failed')]);
  expect((await refusal(verifyRelease({ ...input, earlier }, made))).code).toBe('wrong-revision');
});

test.each([
  ['another revision is the newest', [revision(3, 'superseded'), revision(4, 'deployed')]],
  ['the revision is not deployed', [revision(3, 'failed')]],
  ['there is no release', []],
])('refuses when %s', async (_, history) => {
  const { made, times } = ports([running(2)], [...history]);
  expect((await refusal(verifyRelease(input, made))).code).toBe('wrong-revision');
  expect(times()).toBe(0);
});
