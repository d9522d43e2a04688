// Needs the sandbox: dockerd with BuildKit, the registry, the stand-in base images.
import { buildBench, errors, expectFailure, uniqueStep } from '../support/build-bench.ts';

const { sandbox, path, build, ask, manifest } = buildBench();

test('an image is built, pushed, and is in the registry under every tag; the second build is cached', async () => {
  const files = { 'api/Dockerfile': `FROM busybox:1.36\n${uniqueStep()}RUN cat /unique\n` };
  const inputs = { context: 'api', tags: 'v1, latest' };
  const first = await build({ files, inputs });
  expect(errors(first)).toEqual([]);
  const { digest = '', image, images = '{}' } = first.outputs;
  for (const name of ['v1', 'latest', digest]) {
    expect((await manifest(name)).header('docker-content-digest')).toBe(digest);
  }
  const repository = `${sandbox().environment.registry}/${path()}`;
  expect(image).toBe(`${repository}@${digest}`);
  expect(JSON.parse(images)).toEqual({
    schema: 1,
    images: {
      api: { repository, digest, tags: ['v1', 'latest'], platforms: ['linux/amd64'] },
    },
  });
  expect(first.lines.some((line) => /^✔ \[2\/3\] RUN echo .* \d+(\.\d)? m?s$/.test(line))).toBe(
    true,
  );
  expect(first.summary).toContain('0 of 2');

  const second = await build({ files, inputs });
  expect(second.lines.filter((line) => line.endsWith(' CACHED'))).toHaveLength(2);
  expect(second.summary).toContain('2 of 2');
  expect(second.leftovers).toEqual([]);
});

test('stages, target, build arguments and labels arrive, on a node base image', async () => {
  const dockerfile = [
    'FROM node:24-slim AS build',
    'ARG GREETING',
    "RUN node -e \"require('fs').writeFileSync('/out', process.env.GREETING + process.versions.node)\"",
    'FROM build AS other',
    'RUN exit 1',
    'FROM busybox:1.36 AS wanted',
    'COPY --from=build /out /out',
    'FROM other',
  ].join('\n');
  const result = await build({
    files: { 'docker/api.Dockerfile': dockerfile },
    inputs: {
      file: 'docker/api.Dockerfile',
      target: 'wanted',
      'build-args': 'GREETING=hello from node',
      labels: 'team=shop',
      tags: 'v1',
    },
  });
  expect(errors(result)).toEqual([]);
  const run = ['docker', 'run', '--rm', result.outputs.image ?? '', 'cat', '/out'];
  expect(await sandbox().run(run)).toMatch(/^hello from node24\.\d+/);
  const index = JSON.parse((await manifest('v1')).text) as { manifests: { digest: string }[] };
  const image = JSON.parse((await manifest(index.manifests[0]?.digest ?? '')).text) as {
    config: { digest: string };
  };
  const config = JSON.parse((await ask(`blobs/${image.config.digest}`)).text) as {
    config: { Labels: Record<string, string> };
  };
  expect(config.config.Labels).toMatchObject({
    team: 'shop',
    'org.opencontainers.image.revision': expect.stringMatching(/^[0-9a-f]{40}$/),
    'org.opencontainers.image.source': expect.stringMatching(/^https:\/\//),
  });
}, 180_000);

test('push: false builds and leaves the registry alone', async () => {
  const files = { Dockerfile: `FROM busybox:1.36\n${uniqueStep()}` };
  const result = await build({ files, inputs: { push: 'false', tags: 'v1' } });
  expect(result.conclusion).toBe('success');
  expect(result.outputs).toMatchObject({ status: 'built', image: '', digest: '' });
  expect((await manifest('v1')).status).toBe(404);
});

test('a failing RUN is named with its place and its last output', async () => {
  const dockerfile = [
    'FROM busybox:1.36',
    uniqueStep().trim(),
    'RUN for i in $(seq 30); do echo line $i >&2; done; \\',
    '    echo "gcc: not found" >&2; exit 3',
  ].join('\n');
  const result = await build({ files: { Dockerfile: dockerfile }, inputs: { tags: 'v1' } });
  expectFailure(result, /^\[3\/3\] RUN for i .* failed: exit code: 3\nAt Dockerfile:3:\n/);
  const [message = ''] = errors(result);
  expect(message).toContain('>>>     echo "gcc: not found" >&2; exit 3');
  expect(message).toContain('line 30\ngcc: not found');
  expect(message).not.toContain('line 11\n');
  expect((await manifest('v1')).status).toBe(404);
});

test('a base image that does not exist is named', async () => {
  const files = { Dockerfile: 'FROM library/no-such-image:9\nRUN true\n' };
  const result = await build({ files, inputs: { tags: 'v1' } });
  expectFailure(result, /^Base image docker.io\/library\/no-such-image:9 cannot be had: /);
  expect(result.annotations[0]?.title).toBe('image-missing');
});

test('a Dockerfile that cannot be read as one says where', async () => {
  const files = { Dockerfile: 'FROM busybox:1.36\nRUNN true\n' };
  const result = await build({ files, inputs: { tags: 'v1' } });
  expectFailure(result, /unknown instruction: RUNN[\s\S]*At Dockerfile:2:\n +2 \| >>> RUNN true/);
});
