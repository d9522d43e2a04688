import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Conclusion,
  RepositoryFacts,
  RunChange,
  RunFacts,
} from '../github/actions-backend.ts';
import { loadWorkflowTree, type WorkflowNode } from './calls/workflow-tree.ts';
import type { Event } from './events/event.ts';
import type { ReadEvent } from './events/run-event.ts';
import { githubContext } from './jobs/github-context.ts';
import type { RunContext } from './jobs/run-context.ts';
import { runRoot } from './jobs/run-root.ts';
import { resolveText } from './language/template.ts';
import type { ObjectValue } from './language/value.ts';
import { type Workflow, WorkflowNotValid } from './language/workflow.ts';
import type { JobRun, WorkflowRun } from './result.ts';
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
  const { repository, path, event, read } = request;
  const facts = settings.backend.createRun({
    repository: repository.fullName,
    workflowPath: path,
    workflowName: nameOf(request),
    event: event.name,
    headBranch: read.run.headRef || read.run.refName,
    headSha: event.name === 'pull_request' ? event.head.sha : read.run.sha,
    actor: event.actor.login,
    displayTitle: read.title,
    ...(previous !== undefined && { rerunOf: previous.runId }),
  });
  return { id: facts.id, path, request, done: conduct(settings, request, facts, previous) };
}

const nameOf = ({ workflow, path }: RunRequest): string =>
  workflow instanceof WorkflowNotValid ? path : (workflow.name ?? path);

async function conduct(
  settings: RunnerSettings,
  request: RunRequest,
  facts: RunFacts,
  previous: Previous | undefined,
): Promise<WorkflowRun> {
  const started = Date.now();
  let { title } = request.read;
  const tell = (change: RunChange): void => {
    settings.backend.updateRun(facts.id, change);
    const { status, conclusion } = change;
    const shown = { runId: facts.id, name: nameOf(request), title, status };
    settings.onProgress?.({ kind: 'run', ...shown, ...(conclusion && { conclusion }) });
  };
  const finish = (end: RunEnd): WorkflowRun => {
    tell({ status: 'completed', conclusion: end.conclusion });
    return { ...describe(request, facts), ...end, title, ms: Date.now() - started };
  };
  const cancel = new AbortController();
  let folder: string | undefined;
  try {
    const root = await loadRoot(settings, request);
    folder = join(settings.folder, `${facts.id}-${facts.attempt}`);
    await mkdir(folder, { recursive: true });
    const run: RunContext = {
      settings,
      repository: request.repository,
      facts,
      root,
      event: request.read.run,
      cancelled: AbortSignal.any([facts.cancelled, cancel.signal]),
      forceCancelled: facts.forceCancelled,
      folder,
      archives: actionArchives(folder),
      counters: { jobs: 0 },
      kept: previous?.kept ?? new Map(),
    };
    title = runName(run, request) || title;
    tell({ status: 'queued', displayTitle: title, referencedWorkflows: referenced(root) });
    return finish(await runRoot(run, request.inputs, tell, () => cancel.abort()));
  } catch (error) {
    if (error instanceof WorkflowNotValid) {
      return finish({ conclusion: 'startup_failure', errors: error.messages, jobs: [] });
    }
    tell({ status: 'completed', conclusion: 'failure' });
    throw error;
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** How a run ended. */
interface RunEnd {
  readonly conclusion: Conclusion;
  readonly errors: readonly string[];
  readonly jobs: readonly JobRun[];
}

const describe = (request: RunRequest, facts: RunFacts) => ({
  id: facts.id,
  number: facts.number,
  attempt: facts.attempt,
  repository: request.repository.fullName,
  path: request.path,
  name: nameOf(request),
  event: request.event.name,
  ref: request.read.run.ref,
  sha: request.read.run.sha,
});

async function loadRoot(
  { backend }: RunnerSettings,
  { workflow, repository, path, read }: RunRequest,
): Promise<WorkflowNode> {
  if (workflow instanceof WorkflowNotValid) throw workflow;
  const { sha, ref } = read.run;
  return loadWorkflowTree(backend, { repository, sha, ref }, path);
}

/** The workflow's `run-name`, `''` where it has none. */
function runName(run: RunContext, { inputs }: RunRequest): string {
  const vars = run.settings.backend.variables(run.repository.fullName);
  const contexts = { github: githubContext(run), inputs, vars };
  return resolveText(run.root.workflow.runName, { contexts });
}

/** The files a workflow calls, to the last level. */
const referenced = (node: WorkflowNode): readonly { path: string; sha: string }[] =>
  [...node.jobs.values()].flatMap(({ called }) => {
    if (called === undefined) return [];
    const { origin, path } = called;
    const own = { path: `${origin.repository.fullName}/${path}@${origin.ref}`, sha: origin.sha };
    return [own, ...referenced(called)];
  });
