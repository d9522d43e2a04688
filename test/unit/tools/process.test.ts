import { readFileSync } from 'node:fs';
import { startProcess } from '../../../src/tools/process.ts';

// With real children.

const node = process.execPath;
const IGNORES_SIGTERM = `process.on('SIGTERM', () => console.log('no')); console.log('ready');
  setInterval(() => {}, 1000);`;

/** Starts a script of node and collects its lines. */
async function start(script: string, options: { input?: string } = {}) {
  const lines: string[] = [];
  const [heard, heardAgain] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const child = await startProcess(node, ['-e', script], {
    ...options,
    onLine: (line, stream) => {
      lines.push(`${stream}: ${line}`);
      (lines.length === 1 ? heard : heardAgain).resolve();
    },
  });
  return { child, lines, firstLine: heard.promise, secondLine: heardAgain.promise };
}

test('lines of both streams arrive while it runs; all of them before it has exited', async () => {
  const script = `for (let i = 0; i < 20000; i++) console.log(i);
    console.error('warn'); process.stdout.write('no newline'); process.exitCode = 5;`;
  const { child, lines } = await start(script);
  expect(await child.exited).toEqual({ code: 5, signal: null });
  const out = lines.filter((line) => line.startsWith('stdout'));
  expect([out.length, out.at(-2), out.at(-1)]).toEqual([
    20_001,
    'stdout: 19999',
    'stdout: no newline',
  ]);
  expect(lines).toContain('stderr: warn');
});

test('input is written to stdin, which is then closed', async () => {
  const { child, lines } = await start(`process.stdin.pipe(process.stdout)`, { input: 's3cret\n' });
  await child.exited;
  expect(lines).toEqual(['stdout: s3cret']);
});

test('without input stdin is empty, so that nothing waits for it', async () => {
  const { child, lines } = await start(`console.log(require('node:fs').readFileSync(0).length)`);
  await child.exited;
  expect(lines).toEqual(['stdout: 0']);
});

test('a child that ends without reading its input is no failure of ours', async () => {
  const { child } = await start('process.exit(0)', { input: 'x'.repeat(10_000_000) });
  expect(await child.exited).toEqual({ code: 0, signal: null });
});

test('stop is SIGTERM: a child that obeys ends by it', async () => {
  const { child, firstLine } = await start(`console.log(1); setInterval(() => {}, 1000)`);
  await firstLine;
  expect(await child.stop()).toEqual({ code: null, signal: 'SIGTERM' });
});

test('stop is SIGKILL after the grace for a child that does not obey', async () => {
  const { child, firstLine, secondLine, lines } = await start(IGNORES_SIGTERM);
  await firstLine;
  // Within the grace alone a busy machine may not let it answer.
  child.signal('SIGTERM');
  await secondLine;
  expect(await child.stop(150)).toEqual({ code: null, signal: 'SIGKILL' });
  expect([...new Set(lines)]).toEqual(['stdout: ready', 'stdout: no']);
});

test('stop does not wait for a grandchild that holds the pipe', async () => {
  const ready = Promise.withResolvers<void>();
  const script = "trap '' TERM; echo ready; sleep 120; true";
  const child = await startProcess('sh', ['-c', script], { onLine: () => ready.resolve() });
  await ready.promise;
  const started = Date.now();
  expect(await child.stop(150)).toEqual({ code: null, signal: 'SIGKILL' });
  expect(Date.now() - started).toBeLessThan(60_000);
}, 180_000);

test('a signal reaches it, and is nothing after its end', async () => {
  const { child, firstLine } = await start(
    `process.on('SIGINT', () => process.exit(9)); console.log(1); setInterval(() => {}, 1000)`,
  );
  await firstLine;
  child.signal('SIGINT');
  expect(await child.exited).toEqual({ code: 9, signal: null });
  child.signal('SIGKILL');
  expect(await child.stop()).toEqual({ code: 9, signal: null });
});

// The session's Ctrl-C, or a runner that signals the group, must not reach helm beside us.
const linux = process.platform === 'linux' ? test : test.skip;
linux('it leads a process group of its own', async () => {
  const { child, firstLine } = await start(`console.log(1); setInterval(() => {}, 1000)`);
  await firstLine;
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  expect(Number(stat.split(') ')[1]?.split(' ')[2])).toBe(child.pid);
  await child.stop();
});

test('a command that is missing is an error with what to do', async () => {
  await expect(startProcess('no-such-command-here', [])).rejects.toMatchObject({
    code: 'command-missing',
    hint: expect.stringContaining('PATH'),
  });
});
