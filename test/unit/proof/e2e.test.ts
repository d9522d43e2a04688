import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { e2eEnvironment } from '../../../src/domain/e2e-environment.ts';
import { judgeE2e } from '../../../src/domain/e2e-verdict.ts';
import { type E2eOptions, runE2e } from '../../../src/proof/e2e.ts';
import { readJunit } from '../../../src/tools/junit.ts';
import { type StartProcess, startProcess } from '../../../src/tools/process.ts';
import { eventually } from '../../support/eventually.ts';
import { stallBeyond } from '../../support/stall.ts';

// With real children.

const GOOD = '<testsuites><testcase name="a"/></testsuites>';
const BAD = '<testsuites><testcase name="a"><failure message="1 !== 2"/></testcase></testsuites>';

let folder: string;
let shown: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-'));
  shown = [];
});
afterEach(() => rm(folder, { recursive: true }));

const env = (): Record<string, string> => ({ PATH: process.env.PATH ?? '', OUT: folder });
async function run(
  command: string,
  options: Partial<E2eOptions> = {},
  stop?: AbortSignal,
  start: StartProcess = startProcess,
) {
  const attempts = await runE2e(
    { command, report: '', retries: 0, timeoutMs: 60_000, env: env(), ...options },
    {
      startProcess: start,
      readReport: readJunit,
      removeFile: (path) => rm(path, { force: true }),
      elapsed: () => performance.now(),
      sleep: (ms) => sleep(ms),
      info: (line) => shown.push(line),
    },
    stop ?? new AbortController().signal,
  );
  return { attempts, codes: judgeE2e(attempts, 2).map((reason) => reason.code) };
}
const alive = (pid: number): boolean => {
  try {
    // A zombie has ended; only its parent has not looked yet.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
/** Its pipes are closed a moment before it is gone. */
const isGone = (pid: number): Promise<true> => eventually(async () => !alive(pid) || undefined);
const pidIn = (name: string): number => Number(readFileSync(join(folder, name), 'utf8'));

test('exit code 0 passes, and its lines are shown behind a mark', async () => {
  const { attempts, codes } = await run('echo one; echo two >&2');
  expect(codes).toEqual([]);
  expect(attempts[0]).toMatchObject({ ended: 'exit', code: 0 });
  expect(shown.toSorted()).toEqual(['│ one', '│ two']);
});

test('a line of the test is never a command to the runner', async () => {
  await run(`echo '::add-mask::x'; echo '##[error]y'; echo '  ::set-output name=a::b'`);
  expect(shown.every((line) => line.startsWith('│ '))).toBe(true);
});

test('exit code 3 fails, with the last words', async () => {
  const { attempts, codes } = await run('echo boom; exit 3');
  expect(codes).toEqual(['e2e-failed']);
  expect(attempts[0]?.lastLines).toEqual(['boom']);
});

test('a failure in the middle of a pipe is a failure', async () => {
  expect((await run('false | cat')).codes).toEqual(['e2e-failed']);
});

test('a command that is not there could not start', async () => {
  expect((await run('no-such-command-xyz')).codes).toEqual(['e2e-not-started']);
});

test('without any shell it could not start, and no exception escapes', async () => {
  const { codes } = await run('true', { env: { PATH: folder } });
  expect(codes).toEqual(['e2e-not-started']);
});

test('one that ended in time is believed, however long we stood still before we saw it', async () => {
  const started: StartProcess = async (...args) => {
    const child = await startProcess(...args);
    process.nextTick(() => stallBeyond(child.pid, 400));
    return child;
  };
  const { attempts } = await run('exit 0', { timeoutMs: 200 }, undefined, started);
  expect(attempts[0]).toMatchObject({ ended: 'exit', code: 0 });
});

test('a hang is ended with everything it started, also what ignores SIGTERM', async () => {
  const command = `sh -c 'trap "" TERM; echo $$ > "$OUT/new"; mv "$OUT/new" "$OUT/pid"; while :; do sleep 1; done' & wait`;
  const start = performance.now();
  // Its time begins when it ignores the signal, however long a busy machine takes until then.
  const startDeaf: StartProcess = async (...args) => {
    const child = await startProcess(...args);
    await eventually(async () => existsSync(join(folder, 'pid')) || undefined);
    return child;
  };
  const { attempts, codes } = await run(command, { timeoutMs: 500 }, undefined, startDeaf);
  expect(codes).toEqual(['e2e-timeout']);
  expect(attempts[0]?.ended).toBe('timeout');
  expect(performance.now() - start).toBeLessThan(60_000);
  expect(await isGone(pidIn('pid'))).toBe(true);
}, 180_000);

test('a server left in the background does not keep the step, and is ended', async () => {
  const command = `sleep 600 & echo $! > "$OUT/pid"; echo done`;
  const start = performance.now();
  const { codes } = await run(command);
  expect(codes).toEqual([]);
  expect(performance.now() - start).toBeLessThan(60_000);
  expect(await isGone(pidIn('pid'))).toBe(true);
}, 180_000);

test('killed by a signal is doubt, not failure', async () => {
  expect((await run('kill -KILL $$')).codes).toEqual(['e2e-signal']);
});

test('a stop from outside ends it quickly', async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 300);
  const { attempts } = await run('sleep 600', { retries: 3 }, stop.signal);
  expect(attempts.map((attempt) => attempt.ended)).toEqual(['stopped']);
});

test('a flood of lines is cut in the log; the last ones are kept', async () => {
  const { attempts, codes } = await run('seq 1 200000');
  expect(codes).toEqual([]);
  expect(shown).toHaveLength(3_001);
  expect(shown.at(-1)).toBe('│ … and 197000 more lines');
  expect(attempts[0]?.lastLines.at(-1)).toBe('200000');
});

test('a flood without a line end does not fill the memory', async () => {
  const before = process.memoryUsage().rss;
  const { codes } = await run(`head -c 300000000 /dev/zero | tr '\\0' x`);
  expect(codes).toEqual([]);
  expect(shown[0]?.length).toBeLessThan(1_100);
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
}, 120_000);

describe('reports', () => {
  const report = (): string => join(folder, 'e2e.xml');

  test('a good one passes; a failed spec is told by name', async () => {
    expect((await run(`echo '${GOOD}' > "$OUT/e2e.xml"`, { report: report() })).codes).toEqual([]);
    const { attempts, codes } = await run(`echo '${BAD}' > "$OUT/e2e.xml"`, { report: report() });
    expect(codes).toEqual(['e2e-failed']);
    expect(attempts[0]?.report).toMatchObject({ failed: [{ name: 'a', message: '1 !== 2' }] });
  });

  test('that of an earlier run is not taken for this one’s', async () => {
    await writeFile(report(), GOOD);
    expect((await run('true', { report: report() })).codes).toEqual(['report-missing']);
    expect(existsSync(report())).toBe(false);
  });

  test.each([
    ['malformed', `printf '<testsuites><testcase' > "$OUT/e2e.xml"`, 'report-malformed'],
    ['empty', `printf '<testsuites/>' > "$OUT/e2e.xml"`, 'no-tests'],
    ['of 50 MB', `head -c 50000000 /dev/zero > "$OUT/e2e.xml"`, 'report-too-large'],
  ])('one that is %s proves nothing', async (_name, command, code) => {
    expect((await run(command, { report: report() })).codes).toEqual([code]);
  });
});

describe('retries', () => {
  const flaky = `if [ -e "$OUT/once" ]; then exit 0; fi; touch "$OUT/once"; exit 1`;

  test('a pass on the second attempt is flaky; both are kept', async () => {
    const { attempts, codes } = await run(flaky, { retries: 1 });
    expect(attempts.map((attempt) => attempt.code)).toEqual([1, 0]);
    expect(codes).toEqual(['flaky']);
  });

  test('no retry is spent on a pass, on a missing command, or when none is left', async () => {
    expect((await run('true', { retries: 3 })).attempts).toHaveLength(1);
    expect((await run('false', { retries: 2 })).attempts).toHaveLength(3);
    expect((await run('false', { retries: 0 })).attempts).toHaveLength(1);
    const nowhere = await run('true', { retries: 3, env: { PATH: folder } });
    expect(nowhere.attempts).toHaveLength(1);
  });
});

describe('what the command sees', () => {
  const target = { url: 'https://shop.example.com', environment: 'staging', bundle: 'bdl-1' };
  const secrets = {
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
    ACTIONS_RUNTIME_TOKEN: 'x',
    GITHUB_TOKEN: 'x',
    GITHUB_ENV: 'x',
    GITHUB_PATH: 'x',
    GITHUB_OUTPUT: 'x',
    GITHUB_STATE: 'x',
    GITHUB_STEP_SUMMARY: 'x',
    'INPUT_GITHUB-TOKEN': 'x',
    STATE_login: 'x',
    KUBECONFIG: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    NPM_TOKEN: 'x',
    LD_PRELOAD: 'x',
    NODE_OPTIONS: 'x',
    BASH_ENV: 'x',
  };

  test('no token, input or file of the runner; PATH, proxies and the target', async () => {
    const seen = e2eEnvironment(
      { ...secrets, PATH: process.env.PATH, HTTPS_PROXY: 'p', LC_ALL: 'C', HOME: folder },
      target,
      { USER_TOKEN: 'given' },
    );
    await run('env > "$OUT/env"', { env: { ...seen, OUT: folder } });
    const names = readFileSync(join(folder, 'env'), 'utf8').match(/^\w+(?==)/gm) ?? [];
    for (const name of Object.keys(secrets)) expect(names).not.toContain(name);
    expect(names).toEqual(
      expect.arrayContaining([
        ...['PATH', 'HTTPS_PROXY', 'LC_ALL', 'HOME', 'USER_TOKEN'],
        ...['DEPLOY_URL', 'DEPLOY_ENVIRONMENT', 'DEPLOY_BUNDLE'],
      ]),
    );
  });
});
