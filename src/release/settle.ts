import { takeBaseline } from '../domain/rollout.ts';
import { createSettleJudge, type SettleProblem } from '../domain/settle-judge.ts';
import { settleProblems } from '../domain/settle-problems.ts';
import { settleTime } from '../domain/settle-time.ts';
import { ActionError } from '../errors.ts';
import type { Clock } from '../tools/clock.ts';
import type { Observation, View } from './observe.ts';
import { freshen } from './prove-rollout.ts';
import { RolloutError } from './rollout-error.ts';

export interface SettleInput {
  /** How long to watch on after all is done, ms; `auto`: from the probes. */
  readonly settle: number | 'auto';
  /** When the time for all of it is over, on the clock of `elapsed`. */
  readonly deadline: number;
}

interface SettlePorts extends Pick<Clock, 'elapsed' | 'sleep'> {
  readonly view: Pick<View, 'refresh' | 'streams'>;
  readonly stop: AbortSignal;
}

/** At least so long an outage may hold up a last look. */
const FRESH_MS = 10_000;

/**
 * Watches on: what crashes a few seconds after it was ready was never good.
 * @throws {RolloutError} with the cause; {ActionError} `cancelled`
 */
export async function settle(
  observation: Observation,
  { settle: wanted, deadline }: SettleInput,
  ports: SettlePorts,
): Promise<void> {
  const { elapsed, stop } = ports;
  const { world } = observation;
  const plan = observation.plan();
  const end = elapsed() + (wanted === 'auto' ? settleTime(plan.manifest) : wanted);
  const before = takeBaseline(world);
  const judge = createSettleJudge();
  const look = (): SettleProblem | 'settled' | undefined => {
    if (stop.aborted) throw new ActionError('cancelled', 'Cancelled while the rollout settled');
    const now = elapsed();
    const over = now >= end;
    const problems = settleProblems(world, plan, before);
    return judge(problems, now, over) ?? (over && problems.length === 0 ? 'settled' : undefined);
  };
  for (;;) {
    let seen: ReturnType<typeof look> = await observation.until(look);
    if (seen !== 'settled' && seen.mayPass) {
      // What may pass may have passed, unseen as yet.
      await freshen(Math.max(deadline, elapsed() + FRESH_MS), ports);
      seen = look();
    }
    if (seen === 'settled') return;
    if (seen) throw new RolloutError(seen.diagnosis);
  }
}
