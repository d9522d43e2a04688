import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { commandLine, findByEnvironment } from '../sandbox/runner/process-tree.ts';
import { writeChart } from './chart.ts';
import { deploy, mustBe } from './deploy.ts';
import { helmUpgrade, mustSucceed } from './helm.ts';
import type { Place } from './place.ts';
import { judge, type Line } from './row.ts';

const PODS = 500;
const MOST_MIB = 150;
const LOOK_MS = 100;

/** The largest resident size of our process while it watches a rolling update of 500 pods. */
export async function memory(place: Place): Promise<readonly Line[]> {
  const chart = await writeChart(place);
  const at = (text: string) => ({
    ...{ release: 'large', chart, timeoutSeconds: 600 },
    values: `replicas: ${PODS}\ntext: ${text}\nplayedReadyAfter: 2s`,
  });
  place.progress.note(`${PODS} pods, first install by helm`);
  mustSucceed(await helmUpgrade(place, at('one')));
  place.progress.note(`${PODS} pods, our upgrade`);
  const marker = randomUUID();
  const peaks = watchMemory(marker);
  const run = await deploy(place, {
    ...at('two'),
    env: { BENCH_RUN: marker },
    inputs: { timeout: '600s' },
  }).finally(peaks.stop);
  mustBe('deployed', run);
  const found = peaks.mib();
  const ours = found.get('node') ?? 0;
  if (ours === 0) throw new Error('our process was never seen');
  return [
    {
      what: `memory of our process, ${PODS} pods watched`,
      goal: `≤ ${MOST_MIB} MB`,
      ours: `${ours.toFixed(0)} MiB`,
      bare: ['helm', 'kubectl'].map((name) => `${name} ${found.get(name)?.toFixed(0)}`).join(', '),
      verdict: judge((ours * 2 ** 20) / 1e6, MOST_MIB),
      note: `largest resident size (VmHWM) during a rolling update of all ${PODS} pods, which took ${(run.ms / 1000).toFixed(0)} s`,
      samples: { oursMiB: [ours] },
    },
  ];
}

/** Follows the processes that carry `BENCH_RUN=<marker>`; the kernel keeps each one's peak. */
function watchMemory(marker: string) {
  const peaks = new Map<string, number>();
  const look = (): void => {
    for (const pid of findByEnvironment('BENCH_RUN', marker)) {
      const name = basename(commandLine(pid).split(' ')[0] ?? '');
      const peak = peakMib(pid);
      if (peak > (peaks.get(name) ?? 0)) peaks.set(name, peak);
    }
  };
  const timer = setInterval(look, LOOK_MS);
  return { stop: () => clearInterval(timer), mib: (): ReadonlyMap<string, number> => peaks };
}

function peakMib(pid: number): number {
  try {
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kib ?? 0) / 1024;
  } catch {
    return 0; // It has ended.
  }
}
