import type { WorkflowNode } from '../calls/workflow-tree.ts';
import { convertInput, emptyInput, find } from '../language/call-interface.ts';
import { resolve, resolveText } from '../language/template.ts';
import type { ObjectValue, Value } from '../language/value.ts';
import { type JobRun, mergeResults } from '../result.ts';
import { enterGroup } from './concurrency.ts';
import { type JobEnd, runJobs, unstarted } from './run-jobs.ts';
import type { Leg } from './run-strategy.ts';
import { type SecretSource, secretsToPass } from './secrets.ts';

/**
 * Runs the workflow a job calls. `github` stays the caller's; the call's result is that of its
 * jobs, its outputs are those of `on.workflow_call.outputs`.
 */
export async function callWorkflow(leg: Leg): Promise<JobRun> {
  const { workflow, definition, name } = leg;
  const started = Date.now();
  const node = workflow.node.jobs.get(definition.id)?.called;
  if (node === undefined) throw new Error(`${name} calls ${definition.uses}, which was not loaded`);
  const inputs = inputsOf(leg, node);
  const ended = new AbortController();
  const place = await enterGroup(workflow.run, {
    token: node.workflow.concurrency,
    scope: { contexts: { ...leg.contexts, inputs } },
    holder: `${name} (workflow)`,
    held: leg.held,
    cancel: () => ended.abort(),
    cancelled: leg.waitCancelled,
  });
  if (place.state === 'cancelled') return unstarted(leg, name, 'cancelled', place.reason);
  const end = (): void => ended.abort();
  leg.cancelled.addEventListener('abort', end);
  if (leg.cancelled.aborted) end();
  try {
    const ends = await runJobs({
      run: workflow.run,
      node,
      inputs,
      secrets: secretsOf(leg),
      prefix: `${name} / `,
      held: new Map(
        [...leg.held, [place.group.toLowerCase(), name] as const].filter(([group]) => group !== ''),
      ),
      ended: ended.signal,
      keeps: leg.keeps,
    });
    const result = mergeResults(ends.map((one) => one.result));
    return {
      id: definition.id,
      name,
      conclusion: result,
      result,
      outputs: outputsOf(node, leg, inputs, ends),
      steps: [],
      annotations: [],
      summary: '',
      environment: undefined,
      jobs: ends.flatMap((one) => one.jobs),
      ms: Date.now() - started,
    };
  } finally {
    leg.cancelled.removeEventListener('abort', end);
    place.leave();
  }
}

/** @throws {Error} `Unexpected value 'abc'` where a value has the wrong type */
function inputsOf(leg: Leg, node: WorkflowNode): ObjectValue {
  const declared = node.workflow.call?.inputs ?? new Map();
  // Defaults speak of the caller's github and vars; nothing else is known to them.
  const { github = null, vars = null } = leg.contexts;
  const value = (name: string): Value => {
    const input = node.workflow.call?.inputs.get(name);
    if (input === undefined) return null;
    const given = find(leg.definition.with, name);
    if (given !== undefined) return convertInput(input.type, resolve(given, leg));
    if (input.default === undefined) return emptyInput(input.type);
    return convertInput(input.type, resolve(input.default, { contexts: { github, vars } }));
  };
  return Object.fromEntries([...declared.keys()].map((name) => [name, value(name)]));
}

/** `secrets: inherit` hands on what this file has; a mapping is evaluated outside any environment. */
function secretsOf(leg: Leg): SecretSource {
  const { workflow, definition, contexts } = leg;
  const { secrets } = definition;
  if (secrets === 'inherit') return workflow.secrets;
  const own = secretsToPass(workflow.run, workflow.secrets);
  const scope = { contexts: { ...contexts, secrets: own } };
  const declared = workflow.node.jobs.get(definition.id)?.called?.workflow.call?.secrets;
  const values = [...(declared?.keys() ?? [])].flatMap((name) => {
    const token = find(secrets, name);
    return token === undefined ? [] : [[name, resolveText(token, scope)] as const];
  });
  return { kind: 'named', values: Object.fromEntries(values) };
}

function outputsOf(
  node: WorkflowNode,
  leg: Leg,
  inputs: ObjectValue,
  ends: readonly JobEnd[],
): Readonly<Record<string, string>> {
  const jobs = Object.fromEntries(
    ends.map(({ definition, result, outputs }) => [definition.id, { result, outputs }]),
  );
  const { github = null, vars = null } = leg.contexts;
  const contexts = { github, vars, inputs, jobs };
  const outputs = node.workflow.call?.outputs ?? new Map();
  return Object.fromEntries(
    [...outputs].map(([name, token]) => [name, resolveText(token, { contexts })]),
  );
}
