import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseKeyValues } from '../../sandbox/runner/file-commands.ts';
import { type RunOptions, type RunResult, runAction } from '../../sandbox/runner/run-action.ts';
import { parseCommand } from '../../sandbox/runner/workflow-commands.ts';

// The harness itself, against what actions/runner 2.336 does. Everything else in this folder
// stands on it.

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'harness-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MANIFEST = `
name: throw-away
inputs:
  chart: { description: x, default: ./chart }
  create-namespace: { description: x }
  two words: { description: x, default: both }
  token: { description: x, default: '\${{ github.token }}' }
runs: { using: node24, main: ../dist/main.mjs, post: ../dist/post.mjs }
`;

/** Runs an action made of the given scripts. */
async function run(main: string, post: string, options: RunOptions = {}): Promise<RunResult> {
  const here = mkdtempSync(join(folder, 'action-'));
  for (const name of ['dist', 'face']) mkdirSync(join(here, name));
  writeFileSync(join(here, 'face', 'action.yml'), MANIFEST);
  const head = "import fs from 'node:fs'; const env = process.env;\n";
  writeFileSync(join(here, 'dist', 'main.mjs'), head + main);
  writeFileSync(join(here, 'dist', 'post.mjs'), head + post);
  return runAction(join(here, 'face'), options);
}

test('inputs are given in upper case, with their defaults, dashes kept, spaces replaced', async () => {
  const result = await run(
    `for (const name of Object.keys(env).filter((n) => n.startsWith('INPUT_')).sort())
       console.log(name + '=' + env[name]);`,
    '',
    { inputs: { 'create-namespace': 'true' }, token: 'ghs_secretOfThisTest' },
  );
  expect(result.lines).toEqual([
    'INPUT_CHART=./chart',
    'INPUT_CREATE-NAMESPACE=true',
    'INPUT_TOKEN=***',
    'INPUT_TWO_WORDS=both',
  ]);
  expect(result.conclusion).toBe('success');
});

test('an input that is not declared is warned about', async () => {
  const { annotations } = await run('', '', { inputs: { chrt: 'x' } });
  expect(annotations).toEqual([
    {
      level: 'warning',
      message:
        "Unexpected input(s) 'chrt', valid inputs are ['chart', 'create-namespace', 'two words', 'token']",
    },
  ]);
});

test('there is no terminal, nothing on stdin, and nothing of our own environment', async () => {
  process.env.HARNESS_LEAK = 'leaked';
  const { lines } = await run(
    `console.log(process.stdout.isTTY === true, fs.readFileSync(0).length, env.HARNESS_LEAK);`,
    '',
  );
  delete process.env.HARNESS_LEAK;
  expect(lines).toEqual(['false 0 undefined']);
});

test('outputs, state, variables, path and summary come from the files; post gets the state', async () => {
  const result = await run(
    `fs.appendFileSync(env.GITHUB_OUTPUT, 'digest<<EOF_1\\nsha256:1\\na=b\\nEOF_1\\nplain=1=2\\n');
     fs.appendFileSync(env.GITHUB_STATE, 'socket=/tmp/s\\n');
     fs.appendFileSync(env.GITHUB_ENV, 'KUBECONFIG=/k\\n');
     fs.appendFileSync(env.GITHUB_PATH, '/opt/bin\\n');
     fs.appendFileSync(env.GITHUB_STEP_SUMMARY, '# main\\n');`,
    `console.log('post has', env.STATE_socket);
     fs.appendFileSync(env.GITHUB_STEP_SUMMARY, '# post\\n');`,
  );
  expect(result).toMatchObject({
    outputs: { digest: 'sha256:1\na=b', plain: '1=2' },
    state: { socket: '/tmp/s' },
    env: { KUBECONFIG: '/k' },
    path: ['/opt/bin'],
    summary: '# main\n# post\n',
    lines: ['post has /tmp/s'],
  });
});

test('a file that breaks its format turns the step red', async () => {
  const result = await run(`fs.appendFileSync(env.GITHUB_OUTPUT, 'a<<END\\nno end');`, '');
  expect(result.conclusion).toBe('failure');
  expect(result.exitCode).toBe(0);
  expect(result.annotations[0]?.message).toContain("Matching delimiter not found 'END'");
});

test('commands are read from both streams and decoded; a mask hides all that comes later', async () => {
  const result = await run(
    `console.error('::error title=a%3A b%2C c,file=x.yml,line=3::100%25%0Asure');
     console.log('before hunter22hunter22');
     console.log('::add-mask::hunter22hunter22');
     console.log('after hunter22hunter22');
     console.log('::warning::hunter22hunter22');`,
    `console.log('post hunter22hunter22');`,
  );
  expect(result.annotations).toEqual(
    expect.arrayContaining([
      { level: 'error', message: '100%\nsure', title: 'a: b, c', file: 'x.yml', line: '3' },
      { level: 'warning', message: '***' },
    ]),
  );
  expect(result.lines.filter((line) => !line.startsWith('##'))).toEqual([
    'before hunter22hunter22',
    'after ***',
    'post ***',
  ]);
  expect(result.masks).toContain('hunter22hunter22');
});

test('between stop-commands and its token nothing is a command', async () => {
  const { annotations, lines } = await run(
    `console.log('::stop-commands::t0ken\\n::error::quoted\\n::t0ken::\\n::error::meant');`,
    '',
  );
  expect(annotations.map((a) => a.message)).toEqual(['meant']);
  expect(lines).toContain('::error::quoted');
});

test('a red main still runs post, and stays red', async () => {
  const result = await run('process.exit(3)', `console.log('cleaning')`);
  expect(result).toMatchObject({ conclusion: 'failure', exitCode: 3, lines: ['cleaning'] });
});

test('what is left in RUNNER_TEMP and HOME is found, and processes that outlive post are', async () => {
  const { leftovers, orphans } = await run(
    `fs.mkdirSync(env.RUNNER_TEMP + '/k'); fs.writeFileSync(env.RUNNER_TEMP + '/k/.config', '');
     fs.mkdirSync(env.HOME + '/.docker'); fs.writeFileSync(env.HOME + '/.docker/config.json', '');
     const { spawn } = await import('node:child_process');
     spawn('sleep', ['4321'], { detached: true, stdio: 'ignore' }).unref();`,
    '',
  );
  expect(leftovers).toEqual(['HOME/.docker/config.json', 'RUNNER_TEMP/k/.config']);
  expect(orphans).toEqual(['sleep 4321']);
});

describe('cancel', () => {
  const stubborn = `process.on('SIGINT', () => console.log('got SIGINT'));
    process.on('SIGTERM', () => console.log('got SIGTERM'));
    const { spawn } = await import('node:child_process');
    spawn('sleep', ['4321']); setInterval(() => {}, 1000); console.log('ready');`;

  test('is SIGINT, then SIGTERM, then SIGKILL to the whole tree; then post runs', async () => {
    const result = await run(stubborn, `console.log('post ran')`, {
      cancelAfter: /^ready$/,
      grace: [400, 300],
    });
    expect(result).toMatchObject({
      conclusion: 'cancelled',
      exitCode: null,
      lines: ['ready', 'got SIGINT', 'got SIGTERM', 'post ran'],
      orphans: [],
    });
    const { signals, signal } = result.phases.main;
    expect(signal).toBe('SIGKILL');
    expect(signals.map((s) => s.signal)).toEqual(['SIGINT', 'SIGTERM', 'SIGKILL']);
    const [first = 0, second = 0, third = 0] = signals.map((s) => s.atMs);
    expect(second - first).toBeGreaterThanOrEqual(395);
    expect(third - second).toBeGreaterThanOrEqual(295);
  });

  test('of an action that gives way needs one signal, and is cancelled whatever the exit code', async () => {
    const result = await run(
      `process.on('SIGINT', () => process.exit(0)); setInterval(() => {}, 1000);
       fs.appendFileSync(env.GITHUB_STATE, 'undo=1\\n'); console.log('ready');`,
      `console.log('undo', env.STATE_undo)`,
      { cancelAfter: /^ready$/ },
    );
    expect(result).toMatchObject({
      conclusion: 'cancelled',
      exitCode: 0,
      lines: ['ready', 'undo 1'],
    });
    expect(result.phases.main.signals).toHaveLength(1);
  });
});

test.each([
  ['::error::a', { name: 'error', properties: {}, data: 'a' }],
  ['  ::notice title=t::a::b', { name: 'notice', properties: { title: 't' }, data: 'a::b' }],
  [
    '::warning file=a,line=1::x',
    { name: 'warning', properties: { file: 'a', line: '1' }, data: 'x' },
  ],
  ['::debug::%250A', { name: 'debug', properties: {}, data: '%0A' }],
  ['no ::error::a', undefined],
  ['::error', undefined],
])('the line %s is read as the runner reads it', (line, command) => {
  expect(parseCommand(line)).toEqual(command);
});

test.each([
  ['a=1\r\nb=2', { a: '1', b: '2' }],
  ['a==', { a: '=' }],
  ['a=<<b', { a: '<<b' }],
  ['a<<E\n\nE\n', { a: '' }],
])('the file %j is read as the runner reads it', (content, values) => {
  expect(parseKeyValues(content)).toEqual(values);
});

test.each([
  ['lonely', "Invalid format 'lonely'"],
  ['=1', 'Name must not be empty'],
  ['a<<', 'delimiter must not be empty'],
])('the file %j is refused with the words of the runner', (content, message) => {
  expect(() => parseKeyValues(content)).toThrow(message);
});
