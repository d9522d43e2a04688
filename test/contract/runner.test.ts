import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RunOptions, type RunResult, runAction } from '../../sandbox/runner/run-action.ts';

// src/runner under GitHub's runner: what a thrown error, a secret, a long summary or a cancel
// look like from outside. The actions are made here; they import the sources, not a bundle.

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = (path: string): string =>
  pathToFileURL(join(import.meta.dirname, '../../src', path)).href;

/** Runs an action whose main and post are the given bodies of `async (io) => { … }`. */
async function run(main: string, post = '', options: RunOptions = {}): Promise<RunResult> {
  const here = mkdtempSync(join(folder, 'action-'));
  mkdirSync(here, { recursive: true });
  const head = `import { runAction, runPost } from '${source('runner/run-action.ts')}';
    import { ActionError, InputError } from '${source('errors.ts')}';\n`;
  writeFileSync(
    join(here, 'action.yml'),
    'name: x\ninputs: { secret: {} }\nruns: { using: node24, main: main.mjs, post: post.mjs }\n',
  );
  writeFileSync(join(here, 'main.mjs'), `${head}await runAction(async (io) => {${main}});`);
  writeFileSync(join(here, 'post.mjs'), `${head}await runPost(async (io) => {${post}});`);
  return runAction(here, options);
}

describe('what is thrown', () => {
  test('by design is one error with its code, its causes and what to do', async () => {
    const result = await run(`throw new ActionError('helm-failed', 'helm failed', {
      cause: new Error('exit code 1'), hint: 'Read the log.' });`);
    expect(result.conclusion).toBe('failure');
    expect(result.annotations).toEqual([
      {
        level: 'error',
        title: 'helm-failed',
        message: 'helm failed: exit code 1\n→ Read the log.',
      },
    ]);
  });

  test('about inputs is one error per problem', async () => {
    const { annotations } = await run(`throw new InputError([
      { input: 'chart', message: 'is required', hint: 'the chart' },
      { input: 'wait', message: 'is not a boolean' }]);`);
    expect(annotations.map((a) => `${a.title}: ${a.message}`)).toEqual([
      'Invalid input: Input chart: is required\n→ the chart',
      'Invalid input: Input wait: is not a boolean',
    ]);
  });

  test('about a file is an error at its line', async () => {
    const { annotations } =
      await run(`throw new InputError([{ input: 'flow[0]', message: 'has no push',
      hint: 'give push', place: { file: '.github/deploy.yml', line: 7, column: 3 } }]);`);
    expect(annotations).toEqual([
      {
        level: 'error',
        title: 'Invalid configuration',
        message: '.github/deploy.yml:7:3: flow[0]: has no push\n→ give push',
        file: '.github/deploy.yml',
        line: '7',
      },
    ]);
  });

  test('about more inputs than GitHub shows is folded into ten errors', async () => {
    const { annotations } = await run(`throw new InputError(
      Array.from({ length: 12 }, (_, i) => ({ input: 'i' + i, message: 'is wrong' })));`);
    expect(annotations).toHaveLength(10);
    expect(annotations[9]?.message).toBe(
      'and 3 more:\nInput i9: is wrong\nInput i10: is wrong\nInput i11: is wrong',
    );
  });

  test('by a defect says so, and shows where', async () => {
    const { annotations, lines } = await run(`undefined.nope;`);
    expect(annotations[0]?.message).toMatch(/^A defect in deploy-actions, please report it: /);
    expect(lines.join('\n')).toContain('main.mjs');
  });

  test('by post warns and leaves the job green', async () => {
    const result = await run('', `throw new Error('disk full');`);
    expect(result.conclusion).toBe('success');
    expect(result.annotations).toEqual([
      { level: 'warning', message: 'Clean-up was not complete: disk full' },
    ]);
  });
});

test('a secret is hidden with its lines and the encodings it is likely to appear in', async () => {
  const secret = 'p4ss: "wörd"/one\nsecond-line-here';
  const { lines } = await run(
    `const secret = io.read('secret'); io.mask(secret);
     for (const form of [secret.split('\\n')[1], Buffer.from(secret).toString('base64'),
       encodeURIComponent(secret), JSON.stringify(secret)]) io.info('got ' + form);`,
    '',
    { inputs: { secret } },
  );
  expect(lines).toEqual(['got ***', 'got ***', 'got ***', 'got "***"']);
});

test('a short secret is not masked: it would blank the log', async () => {
  const { masks } = await run(`io.mask('1234567');`);
  expect(masks).not.toContain('1234567');
});

test('a summary beyond 1 MiB is cut with a note instead of being lost', async () => {
  const result = await run(`await io.summary('é'.repeat(700_000));`);
  expect(result.conclusion).toBe('success');
  expect(Buffer.byteLength(result.summary)).toBeLessThanOrEqual(1024 * 1024);
  expect(result.summary).toMatch(/cut here/);
});

test('state of main reaches post, outputs and variables the job', async () => {
  const result = await run(
    `io.saveState('undo', 'a\\nb'); io.output('image', 'r@sha256:1'); io.exportVariable('K', 'v');`,
    `io.info(JSON.stringify(io.loadState('undo')));`,
  );
  expect(result).toMatchObject({
    outputs: { image: 'r@sha256:1' },
    env: { K: 'v' },
    lines: ['"a\\nb"'],
  });
});

describe('a cancel', () => {
  const WAITS = `io.info('ready'); setInterval(() => {}, 1000);
    await new Promise((resolve) => io.cancelled.addEventListener('abort', resolve));`;

  test('lets main end well, then post runs', async () => {
    const result = await run(
      `${WAITS} io.info('ended well'); process.exit(1);`,
      `io.info('post');`,
      { cancelAfter: /^ready$/, grace: [60_000, 60_000] },
    );
    expect(result.conclusion).toBe('cancelled');
    expect(result.lines).toEqual(['ready', 'ended well', 'post']);
    expect(result.phases.main.signals.map((s) => s.signal)).toEqual(['SIGINT']);
  });

  test('that main does not heed ends it with the second signal', async () => {
    const result = await run(`${WAITS} await new Promise(() => {});`, '', {
      cancelAfter: /^ready$/,
      grace: [200, 60_000],
    });
    expect(result.phases.main).toMatchObject({ code: 1, signal: null });
    expect(result.phases.main.signals.map((s) => s.signal)).toEqual(['SIGINT', 'SIGTERM']);
  });
});
