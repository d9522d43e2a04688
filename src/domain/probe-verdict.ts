import type { ProbeEvidence, ProbeTick } from './evidence.ts';
import type { Reason } from './verdict.ts';

/** Fewer answers than this say nothing. */
export const MIN_SAMPLES = 3;
/** So many bad answers in a row are proof that the service is bad. */
const BAD_IN_A_ROW = 3;
/** So many failures of our own in a row, and nobody was asked. */
const ERRORS_IN_A_ROW = 5;

/** What the answers to one probe prove over the whole window. */
export function judgeProbe(probe: ProbeEvidence, minSuccess: number): readonly Reason[] {
  const ended = isDecided(probe.ticks);
  const last = probe.ticks.at(-1)?.message ?? '';
  if (ended === 'error') {
    return [
      say(probe, 'probe-error', 'error', `could not be asked ${ERRORS_IN_A_ROW} times: ${last}`),
    ];
  }
  if (ended === 'bad') {
    return [say(probe, 'probe-failed', 'fail', `${BAD_IN_A_ROW} bad answers in a row: ${last}`)];
  }
  const answers = probe.ticks.filter((tick) => tick.result !== 'error');
  if (answers.length < MIN_SAMPLES) {
    const count = `${answers.length} answers, ${MIN_SAMPLES} are needed`;
    return [say(probe, 'no-samples', 'inconclusive', count)];
  }
  return judgeShare(probe, answers, minSuccess);
}

function judgeShare(
  probe: ProbeEvidence,
  answers: readonly ProbeTick[],
  minSuccess: number,
): readonly Reason[] {
  const bad = answers.filter((tick) => tick.result === 'bad');
  const share = 1 - bad.length / answers.length;
  if (share >= minSuccess) return [];
  const count = `${bad.length} of ${answers.length} answers were bad: ${bad.at(-1)?.message}`;
  // One bad answer of three is below 99 % and proves no rate of 1 %: too few were asked.
  const tooFew = bad.length === 1 && answers.length * (1 - minSuccess) < 1;
  return tooFew
    ? [say(probe, 'too-few-samples', 'inconclusive', `${count}; too few to judge by`)]
    : [say(probe, 'probe-failed', 'fail', count)];
}

/** Whether a streak has decided: later answers cannot take it back. */
export function isDecided(ticks: readonly ProbeTick[]): 'bad' | 'error' | undefined {
  if (longestRun(ticks, 'bad') >= BAD_IN_A_ROW) return 'bad';
  return longestRun(ticks, 'error') >= ERRORS_IN_A_ROW ? 'error' : undefined;
}

function longestRun(ticks: readonly ProbeTick[], result: ProbeTick['result']): number {
  let longest = 0;
  let current = 0;
  for (const tick of ticks) {
    current = tick.result === result ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

const say = (
  probe: ProbeEvidence,
  code: string,
  verdict: Reason['verdict'],
  message: string,
): Reason => ({ code, verdict, message: `${probe.name}: ${message}` });
