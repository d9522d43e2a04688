import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Conclusion, RepositoryFacts, RunFacts } from '../github/actions-backend.ts';
import { loadWorkflowTree, type WorkflowNode } from './calls/workflow-tree.ts';
import type { Event } from './events/event.ts';
import type { ReadEvent } from './events/run-event.ts';
import { enterGroup } from './jobs/concurrency.ts';
import { githubContext } from './jobs/github-context.ts';
import type { RunContext } from './jobs/run-context.ts';
import { runJobs } from './jobs/run-jobs.ts';
import { resolveText } from './language/template.ts';
import type { ObjectValue } from './language/value.ts';
import { type Workflow, WorkflowNotValid } from './language/workflow.ts';
import { flatten, type JobRun, mergeResults, type WorkflowRun } from './result.ts';
import type { RunnerSettings } from './settings.ts';
import { actionArchives } from './steps/action-archives.ts';

/** A run GitHub's side knows of. */
export interface StartedRun {
  readonly id: number;
  readonly path: string;
  /** Settles when the run ended; it rejects only where the sandbox's runner cannot run the file. */
  readonly done: Promise<WorkflowRun>;
  /** What a re-run needs to know. */
  readonly request: RunRequest;
}

export interface RunRequest {
  readonly repository: RepositoryFacts;
  /** `.github/workflows/x.yml` */
  readonly path: string;
  readonly workflow: Workflow | WorkflowNotValid;
  readonly inputs: ObjectValue;
  readonly event: Event;
  readonly read: ReadEvent;
}

/** The attempt before. */
export interface Previous {
  readonly runId: number;
  /** Jobs that are taken over, by name. */
  readonly kept: ReadonlyMap<string, JobRun>;
}

/** Creates a run on GitHub's side, or its next attempt, and runs it. */
export function runWorkflow(
  settings: RunnerSettings,
  request: RunRequest,
  previous?: Previous,
): StartedRun {
  const { repository, path, workflow, event, read } = request;
  const name = workflow instanceof WorkflowNotValid ? path : (workflow.name ?? path);
  const facts = settings.backend.createRun({
    repository: repository.fullName,
    workflowPath: path,
    workflowName: name,
    event: event.name,
    headBranch: read.run.headRef || read.run.refName,
    headSha: event.name === 'pull_request' ? event.head.sha : read.run.sha,
    actor: event.actor.login,
    displayTitle: read.title,
    ...(previous !== undefined && { rerunOf: previous.runId }),
  });
  return { id: facts.id, path, request, done: conduct(settings, request, facts, name, previous) };
}

async function conduct(
  settings: RunnerSettings,
  request: RunRequest,
  facts: RunFacts,
  name: string,
  previous: Previous | undefined,
): Promise<WorkflowRun> {
  const { repository, path, workflow, event, read } = request;
  const started = Date.now();
  let { title } = read;
  const finish = (
    conclusion: Conclusion,
    jobs: readonly JobRun[],
    errors: readonly string[],
  ): WorkflowRun => {
    settings.backend.updateRun(facts.id, { status: 'completed', conclusion });
    settings.onProgress?.({
      kind: 'run',
      runId: facts.id,
      name,
      title,
      status: 'completed',
      conclusion,
    });
    return {
      id: facts.id,
      number: facts.number,
      attempt: facts.attempt,
      repository: repository.fullName,
      path,
      name,
      title,
      event: event.name,
      ref: read.run.ref,
      sha: read.run.sha,
      conclusion,
      errors,
      jobs,
      ms: Date.now() - started,
    };
  };
  let root: WorkflowNode;
  try {
    if (workflow instanceof WorkflowNotValid) throw workflow;
    const origin = { repository, sha: read.run.sha, ref: read.run.ref };
    root = await loadWorkflowTree(settings.backend, origin, path);
  } catch (error) {
    if (!(error instanceof WorkflowNotValid)) {
      settings.backend.updateRun(facts.id, { status: 'completed', conclusion: 'failure' });
      throw error;
    }
    return finish('startup_failure', [], error.messages);
  }
  const own = new AbortController();
  const folder = join(settings.folder, `${facts.id}-${facts.attempt}`);
  await mkdir(folder, { recursive: true });
  const run: RunContext = {
    settings,
    repository,
    facts,
    root,
    event: read.run,
    cancelled: AbortSignal.any([facts.cancelled, own.signal]),
    forceCancelled: facts.forceCancelled,
    folder,
    archives: actionArchives(folder),
    counters: { jobs: 0 },
    kept: previous?.kept ?? new Map(),
  };
  title = runTitle(run, request) ?? title;
  settings.backend.updateRun(facts.id, {
    status: 'queued',
    displayTitle: title,
    referencedWorkflows: referenced(root).map(({ origin, path: called }) => ({
      path: `${origin.repository.fullName}/${called}@${origin.ref}`,
      sha: origin.sha,
    })),
  });
  try {
    const { jobs, errors, conclusion } = await conductJobs(run, request, () => own.abort());
    return finish(conclusion, jobs, errors);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The workflow's `run-name`, where it has one that can be evaluated. */
function runTitle(run: RunContext, { inputs }: RunRequest): string | undefined {
  const contexts = {
    github: githubContext(run),
    inputs,
    vars: run.settings.backend.variables(run.repository.fullName),
  };
  return resolveText(run.root.workflow.runName, { contexts }) || undefined;
}

async function conductJobs(
  run: RunContext,
  { inputs }: RunRequest,
  cancel: () => void,
): Promise<Pick<WorkflowRun, 'jobs' | 'errors' | 'conclusion'>> {
  const { settings, facts, root } = run;
  const contexts = {
    github: githubContext(run),
    inputs,
    vars: settings.backend.variables(run.repository.fullName),
  };
  if (root.workflow.concurrency !== undefined) {
    settings.backend.updateRun(facts.id, { status: 'pending' });
  }
  const place = await enterGroup(run, {
    token: root.workflow.concurrency,
    scope: { contexts },
    holder: '',
    held: new Map(),
    cancel,
    cancelled: run.cancelled,
  });
  if (place.state === 'cancelled') {
    return { jobs: [], errors: [place.reason], conclusion: 'cancelled' };
  }
  try {
    settings.backend.updateRun(facts.id, { status: 'in_progress' });
    const ends = await runJobs({
      run,
      node: root,
      inputs,
      secrets: { kind: 'repository' },
      prefix: '',
      held: new Map(place.group === '' ? [] : [[place.group.toLowerCase(), 'top level workflow']]),
      ended: new AbortController().signal,
      keeps: true,
    });
    const jobs = ends.flatMap((end) => end.jobs);
    const result = mergeResults(ends.map((end) => end.result));
    const ended = flatten(jobs).some((job) => job.conclusion === 'cancelled');
    return { jobs, errors: [], conclusion: run.cancelled.aborted && ended ? 'cancelled' : result };
  } finally {
    place.leave();
  }
}

const referenced = (node: WorkflowNode): readonly WorkflowNode[] =>
  [...node.jobs.values()].flatMap(({ called }) =>
    called === undefined ? [] : [called, ...referenced(called)],
  );
