import type { Step } from '../../../../actions/build-image/build-log.ts';
import { buildFailure, isBrokenOff } from '../../../../actions/build-image/failure.ts';

const step = (name: string, error: string, output: string[] = []): Step => ({
  ...{ name, error, output },
  ...{ ms: 1, cached: false },
});
const exit = { code: 1, signal: null };

test('a failed RUN: the step, its exit code, the place in the Dockerfile and its last output', () => {
  const said = 'process "/bin/sh -c make; exit 3" did not complete successfully: exit code: 3';
  const error = buildFailure({
    exit,
    steps: [step('[2/2] RUN make; exit 3', said, ['gcc: not found'])],
    text: [
      'Dockerfile:3',
      '--------------------',
      '   2 |     FROM base',
      '   3 | >>> RUN make; \\',
      '   4 | >>>     exit 3',
      '--------------------',
      `ERROR: failed to build: failed to solve: ${said}`,
    ],
  });
  expect(error.code).toBe('build-failed');
  expect(error.message).toBe(
    [
      '[2/2] RUN make; exit 3 failed: exit code: 3',
      'At Dockerfile:3:',
      '   3 | >>> RUN make; \\',
      '   4 | >>>     exit 3',
      'Its last output:',
      'gcc: not found',
    ].join('\n'),
  );
});

test('an error before any step', () => {
  const error = buildFailure({
    exit,
    steps: [],
    text: ['ERROR: failed to solve: failed to read dockerfile: open Dockerfile: no such file'],
  });
  expect(error).toMatchObject({
    code: 'build-failed',
    message: 'failed to read dockerfile: open Dockerfile: no such file',
  });
});

test('a base image that cannot be had is named', () => {
  const name = '[internal] load metadata for docker.io/nosuch/image:9';
  const error = buildFailure({ exit, steps: [step(name, 'not found')], text: [] });
  expect(error).toMatchObject({
    code: 'image-missing',
    message: 'Base image docker.io/nosuch/image:9 cannot be had: not found',
  });
});

test.each([
  'unexpected status from HEAD request to https://r/v2/x/manifests/1: 500 Internal Server Error',
  'unexpected status from PUT request to https://r/v2/x/blobs/uploads/1: 429 Too Many Requests',
  'received unexpected HTTP status: 502 Bad Gateway',
  'failed to do request: Put "https://r/v2/x": write tcp 1:2->3:4: write: broken pipe',
  'failed to copy: unexpected EOF',
  'net/http: TLS handshake timeout',
])('a push that broke off can be tried again: %s', (said) => {
  const failed = { exit, text: [`ERROR: ${said}`] };
  const push = buildFailure({ ...failed, steps: [step('pushing r/x:1 with docker', said)] });
  expect(push).toMatchObject({ code: 'request-failed', hint: expect.stringContaining('registry') });
  expect(isBrokenOff(push)).toBe(true);
  const own = buildFailure({ ...failed, steps: [step('[2/2] RUN curl https://r/x', said)] });
  expect(isBrokenOff(own)).toBe(false);
});

test.each([
  'failed to authorize: failed to fetch oauth token: 401 Unauthorized',
  'denied: permission_denied: write_package',
  'push access denied, repository does not exist or may require authorization',
  'unexpected status from POST request to https://r/v2/x/blobs/uploads/: 403 Forbidden',
])('a refused push is the registry’s refusal: %s', (said) => {
  const error = buildFailure({
    exit,
    steps: [step('pushing r/x:1 with docker', said)],
    text: [`ERROR: ${said}`],
  });
  expect(error.code).toBe('registry-refused');
  expect(error.hint).toContain('registry-password');
});

test('a RUN that was denied something is a failed build, not a refused push', () => {
  const said = 'process "/bin/sh -c cat /root" did not complete successfully: exit code: 1';
  const steps = [step('[1/1] RUN cat /root', said, ['permission denied'])];
  expect(buildFailure({ exit, steps, text: [] }).code).toBe('build-failed');
});

test.each([
  [{ code: 1, signal: null }, 'ended with exit code 1 and gave no reason', 'docker buildx ls'],
  [{ code: 137, signal: null }, 'ended with exit code 137 and gave no reason', 'out of memory'],
  [{ code: null, signal: 'SIGKILL' as const }, 'ended with signal SIGKILL', 'out of memory'],
])('an end without a word is a failure too: %j', (how, said, hint) => {
  const error = buildFailure({ exit: how, steps: [], text: [] });
  expect(error.code).toBe('build-failed');
  expect(error.message).toContain(said);
  expect(error.hint).toContain(hint);
});
