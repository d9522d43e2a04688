import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Progress } from '../sandbox/world/progress.ts';
import { type Place, withPlace } from './place.ts';
import type { Line, Row } from './row.ts';
import { withScale } from './scale.ts';

/** A row that was measured, and what has to be known to judge its numbers. */
export interface Measured {
  readonly id: string;
  /** ISO 8601. */
  readonly date: string;
  readonly runs: number;
  readonly machine: string;
  /** Load averages of the last minute before and after: runnable tasks, ours among them. */
  readonly load: readonly [number, number];
  readonly lines: readonly Line[];
}

/** Measures rows one after the other: side by side they would measure each other. */
export async function measure(
  rows: readonly Row[],
  runs: number,
  progress: Progress,
): Promise<readonly Measured[]> {
  const settings = { runs, progress };
  const small = rows.filter((row) => !row.scale);
  const large = rows.filter((row) => row.scale);
  const measured = small.length > 0 ? await withPlace(settings, (at) => measureAll(small, at)) : [];
  if (large.length === 0) return measured;
  // A played node would stand in every scheduler's message of the tests that share the sandbox.
  return [...measured, ...(await withScale(settings, (at) => measureAll(large, at)))];
}

async function measureAll(rows: readonly Row[], place: Place): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const row of rows) {
    const [before = 0] = loadavg();
    const lines = await place.progress.step(row.id, () => row.run(place));
    const [after = 0] = loadavg();
    const facts = { date: new Date().toISOString(), runs: place.runs, machine: machine() };
    measured.push({ id: row.id, ...facts, load: [before, after], lines });
  }
  return measured;
}

const machine = (): string => {
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${availableParallelism()} × ${model}, ${memory} GiB, Node ${process.version}`;
};
