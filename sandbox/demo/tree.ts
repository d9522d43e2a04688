import { humanTime } from '../../src/domain/human-time.ts';
import type { RunProgress } from '../runner/progress.ts';

const SIGN: Readonly<Record<string, string>> = {
  success: '✔',
  failure: '✘',
  cancelled: '◼',
  skipped: '·',
  startup_failure: '✘',
};

/**
 * Turns what happens in workflow runs into lines: a job when it starts to wait or ends, a step that
 * fails. Skipped jobs are left out: the plan decided that.
 */
export function progressLines(write: (line: string) => void): (progress: RunProgress) => void {
  const started = new Map<string, number>();
  const calls = new Set<string>();
  const last = new Map<string, string>();
  return (progress) => {
    if (progress.kind !== 'job') return;
    const { name, status, conclusion, runId } = progress;
    const key = `${runId} ${name}`;
    const state = `${status} ${conclusion ?? ''}`;
    if (last.get(key) === state) return;
    last.set(key, state);
    const parent = name.split(' / ').slice(0, -1).join(' / ');
    if (parent !== '') calls.add(`${runId} ${parent}`);
    if (status === 'in_progress') started.set(key, Date.now());
    if (status === 'waiting') {
      // Every environment is entered through this state; only a person takes so long.
      setTimeout(() => {
        if (last.get(key) === state) write(`⏸ ${name}: ${progress.environment} waits for approval`);
      }, 1000).unref();
    }
    if (status !== 'completed' || conclusion === 'skipped' || calls.has(key)) return;
    const ms = Date.now() - (started.get(key) ?? Date.now());
    write(`${SIGN[conclusion ?? ''] ?? '?'} ${name} (${humanTime(ms)})`);
  };
}
