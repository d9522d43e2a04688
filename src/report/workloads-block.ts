import type { WorkloadState } from '../domain/assessment.ts';
import { humanTime } from '../domain/human-time.ts';
import type { RunningImage } from '../domain/identity.ts';
import { code, prose, shortDigest, table } from './markdown.ts';

/** When a workload began to roll and when it was done, in ms of one clock. */
export type RollingTimes = ReadonlyMap<string, { readonly from: number; readonly to?: number }>;

/**
 * The workloads of a release: what runs, how much of it is ready, and how long that took.
 * @param images what was proven to run, one a container; those that were never reached have none
 */
export function workloadsBlock(
  images: readonly RunningImage[],
  states: readonly WorkloadState[],
  rolling: RollingTimes,
): string[] {
  const reached = new Set(images.map(({ workload }) => workload));
  const rows = [
    ...images.map((image) => [
      code(image.workload),
      code(image.container),
      code(image.image.replace(/@sha256:.*$/, '')),
      image.digest === '' ? 'by tag, not proven' : code(shortDigest(image.digest)),
      image.rolls ? `${image.ready}/${image.desired}` : 'does not roll by itself',
      timeOf(rolling, image.workload),
    ]),
    ...states
      .map((state) => ({ ...state, name: `${state.ref.kind}/${state.ref.name}` }))
      .filter(({ name }) => !reached.has(name))
      .map((state) => [code(state.name), '', '', '', standOf(state), timeOf(rolling, state.name)]),
  ];
  const head = ['Workload', 'Container', 'Image', 'Digest', 'Ready', 'Time to ready'];
  return rows.length === 0 ? [] : ['', table(head, rows)];
}

/** One that helm never came to has no counts to show. */
const standOf = ({ phase, ready, desired, note }: WorkloadState): string =>
  [phase === 'waiting' ? '' : `${ready}/${desired}`, prose(note)].filter(Boolean).join(' · ');

/** Of one that had nothing to roll there is none to tell. */
function timeOf(rolling: RollingTimes, workload: string): string {
  const times = rolling.get(workload);
  if (times === undefined) return '';
  return times.to === undefined ? 'not ready' : humanTime(times.to - times.from);
}
