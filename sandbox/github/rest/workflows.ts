import { parse } from 'yaml';
import { dispatchInputs } from '../actions/dispatch-inputs.ts';
import { openWorkflow } from '../actions/runs.ts';
import type { Repository, State, Workflow } from '../state.ts';
import { nodeId } from '../view/node-id.ts';
import { apiOf, pageOf } from '../view/repository.ts';
import { actor } from './acting.ts';
import { type Answer, list, noContent, ok } from './answer.ts';
import { isRecord } from './fields.ts';
import { type Call, type Operations, operation } from './operation.ts';
import { notFound, RestError } from './rest-error.ts';
import { listRuns } from './runs.ts';

export const workflowOperations: Operations = {
  'actions/list-repo-workflows': operation('actions:read', async ({ state, repository }) => {
    const workflows = await listWorkflows(state, repository);
    return list(
      workflows,
      (workflow) => workflowView(state, repository, workflow),
      (page, total_count) => ({ total_count, workflows: page }),
    );
  }),

  'actions/get-workflow': operation('actions:read', async (call) =>
    ok(await workflowView(call.state, call.repository, await needWorkflow(call))),
  ),

  'actions/list-workflow-runs': operation('actions:read', async (call) => {
    const workflow = await needWorkflow(call);
    const { state, repository, query } = call;
    const runs = repository.runs.filter((run) => run.workflow === workflow);
    return listRuns(state, repository, runs, query);
  }),

  'actions/create-workflow-dispatch': operation('actions:write', dispatch),

  'actions/get-github-actions-default-workflow-permissions-repository': operation(
    'administration:read',
    ({ repository }) =>
      ok({
        default_workflow_permissions: repository.defaultWorkflowPermissions,
        can_approve_pull_request_reviews: false,
      }),
  ),
};

/** Workflow files of the default branch, and those that ran elsewhere. */
async function listWorkflows(state: State, repository: Repository): Promise<readonly Workflow[]> {
  const head = await repository.git.resolve(repository.defaultBranch);
  const entries = head ? await repository.git.tree(head, true) : [];
  for (const { path } of entries) {
    if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) openWorkflow(state, repository, path);
  }
  return [...repository.workflows.values()];
}

/** By id or by file name. */
async function needWorkflow({ state, repository, params }: Call): Promise<Workflow> {
  const wanted = params.workflow_id ?? '';
  const workflows = await listWorkflows(state, repository);
  const found = workflows.find(
    ({ id, path }) => String(id) === wanted || path === `.github/workflows/${wanted}`,
  );
  if (!found) throw notFound();
  return found;
}

async function readWorkflow(
  { git }: Repository,
  commit: string | undefined,
  path: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const entry = commit === undefined ? undefined : await git.entry(commit, path);
  const text = entry && (await git.blob(entry.sha))?.toString();
  try {
    const value: unknown = text === undefined ? undefined : parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined; // GitHub lists a file it cannot read under its path.
  }
}

/** `workflow`. */
async function workflowView(state: State, repository: Repository, workflow: Workflow) {
  const { id, path, createdAt } = workflow;
  const head = await repository.git.resolve(repository.defaultBranch);
  const file = await readWorkflow(repository, head, path);
  const page = pageOf(state, repository);
  return {
    id,
    node_id: nodeId('Workflow', id),
    name: typeof file?.name === 'string' ? file.name : path,
    path,
    state: 'active',
    created_at: createdAt,
    updated_at: createdAt,
    url: `${apiOf(state, repository)}/actions/workflows/${id}`,
    html_url: `${page}/blob/${repository.defaultBranch}/${path}`,
    badge_url: `${page}/workflows/${encodeURIComponent(path)}/badge.svg`,
  };
}

async function dispatch(call: Call): Promise<Answer> {
  const { state, repository, body, caller } = call;
  const workflow = await needWorkflow(call);
  const name = body.needText('ref');
  const { git } = repository;
  const sha = await git.resolve(name);
  if (!sha) throw new RestError(422, `No ref found for: ${name}`);
  const given = body.value('inputs');
  const file = await readWorkflow(repository, sha, workflow.path);
  const inputs = dispatchInputs(file, isRecord(given) ? given : {});
  if ('refusal' in inputs) throw new RestError(422, inputs.refusal);
  const ref = await fullRef(repository, name);
  const login = actor(caller).login;
  const { fullName } = repository;
  const about = { repository: fullName, ref, actor: login };
  state.events.add({ kind: 'dispatch', workflow: workflow.path, ...about });
  const [start] = state.listeners.dispatch;
  const id = await start?.({ ...about, workflowPath: workflow.path, sha, inputs: inputs.inputs });
  if (!body.flag('return_run_details')) return noContent;
  if (id === undefined) throw new Error('nobody listens to dispatches: there is no run to name');
  return ok({
    workflow_run_id: id,
    run_url: `${apiOf(state, repository)}/actions/runs/${id}`,
    html_url: `${pageOf(state, repository)}/actions/runs/${id}`,
  });
}

async function fullRef({ git }: Repository, name: string): Promise<string> {
  if (name.startsWith('refs/')) return name;
  const branch = await git.ref(`refs/heads/${name}`);
  return branch ? branch.name : `refs/tags/${name}`;
}
