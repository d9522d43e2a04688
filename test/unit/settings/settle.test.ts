import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../../src/errors.ts';
import { readConfig } from '../../../src/settings/config/read-config.ts';
import {
  defineInputs,
  duration,
  flag,
  lines,
  type Rule,
  text,
  wholeNumber,
} from '../../../src/settings/define.ts';
import { configInputs, settle } from '../../../src/settings/settle.ts';
import { yamlMapping } from '../../../src/settings/yaml-input.ts';

const description = 'x';
const inputs = defineInputs({
  ...configInputs,
  release: text({ description, required: true }),
  namespace: text({ description, required: true, pattern: /^[a-z]+$/, allowed: 'a-z' }),
  chart: text({ description }),
  values: lines({ description }),
  set: yamlMapping({ description }),
  'create-namespace': flag({ description, default: 'false' }),
  timeout: duration({ description, default: '10m' }),
  'history-max': wholeNumber({ description, default: '20', min: 2, max: 100 }),
  cluster: text({ description }),
  audience: text({ description }),
  'server-ca': text({ description }),
  kubeconfig: text({ description }),
  'kube-context': text({ description }),
  'e2e-command': text({ description }),
  'e2e-env': lines({ description }),
  'image-paths': lines({ description }),
  require: yamlMapping({ description }),
  probes: text({ description }),
  objective: duration({ description, default: '15m' }),
  production: flag({ description, default: 'false' }),
  to: text({ description }),
});

const FILE = `name: shop
services: { api: {}, web: {} }
release:
  chart: deploy/chart
  values: [deploy/values.yml, deploy/more.yml]
  set: { big: 12345678901, text: "007", list: [1, null] }
  images: { api: backend.image, web: web.image }
  timeout: 5m
  history-max: 30
flow:
  - { push: develop, deploy: [staging], promote-to: main }
  - { push: main, deploy: [production] }
environments:
  staging:
    namespace: staging
    cluster: https://k8s.example.com
    audience: https://k8s.example.com/staging
    server-ca: deploy/ca.pem
    values: [deploy/staging.yml]
    release: { name: shop-staging, timeout: 2m, create-namespace: true }
    require: { checks: [quality], max-age: 7d }
    e2e: { command: "npm run e2e\\n", env: { A: "1=2", B: "" } }
    probes: [{ path: /health, status: 204 }]
  production:
    namespace: shop2
    rollback: { objective: 5m }
`;

type Given = Readonly<Record<string, string>>;
const settled = (given: Given, file = FILE, rules: readonly Rule<typeof inputs>[] = []) =>
  settle(inputs, { read: (name) => given[name] ?? '', mask: () => {} }, rules, (path) =>
    path === '.github/deploy.yml' ? readConfig(file, path) : undefined,
  );

function problemsOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}

test('without an environment or without a file the inputs are all there is', () => {
  const given = { release: 'r', namespace: 'n' };
  expect(settled(given, 'no: such file is read')).toMatchObject({ ...given, chart: '' });
  const none = settle(
    inputs,
    { read: (name) => ({ ...given, environment: 'staging' })[name] ?? '', mask: () => {} },
    [],
    () => undefined,
  );
  expect(none).toMatchObject({ ...given, environment: 'staging', timeout: 600_000 });
});

test('the file gives each input its text, the environment before the release', () => {
  expect(settled({ environment: 'staging' })).toEqual({
    environment: 'staging',
    config: '.github/deploy.yml',
    release: 'shop-staging',
    namespace: 'staging',
    chart: 'deploy/chart',
    values: ['deploy/values.yml', 'deploy/more.yml', 'deploy/staging.yml'],
    set: { big: 12345678901, text: '007', list: [1, null] },
    createNamespace: true,
    timeout: 120_000,
    historyMax: 30,
    cluster: 'https://k8s.example.com',
    audience: 'https://k8s.example.com/staging',
    serverCa: 'deploy/ca.pem',
    kubeconfig: '',
    kubeContext: '',
    e2eCommand: 'npm run e2e',
    e2eEnv: ['A=1=2', 'B='],
    imagePaths: ['api=backend.image', 'web=web.image'],
    require: { checks: ['quality'], 'max-age': '7d' },
    probes: '- path: /health\n  status: 204',
    objective: 900_000,
    production: false,
    to: 'branch:main',
  });
});

test('an input that is given wins over the file, the others stay', () => {
  const given = { environment: 'staging', values: 'mine.yml', timeout: '1m', release: 'mine' };
  expect(settled(given)).toMatchObject({
    values: ['mine.yml'],
    timeout: 60_000,
    release: 'mine',
    namespace: 'staging',
    historyMax: 30,
  });
});

test.each(['kubeconfig', 'kube-context'])('%s puts the cluster of the file aside', (name) => {
  const access = settled({ environment: 'staging', [name]: 'x' });
  expect(access).toMatchObject({ cluster: '', audience: '', serverCa: '', namespace: 'staging' });
});

describe('a problem', () => {
  test('with a value of the file has its key, line and column; with an input it has its name', () => {
    const given = { environment: 'production', timeout: 'soon' };
    expect(problemsOf(() => settled(given))).toEqual([
      {
        input: 'environments.production.namespace',
        message: '"shop2" is not allowed',
        hint: 'a-z',
        place: { file: '.github/deploy.yml', line: 25, column: 16 },
      },
      {
        input: 'timeout',
        message: '"soon" is not a duration',
        hint: 'write 90s, 10m or 1h30m',
      },
    ]);
  });

  test('that a rule finds is told at the key, too; one that is missing says where it could stand', () => {
    const rule: Rule<typeof inputs> = () => [
      { input: 'timeout', message: 'is too short' },
      { input: 'cluster', message: 'is required', hint: 'Give it.' },
      { input: 'kubeconfig', message: 'is missing' },
    ];
    const file = FILE.replace('shop2', 'shop');
    expect(problemsOf(() => settled({ environment: 'production' }, file, [rule]))).toEqual([
      {
        input: 'release.timeout',
        message: 'is too short',
        place: { file: '.github/deploy.yml', line: 8, column: 12 },
      },
      {
        input: 'cluster',
        message: 'is required',
        hint: 'Give it. Or write environments.production.cluster in .github/deploy.yml.',
      },
      { input: 'kubeconfig', message: 'is missing' },
    ]);
  });

  test.each([
    [
      { environment: 'stagin' },
      /^environment: "stagin" is no environment of \.github\/deploy\.yml$/,
    ],
    [{ environment: 'staging', config: 'other.yml' }, /^config: other\.yml is not there$/],
  ])('with what chooses: %j', (given: Given, message) => {
    expect(() => settled(given)).toThrow(message);
  });

  test('of the file itself refuses the action, even where no input needs it', () => {
    expect(() => settled({ environment: 'staging' }, `${FILE}extra: 1\n`)).toThrow(
      /^\.github\/deploy\.yml:\d+:1: extra: is not known$/,
    );
  });
});

describe('a file on disk', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'settle-'));
    writeFileSync(join(folder, 'deploy.yml'), FILE);
    writeFileSync(join(folder, 'latin.yml'), Buffer.from([0x6e, 0x3a, 0x20, 0xe9]));
    mkdirSync(join(folder, 'folder.yml'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const from = (name: string): unknown => {
    const given: Given = { environment: 'staging', config: join(folder, name) };
    return settle(inputs, { read: (it) => given[it] ?? '', mask: () => {} });
  };

  test('is read', () => {
    expect(from('deploy.yml')).toMatchObject({ namespace: 'staging' });
  });

  test.each([
    ['missing.yml', /^config: .*missing\.yml is not there$/],
    ['deploy.yml/below', /^config: .*below is not there$/],
    ['folder.yml', /^config: .*folder\.yml cannot be read: EISDIR$/],
    ['latin.yml', /^config: .*latin\.yml is not UTF-8 text$/],
  ])('%s is refused', (name, message) => {
    expect(() => from(name)).toThrow(message);
  });
});
