import { type CallInterface, readCallInterface } from './call-interface.ts';
import { features, workflows } from './parser.ts';
import { type Permissions, readPermissions } from './permissions.ts';
import { readSteps, type StepDefinition } from './step.ts';
import { entries, items, literal, position, type Token } from './template.ts';
import { isObject, type Value } from './value.ts';

/** A workflow file as written; what holds expressions is kept as its piece of the file. */
export interface Workflow {
  readonly name: string | undefined;
  readonly runName: Token | undefined;
  /** Event → its filters, e.g. `push` → `{branches: ['main']}`. */
  readonly events: ReadonlyMap<string, Value>;
  readonly call: CallInterface | undefined;
  readonly permissions: Permissions | undefined;
  readonly env: Token | undefined;
  readonly defaults: Token | undefined;
  readonly concurrency: Token | undefined;
  readonly jobs: readonly JobDefinition[];
  /** `jobs.a.container`: what GitHub knows and this runner does not. */
  readonly notKnown: readonly string[];
}

export interface JobDefinition {
  readonly id: string;
  /** `(Line: 7, Col: 3)`, for messages about the job. */
  readonly at: string;
  readonly name: Token | undefined;
  readonly needs: readonly string[];
  /** The job's `if`, with GitHub's `success() &&` where it names no status function. */
  readonly condition: string;
  readonly strategy: Token | undefined;
  readonly permissions: Permissions | undefined;
  readonly concurrency: Token | undefined;
  readonly environment: Token | undefined;
  readonly runsOn: Token | undefined;
  readonly env: Token | undefined;
  readonly defaults: Token | undefined;
  readonly outputs: ReadonlyMap<string, Token>;
  readonly timeout: Token | undefined;
  readonly continueOnError: Token | undefined;
  readonly steps: readonly StepDefinition[];
  /** Set where the job calls a workflow. */
  readonly uses: string | undefined;
  readonly with: ReadonlyMap<string, Token>;
  readonly secrets: 'inherit' | ReadonlyMap<string, Token>;
}

/** GitHub shows no more. Source: actions/runner, `WorkflowParser/ParseOptions.cs`. */
const MAX_MESSAGES = 10;

/**
 * The file breaks GitHub's rules, in GitHub's words. One message per cause and place: a permission
 * that many nested jobs lack is told for each of them, as GitHub does.
 */
export class WorkflowNotValid extends Error {
  readonly messages: readonly string[];
  constructor(messages: readonly string[]) {
    const shown = messages.slice(0, MAX_MESSAGES);
    super(shown.join('\n'));
    this.messages = shown;
  }
}

/** Keys of jobs GitHub knows and this runner does not: refused by name, never skipped. */
const NOT_KNOWN = ['container', 'services', 'snapshot', 'cancel-timeout-minutes'];

/**
 * Reads a workflow file by GitHub's parser and schema.
 * @param path `.github/workflows/x.yml`, for messages
 * @throws {WorkflowNotValid} where GitHub refuses the file
 */
export async function readWorkflow(path: string, text: string): Promise<Workflow> {
  const trace = new workflows.NoOperationTraceWriter();
  const { context, value } = workflows.parseWorkflow({ name: path, content: text }, trace);
  if (value === undefined) throw notValid(context);
  const template = await workflows.convertWorkflowTemplate(context, value, undefined, {
    featureFlags: features,
  });
  if ((template.errors ?? []).length > 0) throw notValid(context);
  const root = entries(value);
  const written = entries(root.get('jobs'));
  const wrongUses = [...written.values()].flatMap((job) => findWrongUses(path, job));
  if (wrongUses.length > 0) throw new WorkflowNotValid(wrongUses);
  const jobs = [...written].map(([id, token]) => {
    const converted = template.jobs.find((job) => job.id.value === id);
    if (converted === undefined) throw new Error(`${path}: job ${id} was not converted`);
    return readJob(id, token, position(converted.id), converted.if.expression);
  });
  const events = readEvents(root.get('on'));
  const name = literal(root.get('name'));
  return {
    name: typeof name === 'string' ? name : undefined,
    runName: root.get('run-name'),
    events,
    call: events.has('workflow_call')
      ? readCallInterface(entries(root.get('on')).get('workflow_call'))
      : undefined,
    permissions: permissionsOf(root.get('permissions')),
    env: root.get('env'),
    defaults: entries(root.get('defaults')).get('run'),
    concurrency: root.get('concurrency'),
    jobs,
    notKnown: [...written].flatMap(([id, job]) =>
      NOT_KNOWN.filter((key) => entries(job).has(key)).map((key) => `jobs.${id}.${key}`),
    ),
  };
}

/** GitHub's parser for editors lets any `uses` of a step pass; its server does not. */
function findWrongUses(path: string, job: Token): readonly string[] {
  return items(entries(job).get('steps')).flatMap((step) => {
    const token = entries(step).get('uses');
    const uses = token?.toString() ?? './';
    if (token === undefined || /^([.$]\/|docker:\/\/|[^/@]+\/[^@]+@.+)/.test(uses)) return [];
    return [
      `${path} ${position(token)}: Expected format {org}/{repo}[/path]@ref. Actual '${uses}'`,
    ];
  });
}

function notValid(context: ReturnType<typeof workflows.parseWorkflow>['context']): Error {
  const messages = context.errors.getErrors().map((error) => error.message);
  return new WorkflowNotValid([...new Set(messages)]);
}

function readJob(id: string, token: Token, at: string, condition: string): JobDefinition {
  const job = entries(token);
  const needs = literal(job.get('needs'));
  const uses = literal(job.get('uses'));
  const secrets = job.get('secrets');
  return {
    id,
    at,
    name: job.get('name'),
    needs: needs === null ? [] : [needs].flat().map(String),
    condition,
    strategy: job.get('strategy'),
    permissions: permissionsOf(job.get('permissions')),
    concurrency: job.get('concurrency'),
    environment: job.get('environment'),
    runsOn: job.get('runs-on'),
    env: job.get('env'),
    defaults: entries(job.get('defaults')).get('run'),
    outputs: entries(job.get('outputs')),
    timeout: job.get('timeout-minutes'),
    continueOnError: job.get('continue-on-error'),
    steps: readSteps(items(job.get('steps'))),
    uses: typeof uses === 'string' ? uses : undefined,
    with: entries(job.get('with')),
    secrets: secrets?.toString() === 'inherit' ? 'inherit' : entries(secrets),
  };
}

const permissionsOf = (token: Token | undefined): Permissions | undefined =>
  token === undefined ? undefined : readPermissions(literal(token));

/** `on:` in its three forms: a name, a list, a mapping. */
function readEvents(token: Token | undefined): ReadonlyMap<string, Value> {
  if (token === undefined) return new Map();
  const mapped = entries(token);
  if (mapped.size > 0) {
    // The outputs of a call hold expressions; they are read by readCallInterface.
    return new Map(
      [...mapped].map(([name, filters]) => [
        name,
        name === 'workflow_call' ? null : literal(filters),
      ]),
    );
  }
  const value = literal(token);
  if (isObject(value)) return new Map();
  return new Map([value].flat().map((name) => [String(name), null]));
}
