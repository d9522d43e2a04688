import type { Contexts } from '../language/evaluate.ts';
import { resolve, resolveText } from '../language/template.ts';
import { isObject, toText } from '../language/value.ts';
import { flatten, type JobRun } from '../result.ts';
import { callWorkflow } from './call-workflow.ts';
import { enterGroup } from './concurrency.ts';
import { limit } from './limit.ts';
import { expandMatrix, type MatrixLeg, matrixName } from './matrix.ts';
import { reportJob } from './report.ts';
import { runJob } from './run-job.ts';
import { type JobPlan, unstarted } from './run-jobs.ts';

/** One job of a strategy. */
export interface Leg extends JobPlan {
  readonly name: string;
  /** Adds `strategy` and `matrix`. */
  readonly contexts: Contexts;
  /** The job is to end: run cancelled and not wanted any more, fail-fast, or concurrency. */
  readonly cancelled: AbortSignal;
  /** The same while it waits: a run that is cancelled meanwhile ends any wait. */
  readonly waitCancelled: AbortSignal;
  readonly held: ReadonlyMap<string, string>;
}

/** Runs a job once, or once for each combination of its matrix. */
export async function runStrategy(plan: JobPlan): Promise<readonly JobRun[]> {
  const { strategy } = plan.definition;
  const value = strategy === undefined ? {} : resolve(strategy, plan);
  const settings = isObject(value) ? value : {};
  const matrix = settings.matrix ?? null;
  const legs = matrix === null ? [{ matrix: null, segments: [] }] : expandMatrix(matrix);
  const failFast = toText(settings['fail-fast'] ?? true) === 'true';
  const parallel = Number(settings['max-parallel'] ?? legs.length) || legs.length;
  const siblings = new AbortController();
  const gate = limit(parallel);
  const finished: JobRun[] = [];
  await Promise.all(
    legs.map((leg, index) =>
      gate(async () => {
        const contexts = {
          ...plan.contexts,
          matrix: leg.matrix,
          strategy: {
            'fail-fast': failFast,
            'job-index': index,
            'job-total': legs.length,
            'max-parallel': parallel,
          },
        };
        const job = await runLeg(plan, contexts, nameOf(plan, contexts, leg), siblings.signal);
        if (failFast && job.result === 'failure') siblings.abort();
        finished.push(job);
      }),
    ),
  );
  return finished;
}

/** A name with expressions stands for itself; any other gets the matrix in brackets. */
function nameOf(
  plan: JobPlan,
  contexts: Contexts,
  leg: MatrixLeg | { segments: readonly string[] },
): string {
  const { name, id } = plan.definition;
  const own = resolveText(name, { contexts }) || id;
  const full = name?.isExpression ? own : matrixName(own, leg.segments);
  return `${plan.workflow.prefix}${full}`;
}

async function runLeg(
  plan: JobPlan,
  contexts: Contexts,
  name: string,
  siblings: AbortSignal,
): Promise<JobRun> {
  const { workflow, definition } = plan;
  const { run } = workflow;
  const kept = plan.keeps ? run.kept.get(name) : undefined;
  if (kept !== undefined) return keep(plan, kept);
  if (siblings.aborted || workflow.ended.aborted || run.forceCancelled.aborted)
    return unstarted(plan, name, 'cancelled');
  // The run may have been cancelled while the leg waited for its turn.
  if (!plan.wanted()) return unstarted(plan, name, 'cancelled');
  const cancel = new AbortController();
  const end = (): void => cancel.abort();
  const endUnlessWanted = (): void => {
    // A call has no process of its own: each of its jobs asks its own condition.
    if (definition.uses === undefined && !plan.wanted()) end();
  };
  const waitCancelled = run.cancelled.aborted
    ? cancel.signal
    : AbortSignal.any([cancel.signal, run.cancelled]);
  siblings.addEventListener('abort', end);
  workflow.ended.addEventListener('abort', end);
  run.cancelled.addEventListener('abort', endUnlessWanted);
  run.forceCancelled.addEventListener('abort', end);
  if (run.cancelled.aborted) endUnlessWanted();
  try {
    if (definition.uses === undefined) reportJob(run, { name, status: 'queued', steps: [] });
    const place = await enterGroup(run, {
      token: definition.concurrency,
      scope: { contexts },
      holder: name,
      held: workflow.held,
      cancel: end,
      cancelled: waitCancelled,
    });
    if (place.state === 'cancelled') return unstarted(plan, name, 'cancelled', place.reason);
    try {
      const held = new Map([...workflow.held, [place.group.toLowerCase(), name] as const]);
      held.delete('');
      const leg = { ...plan, name, contexts, held, cancelled: cancel.signal, waitCancelled };
      return definition.uses === undefined ? await runJob(leg) : await callWorkflow(leg);
    } finally {
      place.leave();
    }
  } catch (error) {
    return unstarted(plan, name, 'failure', error instanceof Error ? error.message : `${error}`);
  } finally {
    siblings.removeEventListener('abort', end);
    workflow.ended.removeEventListener('abort', end);
    run.cancelled.removeEventListener('abort', endUnlessWanted);
    run.forceCancelled.removeEventListener('abort', end);
  }
}

/** A job of the attempt before that a re-run of failed jobs takes over. */
function keep({ workflow: { run } }: JobPlan, job: JobRun): JobRun {
  for (const one of flatten([job])) {
    const steps = one.steps.map((step) => ({
      number: step.number,
      name: step.name,
      status: 'completed' as const,
      conclusion: step.conclusion,
    }));
    // A call is no job of its own to GitHub, only its jobs are.
    if (one.jobs.length > 0) continue;
    reportJob(run, { name: one.name, status: 'completed', conclusion: one.conclusion, steps });
  }
  return job;
}
