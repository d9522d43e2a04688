import type { ActionsBackend } from '../../github/actions-backend.ts';
import { findCallProblems } from '../language/call-interface.ts';
import { defaultPermissions, excess, type Permissions } from '../language/permissions.ts';
import {
  type JobDefinition,
  readWorkflow,
  type Workflow,
  WorkflowNotValid,
} from '../language/workflow.ts';
import { findReference, type Origin } from './reference.ts';
import { readFileAt } from './repository-files.ts';

/** A workflow file where it stands, with the files it calls. */
export interface WorkflowNode {
  readonly origin: Origin;
  /** `.github/workflows/x.yml` */
  readonly path: string;
  readonly workflow: Workflow;
  readonly jobs: ReadonlyMap<string, JobNode>;
}

export interface JobNode {
  readonly definition: JobDefinition;
  /** What the job's token may do. */
  readonly permissions: Permissions;
  /** Set where the job calls a workflow. */
  readonly called: WorkflowNode | undefined;
}

/** Levels below the run's own file. Source: docs, "Nesting reusable workflows": ten with it. */
const MAX_DEPTH = 9;
const MAX_FILES = 50;

interface Loading {
  readonly backend: ActionsBackend;
  /** The repository's setting for workflows that name no permissions. */
  readonly policy: 'read' | 'write';
  readonly owner: string;
  readonly files: Set<string>;
}

/**
 * Reads a workflow and all it calls, to the last level, and checks each call as GitHub does before
 * it starts a run: the file, its inputs and secrets, its permissions.
 * @throws {WorkflowNotValid} with GitHub's words: the run is a startup failure
 * @throws {Error} where a file uses what the sandbox does not know
 */
export async function loadWorkflowTree(
  backend: ActionsBackend,
  origin: Origin,
  path: string,
): Promise<WorkflowNode> {
  const { defaultWorkflowPermissions: policy, owner } = origin.repository;
  const loading = { backend, policy, owner, files: new Set<string>() };
  const workflow = await readFrom(origin, path);
  return loadNode(loading, { origin, path, workflow }, workflow.permissions, 0);
}

async function readFrom(origin: Origin, path: string): Promise<Workflow> {
  const text = await readFileAt(origin.repository.gitFolder, origin.sha, path);
  if (text === undefined) throw new WorkflowNotValid([`${path}: workflow was not found.`]);
  return readWorkflow(path, text);
}

/** @param inherited what jobs have that name no permissions; `undefined`: the setting decides */
async function loadNode(
  loading: Loading,
  file: Pick<WorkflowNode, 'origin' | 'path' | 'workflow'>,
  inherited: Permissions | undefined,
  depth: number,
): Promise<WorkflowNode> {
  const [unknown] = file.workflow.notKnown;
  if (unknown !== undefined) {
    throw new Error(`${file.path}: ${unknown} is not known to the sandbox's runner`);
  }
  const jobs = new Map<string, JobNode>();
  for (const definition of file.workflow.jobs) {
    const explicit = definition.permissions ?? inherited;
    const permissions = explicit ?? defaultPermissions(loading.policy);
    const called =
      definition.uses === undefined
        ? undefined
        : await loadCalled(loading, file, definition, definition.uses, explicit, depth + 1);
    jobs.set(definition.id, { definition, permissions, called });
  }
  return { ...file, jobs };
}

async function loadCalled(
  loading: Loading,
  caller: Pick<WorkflowNode, 'origin' | 'path'>,
  job: JobDefinition,
  uses: string,
  explicit: Permissions | undefined,
  depth: number,
): Promise<WorkflowNode> {
  const at = `${caller.path} ${job.at}`;
  if (depth > MAX_DEPTH) {
    throw new WorkflowNotValid([`Nested reusable workflow depth exceeded ${MAX_DEPTH}.`]);
  }
  const notFound = () =>
    new WorkflowNotValid([
      `${at}: error parsing called workflow "${caller.path}" -> "${uses}" : workflow was not found. See https://docs.github.com/actions/learn-github-actions/reusing-workflows#access-to-reusable-workflows for more information.`,
    ]);
  const reference = await findReference(loading.backend, caller.origin, uses).catch(() => {
    throw notFound();
  });
  const { origin, path, text } = reference;
  const source = await readFileAt(origin.repository.gitFolder, origin.sha, path);
  if (source === undefined) throw notFound();
  loading.files.add(text);
  if (loading.files.size > MAX_FILES) {
    throw new WorkflowNotValid([`${at}: more than ${MAX_FILES} unique reusable workflows`]);
  }
  const workflow = await readWorkflow(path, source).catch((error: unknown) => {
    throw error instanceof WorkflowNotValid
      ? new WorkflowNotValid(
          error.messages.map((message) => `In ${at}: Error from called workflow ${message}`),
        )
      : error;
  });
  const problems = [
    ...findInterfaceProblems(workflow, job),
    ...findExcess(loading, workflow, text, origin, explicit),
  ];
  if (problems.length > 0) throw new WorkflowNotValid(problems.map((one) => `${at}: ${one}`));
  return loadNode(loading, { origin, path, workflow }, workflow.permissions ?? explicit, depth);
}

function findInterfaceProblems(workflow: Workflow, job: JobDefinition): readonly string[] {
  if (workflow.call === undefined) {
    return ['workflow_call key is not defined in the referenced workflow.'];
  }
  return findCallProblems(workflow.call, job.with, job.secrets);
}

/** Source: actions/runner, `WorkflowTemplateConverter.ConvertToReferencedWorkflow`. */
function findExcess(
  loading: Loading,
  workflow: Workflow,
  text: string,
  origin: Origin,
  explicit: Permissions | undefined,
): readonly string[] {
  const trusted = origin.repository.owner === loading.owner && loading.policy === 'write';
  const allowed = explicit ?? {
    ...defaultPermissions(loading.policy),
    ...(trusted && { 'id-token': 'write' as const }),
  };
  const check = (who: string, asked: Permissions | undefined): readonly string[] => {
    const over = asked === undefined ? undefined : excess(asked, allowed);
    return over === undefined
      ? []
      : [
          `Error calling workflow '${text}'. The ${who} is requesting '${over.requested}', but is only allowed '${over.allowed}'.`,
        ];
  };
  return [
    ...check('workflow', workflow.permissions),
    ...workflow.jobs.flatMap((job) => check(`nested job '${job.id}'`, job.permissions)),
  ];
}
