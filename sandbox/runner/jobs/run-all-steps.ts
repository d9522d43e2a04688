import type { StepState } from '../../github/actions-backend.ts';
import type { StepDefinition } from '../language/step.ts';
import { commandLine, findByEnvironment, kill } from '../process-tree.ts';
import type { JobResult, StepRun } from '../result.ts';
import { fail, type StepScope } from '../steps/job-state.ts';
import { type PlannedStep, planStep } from '../steps/plan-step.ts';
import { type ActionStep, runStep } from '../steps/run-step.ts';
import type { OpenJob } from './open-job.ts';
import { reportJob, reportStep } from './report.ts';

export interface StepsEnd {
  readonly status: Exclude<JobResult, 'skipped'>;
  readonly steps: readonly StepRun[];
  readonly states: readonly StepState[];
  readonly log: string;
}

/**
 * Runs a job's steps in the runner's order: "Set up job", `pre` of actions, the steps, `post` of
 * actions backwards, "Complete job".
 */
export async function runAllSteps(
  open: OpenJob,
  definitions: readonly StepDefinition[],
  scope: StepScope,
): Promise<StepsEnd> {
  const { state: job } = open;
  const record = recorder(open);
  let planned: readonly PlannedStep[] = [];
  await record('Set up job', 'setup', async () => {
    job.log("Current runner version: '2.336.0' (played by the sandbox)");
    job.log('##[group]GITHUB_TOKEN Permissions');
    for (const [name, level] of Object.entries(open.grant.permissions))
      job.log(`${name}: ${level}`);
    job.log('##[endgroup]');
    try {
      planned = await planAll(open, definitions, scope);
      return 'success';
    } catch (error) {
      fail(job, error instanceof Error ? error.message : String(error));
      job.status = 'failure';
      return 'failure';
    }
  });
  const run = async (step: ActionStep): Promise<void> => {
    const end = await record(undefined, step.id, (announce) => runStep(job, step, announce));
    if (end.conclusion === 'failure' && job.status === 'success') job.status = 'failure';
  };
  for (const { pre } of planned) if (pre !== undefined) await run(pre);
  for (const { main } of planned) await run(main);
  for (let post = job.posts.pop(); post !== undefined; post = job.posts.pop()) await run(post);
  await record('Complete job', 'complete', async () => {
    job.log('Cleaning up orphan processes');
    for (const pid of findByEnvironment('RUNNER_TRACKING_ID', open.tracking)) {
      job.log(`Terminate orphan process: pid (${pid}) (${commandLine(pid)})`);
      kill(pid);
    }
    return 'success';
  });
  const { steps, states } = record.done();
  const log = steps.flatMap((step) => step.lines).join('\n');
  return { status: job.status, steps, states, log };
}

const planAll = async (
  open: OpenJob,
  definitions: readonly StepDefinition[],
  scope: StepScope,
): Promise<readonly PlannedStep[]> => {
  const planned: PlannedStep[] = [];
  for (const definition of definitions) planned.push(await planStep(open.state, scope, definition));
  return planned;
};

type End = { readonly outcome: JobResult; readonly conclusion: JobResult };

/** Keeps each step's log and tells of it while it runs. */
function recorder(open: OpenJob) {
  const { state: job, leg } = open;
  const { run } = leg.workflow;
  const steps: StepRun[] = [];
  const states: StepState[] = [];
  const report = (): void =>
    void reportJob(run, {
      name: leg.name,
      status: 'in_progress',
      steps: states,
      runnerName: open.runnerName,
      ...(open.environment !== undefined && { environment: open.environment }),
    });
  const record = async (
    known: string | undefined,
    id: string,
    work: (announce: (title: string, runs: boolean) => void) => Promise<End | JobResult>,
  ): Promise<End> => {
    const started = Date.now();
    const number = states.length + 1;
    const lines: string[] = [];
    let name = known ?? id;
    const show = (state: StepState): void => {
      states[number - 1] = state;
      reportStep(run, leg.name, state);
    };
    job.reader.startStep();
    job.log = (line) => {
      lines.push(line);
      run.settings.onProgress?.({
        kind: 'line',
        runId: run.facts.id,
        job: leg.name,
        step: name,
        line,
      });
    };
    const announce = (title: string, runs: boolean): void => {
      name = job.reader.mask(title);
      if (runs) show({ number, name, status: 'in_progress' });
      if (runs) report();
    };
    if (known !== undefined) announce(known, true);
    const end = await work(announce);
    const full = typeof end === 'string' ? { outcome: end, conclusion: end } : end;
    show({ number, name, status: 'completed', conclusion: full.conclusion });
    report();
    steps.push({ number, name, id, ...full, lines, ms: Date.now() - started });
    return full;
  };
  return Object.assign(record, { done: () => ({ steps, states }) });
}
