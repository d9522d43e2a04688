// Needs the sandbox: dockerd with BuildKit, the registry, the stand-in base images.
import { existsSync } from 'node:fs';
import { buildBench, errors, expectFailure, uniqueStep } from '../support/build-bench.ts';

const { path, build, manifest, startProxy } = buildBench();

test('a registry that loses the manifest after the push is a failure', async () => {
  // The engine itself reads the manifest once after its push.
  const lost = {
    method: 'GET',
    path: 'manifests/sha256',
    after: 1,
    does: { status: 404 },
  } as const;
  const host = await startProxy({ faults: [lost] });
  const files = { Dockerfile: `FROM busybox:1.36\n${uniqueStep()}` };
  const result = await build({ files, inputs: { image: `${host}/${path()}`, tags: 'v1' } });
  expectFailure(result, /@sha256:\w+: the registry answered 404/);
  expect(result.annotations[0]?.title).toBe('image-missing');
  expect((await manifest('v1')).status).toBe(200);
});

test('a login that may read but not push is the registry’s refusal', async () => {
  const denied = {
    method: 'POST',
    path: 'blobs/uploads',
    does: { status: 403, body: '{"errors":[{"code":"DENIED","message":"write_package"}]}' },
  } as const;
  const host = await startProxy({ faults: [denied] });
  const files = { Dockerfile: `FROM busybox:1.36\n${uniqueStep()}` };
  const result = await build({ files, inputs: { image: `${host}/${path()}`, tags: 'v1' } });
  expectFailure(result, /^The push was refused: .*403 Forbidden/);
  expect(result.annotations[0]?.title).toBe('registry-refused');
});

test('a cancel in the middle stops the build and leaves no tag', async () => {
  const files = { Dockerfile: `FROM busybox:1.36\n${uniqueStep()}RUN echo begun; sleep 60\n` };
  const result = await build({
    files,
    inputs: { tags: 'v1', secrets: 'one=some-secret' },
    cancelAfter: /^ {4}begun$/,
  });
  expect(result.conclusion).toBe('cancelled');
  expect(errors(result)).toEqual([
    'The run was cancelled; the build was stopped; nothing was pushed.',
  ]);
  expect(result.phases.main.signals.map(({ signal }) => signal)).toEqual(['SIGINT']);
  expect(result.outputs).toMatchObject({ status: 'failed', image: '', digest: '' });
  expect(result.leftovers).toEqual([]);
  expect(result.orphans).toEqual([]);
  expect((await manifest('v1')).status).toBe(404);
});

test('killed outright, post still removes the private files', async () => {
  const files = { Dockerfile: `FROM busybox:1.36\n${uniqueStep()}RUN echo begun; sleep 20\n` };
  const result = await build({
    files,
    inputs: { tags: 'v1', secrets: 'one=some-secret' },
    cancelAfter: /^ {4}begun$/,
    grace: [0, 0],
  });
  expect(result.phases.main.code).not.toBe(0);
  expect(result.leftovers).toEqual([]);
  expect(existsSync(result.state['scratch-folder'] ?? '/')).toBe(false);
});

test('a build that takes too long is stopped and says at which step', async () => {
  const files = { Dockerfile: `FROM busybox:1.36\n${uniqueStep()}RUN echo begun; sleep 90\n` };
  const result = await build({ files, inputs: { tags: 'v1', timeout: '30s' } });
  expectFailure(
    result,
    /^The build was stopped after 30\.0 s; the last output came from \[3\/3\] RUN/,
  );
  expect(result.annotations[0]?.title).toBe('timeout');
});
