import type { WorkflowNode } from '../calls/workflow-tree.ts';
import type { Contexts } from '../language/evaluate.ts';
import { holds } from '../language/evaluate.ts';
import type { ObjectValue } from '../language/value.ts';
import type { JobDefinition } from '../language/workflow.ts';
import { type JobResult, type JobRun, mergeResults } from '../result.ts';
import { githubContext } from './github-context.ts';
import { jobStatusFunctions } from './job-status.ts';
import { reportJob } from './report.ts';
import type { RunContext } from './run-context.ts';
import { runStrategy } from './run-strategy.ts';
import type { SecretSource } from './secrets.ts';

/** A workflow file in execution: the run's own, or one that a job calls. */
export interface WorkflowExecution {
  readonly run: RunContext;
  readonly node: WorkflowNode;
  readonly inputs: ObjectValue;
  readonly secrets: SecretSource;
  /** `''`, or `pipeline / ` before the names of its jobs. */
  readonly prefix: string;
  /** Concurrency groups held by the run and the calls above, with who holds them. */
  readonly held: ReadonlyMap<string, string>;
  /** The call is to end, whatever its jobs' conditions say. */
  readonly ended: AbortSignal;
  /** A re-run of failed jobs may take over jobs of this file. */
  readonly keeps: boolean;
}

/** The jobs of one key: several where it has a matrix. */
export interface JobEnd {
  readonly definition: JobDefinition;
  readonly jobs: readonly JobRun[];
  readonly result: JobResult;
  readonly outputs: Readonly<Record<string, string>>;
  /** All of it was taken over from the attempt before. */
  readonly kept: boolean;
}

/** A job of the file, its contexts and its condition. */
export interface JobPlan {
  readonly workflow: WorkflowExecution;
  readonly definition: JobDefinition;
  /** `github`, `inputs`, `vars`, `needs`. */
  readonly contexts: Contexts;
  /** Whether its `if` holds now; a cancelled run asks again. */
  readonly wanted: () => boolean;
  /** All it needs was taken over, so it may be as well. */
  readonly keeps: boolean;
}

/** Runs the jobs of a workflow file in the order of their `needs`. */
export async function runJobs(workflow: WorkflowExecution): Promise<readonly JobEnd[]> {
  const { jobs } = workflow.node.workflow;
  const started = new Map<string, Promise<JobEnd>>();
  const end = (id: string): Promise<JobEnd> => {
    const known = started.get(id);
    if (known !== undefined) return known;
    const definition = jobs.find((job) => job.id === id);
    // The parser refuses needs of unknown jobs and circles.
    if (definition === undefined) throw new Error(`no job ${id}`);
    const fresh = Promise.all(definition.needs.map(end)).then(async (needs) => {
      const above = await Promise.all(ancestorsOf(jobs, id).map(end));
      return runJobOf(
        workflow,
        definition,
        needs,
        above.map(({ result }) => result),
      );
    });
    started.set(id, fresh);
    return fresh;
  };
  return Promise.all(jobs.map((job) => end(job.id)));
}

function ancestorsOf(jobs: readonly JobDefinition[], id: string): readonly string[] {
  const found = new Set<string>();
  const visit = (one: string): void => {
    for (const need of jobs.find((job) => job.id === one)?.needs ?? []) {
      if (found.has(need)) continue;
      found.add(need);
      visit(need);
    }
  };
  visit(id);
  return [...found];
}

async function runJobOf(
  workflow: WorkflowExecution,
  definition: JobDefinition,
  needs: readonly JobEnd[],
  ancestors: readonly JobResult[],
): Promise<JobEnd> {
  const { run, inputs } = workflow;
  const contexts: Contexts = {
    github: githubContext(run),
    inputs,
    vars: run.settings.backend.variables(run.repository.fullName),
    needs: Object.fromEntries(
      needs.map(({ definition: { id }, result, outputs }) => [id, { result, outputs }]),
    ),
  };
  const wanted = (): boolean => {
    const functions = jobStatusFunctions(ancestors, run.cancelled.aborted);
    return holds(definition.condition, { contexts, functions });
  };
  const keeps = workflow.keeps && needs.every((need) => need.kept);
  const jobs = await startOrSkip({ workflow, definition, contexts, wanted, keeps });
  return {
    definition,
    jobs,
    result: mergeResults(jobs.map((job) => job.result)),
    outputs: outputsOf(jobs),
    kept: keeps && jobs.every((job) => run.kept.get(job.name) === job),
  };
}

async function startOrSkip(plan: JobPlan): Promise<readonly JobRun[]> {
  const { workflow, definition } = plan;
  const name = `${workflow.prefix}${definition.name?.toString() ?? definition.id}`;
  try {
    if (workflow.ended.aborted || workflow.run.forceCancelled.aborted)
      return [unstarted(plan, name, 'cancelled')];
    if (!plan.wanted()) return [unstarted(plan, name, 'skipped')];
    return await runStrategy(plan);
  } catch (error) {
    // An expression of the job itself: GitHub fails the job without running it.
    return [unstarted(plan, name, 'failure', messageOf(error))];
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

/** A job that ends without having run, reported and all. */
export function unstarted(
  { workflow: { run }, definition }: Pick<JobPlan, 'workflow' | 'definition'>,
  name: string,
  result: JobResult,
  why?: string,
): JobRun {
  reportJob(run, { name, status: 'completed', conclusion: result, steps: [] });
  return {
    id: definition.id,
    name,
    conclusion: result,
    result,
    outputs: {},
    steps: [],
    annotations: why === undefined ? [] : [{ level: 'error', message: why }],
    summary: '',
    environment: undefined,
    jobs: [],
    ms: 0,
  };
}

/** The last leg's value wins, but an empty one does not. */
function outputsOf(jobs: readonly JobRun[]): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const job of jobs) {
    for (const [name, value] of Object.entries(job.outputs)) {
      if (value !== '' || !(name in outputs)) outputs[name] = value;
    }
  }
  return outputs;
}
