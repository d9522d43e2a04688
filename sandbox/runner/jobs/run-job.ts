import { rm } from 'node:fs/promises';
import { resolve } from '../language/template.ts';
import { toText } from '../language/value.ts';
import type { JobResult, JobRun } from '../result.ts';
import { jobScope } from '../steps/job-state.ts';
import { enterEnvironment } from './job-environment.ts';
import { jobOutputs } from './job-outputs.ts';
import { refuseLabels } from './labels.ts';
import { type OpenJob, openJob } from './open-job.ts';
import { reportJob } from './report.ts';
import { runAllSteps } from './run-all-steps.ts';
import { unstarted } from './run-jobs.ts';
import type { Leg } from './run-strategy.ts';

/** GitHub's limit where a job names none, in minutes. */
const DEFAULT_TIMEOUT = 360;
/** How long a cancelled job may go on, in minutes. */
const CANCEL_TIMEOUT = 5;

/** Runs an ordinary job: environment, token, steps, outputs. */
export async function runJob(leg: Leg): Promise<JobRun> {
  const { definition, name, workflow, contexts } = leg;
  const started = Date.now();
  const refusal = refuseLabels(workflow.run.settings, definition.runsOn, { contexts });
  if (refusal !== undefined) return unstarted(leg, name, 'failure', refusal);
  const entered = await enterEnvironment(leg);
  if (entered.state !== 'entered') {
    const why = entered.state === 'refused' ? entered.reason : 'The operation was canceled.';
    return unstarted(leg, name, entered.state === 'refused' ? 'failure' : 'cancelled', why);
  }
  const open = await openJob(leg, entered.name);
  const minutes = Number(definition.timeout ? resolve(definition.timeout, leg) : DEFAULT_TIMEOUT);
  const limits = startLimits(open, leg, minutes);
  try {
    const scope = jobScope(workflow.node.origin);
    const run = await runAllSteps(open, definition.steps, scope);
    const { outputs, url, broken } = jobOutputs(open, definition, scope);
    const conclusion: JobResult = broken && run.status === 'success' ? 'failure' : run.status;
    const tolerated =
      conclusion === 'failure' &&
      definition.continueOnError !== undefined &&
      toText(resolve(definition.continueOnError, leg)) === 'true';
    reportJob(workflow.run, {
      name,
      status: 'completed',
      conclusion,
      steps: run.states,
      log: run.log,
      runnerName: open.runnerName,
      ...(entered.name !== undefined && { environment: entered.name }),
    });
    return {
      id: definition.id,
      name,
      conclusion,
      result: tolerated ? 'success' : conclusion,
      outputs,
      steps: run.steps,
      annotations: [...open.state.reader.annotations],
      summary: open.state.summaries.join(''),
      environment: entered.name === undefined ? undefined : { name: entered.name, url },
      jobs: [],
      ms: Date.now() - started,
    };
  } finally {
    limits.clear();
    open.grant.revoke();
    await rm(open.state.home, { recursive: true, force: true });
  }
}

/** Cancels the job at its timeout; five minutes after any cancel it ends for good. */
function startLimits(open: OpenJob, leg: Leg, minutes: number): { readonly clear: () => void } {
  const { settings } = leg.workflow.run;
  const minute = settings.minute ?? 60_000;
  const timers = [
    setTimeout(
      () => {
        const message = `The job running on runner ${open.runnerName} has exceeded the maximum execution time of ${minutes} minutes.`;
        open.state.reader.annotate({ level: 'error', message });
        open.cancel();
      },
      Math.min(minutes * minute, 2 ** 31 - 1),
    ),
  ];
  open.state.cancelled.addEventListener('abort', () => {
    timers.push(setTimeout(() => open.end(), CANCEL_TIMEOUT * minute));
  });
  if (leg.cancelled.aborted) open.cancel();
  leg.cancelled.addEventListener('abort', open.cancel);
  const { forceCancelled } = leg.workflow.run;
  forceCancelled.addEventListener('abort', open.end);
  return {
    clear: () => {
      for (const timer of timers) clearTimeout(timer);
      leg.cancelled.removeEventListener('abort', open.cancel);
      forceCancelled.removeEventListener('abort', open.end);
    },
  };
}
