import type { RepositoryFacts } from '../github/actions-backend.ts';
import { listChanges, listFolder, readFileAt } from './calls/repository-files.ts';
import { readDispatchInputs } from './events/dispatch-inputs.ts';
import { type Event, EventRefused } from './events/event.ts';
import { type ReadEvent, readEvent } from './events/run-event.ts';
import { isTriggered } from './events/trigger.ts';
import { type ObjectValue, toText } from './language/value.ts';
import { readWorkflow, type Workflow, WorkflowNotValid } from './language/workflow.ts';
import { runWorkflow, type StartedRun } from './run-workflow.ts';
import type { RunnerSettings } from './settings.ts';

/**
 * Starts what an event starts: finds the workflow files at its commit, creates a run for each whose
 * `on:` it meets, and runs them.
 * @returns the runs, already created on GitHub's side; `done` settles when one ended
 * @throws {EventRefused} where GitHub would not take the event
 */
export async function startRuns(
  settings: RunnerSettings,
  event: Event,
): Promise<readonly StartedRun[]> {
  const repository = settings.backend.repository(event.repository);
  const read = await readEvent(event, repository);
  if (read.skipped) return [];
  const files = await findWorkflows(repository, read, event);
  if (event.name === 'workflow_dispatch' && files.length === 0) {
    throw new EventRefused("Workflow does not have 'workflow_dispatch' trigger");
  }
  const prepared = files.map(({ path, workflow }) => {
    const inputs = inputsOf(event, workflow);
    return { path, workflow, inputs, repository, event, read: withInputs(read, event, inputs) };
  });
  return prepared.map((one) => runWorkflow(settings, one));
}

/** In the event of a dispatch the inputs are text, defaults among them. */
function withInputs(read: ReadEvent, event: Event, inputs: ObjectValue): ReadEvent {
  if (event.name !== 'workflow_dispatch') return read;
  const texts = Object.fromEntries(
    Object.entries(inputs).map(([name, one]) => [name, toText(one)]),
  );
  return { ...read, run: { ...read.run, payload: { ...read.run.payload, inputs: texts } } };
}

function inputsOf(event: Event, workflow: Workflow | WorkflowNotValid): ObjectValue {
  if (event.name !== 'workflow_dispatch' || workflow instanceof WorkflowNotValid) return {};
  return readDispatchInputs(workflow, event.inputs);
}

interface Found {
  readonly path: string;
  readonly workflow: Workflow | WorkflowNotValid;
}

async function findWorkflows(
  repository: RepositoryFacts,
  { run }: ReadEvent,
  event: Event,
): Promise<readonly Found[]> {
  const { gitFolder } = repository;
  const changed = (): Promise<readonly string[]> => {
    if (event.name === 'push') return listChanges(gitFolder, event.before, event.sha);
    if (event.name !== 'pull_request') return Promise.resolve([]);
    return listChanges(gitFolder, event.base.sha, event.head.sha);
  };
  const listed = await listFolder(gitFolder, run.sha, '.github/workflows');
  const found: Found[] = [];
  for (const path of listed.filter((name) => /\.ya?ml$/.test(name))) {
    const text = (await readFileAt(gitFolder, run.sha, path)) ?? '';
    const workflow = await readWorkflow(path, text).catch((error: unknown) => {
      if (error instanceof WorkflowNotValid) return error;
      throw error;
    });
    // A file GitHub cannot read has no triggers to look at: every push shows a run that failed.
    const starts =
      workflow instanceof WorkflowNotValid
        ? event.name === 'push'
        : await isTriggered(workflow, path, event, changed);
    if (starts) found.push({ path, workflow });
  }
  return found;
}
