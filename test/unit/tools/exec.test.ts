import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ActionError } from '../../../src/errors.ts';
import { exec } from '../../../src/tools/exec.ts';

// With real commands.

const node = process.execPath;

test('returns exit code and both streams apart', async () => {
  const script = 'process.stdout.write("out\\n"); process.stderr.write("err\\n")';
  expect(await exec(node, ['-e', script])).toEqual({ code: 0, stdout: 'out\n', stderr: 'err\n' });
});

test('arguments arrive as they are: there is no shell', async () => {
  const args = ['a b', '$HOME', '; exit 1', '"quoted"', '*', ''];
  const result = await exec(node, ['-p', 'JSON.stringify(process.argv.slice(1))', '--', ...args]);
  expect(JSON.parse(result.stdout)).toEqual(args);
});

test('stdin carries what is secret, whole and closed', async () => {
  const secret = 'line 1\nlíne 2\n'.repeat(20_000);
  const script = 'process.stdin.pipe(process.stdout)';
  expect((await exec(node, ['-e', script], { input: secret })).stdout).toBe(secret);
});

test('the environment is the given one, the folder too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'exec-'));
  const script = 'JSON.stringify([process.env.OWN, process.env.HOME, process.cwd()])';
  const result = await exec(node, ['-p', script], { env: { OWN: '1' }, cwd: folder });
  expect(JSON.parse(result.stdout)).toEqual(['1', null, folder]);
  rmSync(folder, { recursive: true });
});

test('a command may lie in a folder with a space in its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'exec with space '));
  writeFileSync(join(folder, 'tool'), '#!/bin/sh\necho "got $1"\n', { mode: 0o755 });
  expect((await exec(join(folder, 'tool'), ['a b'])).stdout).toBe('got a b\n');
  rmSync(folder, { recursive: true });
});

describe('a command that fails', () => {
  test('is an error with its verb, its exit code and the end of what it said', async () => {
    const script = 'for (let i = 1; i <= 30; i++) console.error("line " + i); process.exit(7)';
    const failed = exec(node, ['-e', script]);
    await expect(failed).rejects.toBeInstanceOf(ActionError);
    await expect(failed).rejects.toMatchObject({ code: 'command-failed' });
    await expect(failed).rejects.toThrow('ended with exit code 7: line 21\nline 22');
  });

  test('that said nothing on stderr is quoted from stdout', async () => {
    const failed = exec(node, ['-e', 'console.log("only here"); process.exit(1)']);
    await expect(failed).rejects.toThrow('only here');
  });

  test('is a result where the caller expects failures', async () => {
    const result = await exec(node, ['-e', 'process.exit(3)'], { allowFailure: true });
    expect(result.code).toBe(3);
  });
});

test.each(['no-such-command-here', '/no/such/command'])(
  '%s is missing, with what to do',
  async (name) => {
    await expect(exec(name, [])).rejects.toMatchObject({
      code: 'command-missing',
      message: `${name} could not be started`,
      hint: expect.stringContaining('PATH'),
    });
  },
);

test('a file that may not be executed could not be started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'exec-'));
  writeFileSync(join(folder, 'tool'), '', { mode: 0o644 });
  await expect(exec(join(folder, 'tool'), [])).rejects.toMatchObject({ code: 'command-missing' });
  rmSync(folder, { recursive: true });
});

test('a child that ends without reading what it is given ends itself only', async () => {
  const input = 'x'.repeat(300_000);
  const ended = await exec('sh', ['-c', 'echo no; exit 3'], { input, allowFailure: true });
  expect(ended).toEqual({ code: 3, stdout: 'no\n', stderr: '' });
  await expect(exec('no-such-command', [], { input })).rejects.toMatchObject({
    code: 'command-missing',
  });
});

test('what is given on stdin arrives whole', async () => {
  const input = 'ä'.repeat(200_000);
  const { stdout } = await exec('cat', [], { input });
  expect(stdout).toBe(input);
});

test('a command that hangs is ended in time, with all it started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'exec-'));
  const file = join(folder, 'pid');
  const script = `sleep 600 & echo $! > ${file}; wait`;
  const failure = await exec('sh', ['-c', script], { timeoutMs: 2000 }).catch((error) => error);
  expect(failure).toMatchObject({
    code: 'command-failed',
    message: expect.stringContaining('did not end within 2 s'),
  });
  const child = Number(readFileSync(file, 'utf8'));
  const isGone = () => !existsSync(`/proc/${child}`) || isZombie(child);
  while (!isGone()) await sleep(20);
  rmSync(folder, { recursive: true });
});

/** Killed, and not yet taken away by the init of this machine. */
const isZombie = (pid: number): boolean =>
  /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

test('a limit that is not reached changes nothing', async () => {
  expect(
    await exec('sh', ['-c', 'echo out; exit 3'], { timeoutMs: 60_000, allowFailure: true }),
  ).toEqual({
    ...{ code: 3, stdout: 'out\n', stderr: '' },
  });
});
