import type { ExecResult } from '../../../src/tools/exec.ts';
import { startProcess } from '../../../src/tools/process.ts';
import { runWithin } from '../../../src/tools/run-within.ts';
import { stallBeyond } from '../../support/stall.ts';

// With real children.

const open = new AbortController().signal;
const runIt = (script: string, timeoutMs: number, cancelled = open): Promise<ExecResult> =>
  runWithin({ what: 'helm pull', timeoutMs, cancelled }, (options) =>
    startProcess('sh', ['-c', script], options),
  );

test('any exit code is an answer, with all that was said', async () => {
  expect(await runIt('echo out; echo err >&2; exit 3', 60_000)).toEqual({
    code: 3,
    stdout: 'out\n',
    stderr: 'err\n',
  });
});

test('what takes too long is ended, and that is said', async () => {
  await expect(runIt('exec sleep 600', 200)).rejects.toMatchObject({
    code: 'command-failed',
    message: 'helm pull did not end within 0.2 s',
  });
});

test('a cancel ends it', async () => {
  const cancel = new AbortController();
  const running = runIt('exec sleep 600', 60_000, cancel.signal);
  cancel.abort();
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
});

test('one that ended in time is believed, however long we stood still before we saw it', async () => {
  const running = runWithin(
    { what: 'helm pull', timeoutMs: 200, cancelled: open },
    async (options) => {
      const child = await startProcess('sh', ['-c', 'echo no such chart >&2; exit 1'], options);
      process.nextTick(() => stallBeyond(child.pid, 400));
      return child;
    },
  );
  expect(await running).toEqual({ code: 1, stdout: '', stderr: 'no such chart\n' });
});
