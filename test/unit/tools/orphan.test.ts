import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endOrphan } from '../../../src/tools/orphan.ts';

const child = (script: string) =>
  spawn(process.execPath, ['-e', script, 'upgrade', 'web'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const started = (one: ReturnType<typeof child>) => once(one.stdout, 'data');

test('ends what was left behind, and kills what does not listen', async () => {
  const gentle = child('console.log(1); setInterval(() => {}, 1000)');
  const deaf = child("process.on('SIGINT', () => {}); console.log(1); setInterval(() => {}, 1000)");
  await Promise.all([started(gentle), started(deaf)]);
  const ends = Promise.all([once(gentle, 'exit'), once(deaf, 'exit')]);
  await Promise.all([gentle, deaf].map(({ pid = 0 }) => endOrphan(pid, ['upgrade', 'web'])));
  expect((await ends).map(([, signal]) => signal)).toEqual(['SIGINT', 'SIGKILL']);
}, 60_000);

test('a number that belongs to another command by now is left alone', async () => {
  const other = child('console.log(1); setInterval(() => {}, 1000)');
  await started(other);
  await endOrphan(other.pid ?? 0, ['upgrade', 'api']);
  expect(other.exitCode ?? other.signalCode).toBeNull();
  other.kill('SIGKILL');
}, 60_000);
