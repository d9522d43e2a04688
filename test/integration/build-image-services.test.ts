// Needs the sandbox: dockerd with BuildKit, the registry, the stand-in base images.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Bundle, parseBundle } from '../../src/domain/bundle.ts';
import { bundleImages } from '../../src/domain/bundle-images.ts';
import { makeBundle } from '../../src/session/make-bundle.ts';
import { exec } from '../../src/tools/exec.ts';
import { buildBench, errors, uniqueStep } from '../support/build-bench.ts';

const { sandbox, path, build } = buildBench();
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A committed service repository: web depends on api; `web` is web's last step. */
function checkout(web: string): string {
  const workspace = mkdtempSync(join(tmpdir(), 'build-image-services-'));
  folders.push(workspace);
  const files = {
    '.github/deploy.yml': [
      'name: shop',
      `registry: ${sandbox().environment.registry}/${dirname(path())}`,
      'services:',
      '  web: { context: services/web, depends-on: [api] }',
      '  api: { context: services/api, build-args: { VERSION: 1.2.3 } }',
      'release: { chart: chart, values: [values.yml] }',
      'environments:',
      '  staging: { namespace: shop, values: [not-there.yml] }',
      '',
    ].join('\n'),
    'services/api/Dockerfile': `FROM busybox:1.36\n${uniqueStep()}ARG VERSION\nRUN echo $VERSION > /v\n`,
    'services/web/Dockerfile': `FROM busybox:1.36\n${uniqueStep()}RUN ${web}\n`,
    'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'values.yml': '{}\n',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), text);
  }
  const user = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  for (const args of [
    ['init', '-q'],
    ['add', '.'],
    ['commit', '-qm', 'shop'],
  ]) {
    execFileSync('git', ['-C', workspace, ...user, ...args]);
  }
  return workspace;
}

const images = (api: string, web: string): RegExp =>
  new RegExp(`shop-${api} \\|[\\s\\S]*shop-${web} \\|`);

test('all services of the file are in the registry after one step, with the bundle they make', async () => {
  const workspace = checkout('true');
  let bundle: Bundle | undefined;
  const result = await build({
    workspace,
    inputs: { image: '', tags: 'v1' },
    // Later steps of the job read the file; it is gone after post.
    onLine: (line) => {
      const [, file] = /^Bundle bdl-\w+: (.+)$/.exec(line) ?? [];
      if (file !== undefined) bundle = parseBundle(readFileSync(file, 'utf8'));
    },
  });
  expect(errors(result)).toEqual([]);
  const { outputs } = result;
  const made = bundleImages([outputs.images ?? '']);
  expect(Object.keys(made)).toEqual(['api', 'web']);
  const api = `${made.api?.repository}@${made.api?.digest}`;
  expect(await sandbox().run(['docker', 'run', '--rm', api, 'cat', '/v'])).toBe('1.2.3\n');

  const again = await makeBundle(
    {
      ...{ images: made, chart: 'chart', repository: 'acme/shop', workspace },
      files: ['.github/deploy.yml', 'values.yml'],
    },
    exec,
  );
  expect(bundle).toEqual(again);
  expect(outputs).toMatchObject({ status: 'built', image: '', digest: '', bundle: again.id });
  expect(Object.keys(JSON.parse(outputs.timings ?? ''))).toEqual([
    ...['check', 'api: build', 'api: read back', 'web: build', 'web: read back'],
  ]);
  expect(result.summary).toContain('✅ 2 images: built');
  expect(result.summary).toMatch(images('api', 'web'));
  expect(result.summary).toContain(again.id);
  expect(result.leftovers).toEqual([]);
});

test('when one fails, the one before it is in the registry and named, and there is no bundle', async () => {
  const workspace = checkout('echo no compiler >&2; exit 3');
  const result = await build({ workspace, inputs: { image: '', tags: 'v1' } });
  expect(errors(result)).toEqual([
    expect.stringMatching(/^web: \[3\/3\] RUN echo no compiler.* failed: exit code: 3\n/),
  ]);
  expect(Object.keys(bundleImages([result.outputs.images ?? '']))).toEqual(['api']);
  expect(result.outputs).toMatchObject({ status: 'failed', bundle: '', 'bundle-file': '' });
  expect(result.summary).toMatch(/shop-web \| \*\*failed\*\* \|/);
  expect(result.leftovers).toEqual([]);
});
