import type { JobState } from '../domain/assessment.ts';
import { code, fence, prose, table } from './markdown.ts';

/** The end of one container's log, as far as this block needs it. */
interface Log {
  readonly pod: string;
  readonly container: string;
  readonly lines: readonly string[];
}

const SIGN = { waiting: '⏳', running: '⏳', done: '✅', failed: '❌' } as const;
/** Lines of each log that are folded below the table. */
const SHOWN = 20;

/** The Jobs of the release and its hooks with the end of what they printed; none without Jobs. */
export function hooksBlock(jobs: readonly JobState[], logs: readonly Log[]): string[] {
  if (jobs.length === 0) return [];
  const rows = jobs.map(({ name, hook, phase, note }) => [
    code(name),
    hook ? 'hook' : 'Job',
    `${SIGN[phase]} ${phase}`,
    prose(note),
  ]);
  const printed = jobs.flatMap((job) =>
    logs
      .filter(({ pod, lines }) => job.pods.includes(pod) && lines.length > 0)
      .flatMap(({ pod, container, lines }) => [
        `<details><summary>What ${prose(pod)}/${prose(container)} printed last</summary>`,
        '',
        fence(lines.slice(-SHOWN)),
        '',
        '</details>',
        '',
      ]),
  );
  return ['', table(['Hook or Job', 'Kind', 'State', 'Note'], rows), ...printed];
}
