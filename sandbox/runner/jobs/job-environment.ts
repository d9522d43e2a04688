import { entries, resolve, resolveText } from '../language/template.ts';
import { isObject, toText } from '../language/value.ts';
import { reportJob } from './report.ts';
import type { Leg } from './run-strategy.ts';

export type Entered =
  | { readonly state: 'entered'; readonly name: string | undefined }
  | { readonly state: 'cancelled' }
  | { readonly state: 'refused'; readonly reason: string };

/** Waits for the environment a job names: branch policy, wait timer, approval. */
export async function enterEnvironment(leg: Leg): Promise<Entered> {
  const { definition, name, workflow } = leg;
  const { run } = workflow;
  const token = definition.environment;
  if (token === undefined) return { state: 'entered', name: undefined };
  // The url speaks of the steps: it is known only when the job ends.
  const named = entries(token);
  const value = named.size > 0 ? resolveText(named.get('name'), leg) : resolve(token, leg);
  const environment = isObject(value) ? toText(value.name ?? '') : toText(value);
  if (environment === '') return { state: 'entered', name: undefined };
  reportJob(run, { name, status: 'waiting', environment, steps: [] });
  const answer = await run.settings.backend.enterEnvironment({
    repository: run.repository.fullName,
    environment,
    runId: run.facts.id,
    jobName: name,
    ref: run.event.ref,
    deployment: named.get('deployment')?.toString() !== 'false',
    cancelled: leg.waitCancelled,
  });
  return answer.state === 'entered' ? { state: 'entered', name: environment } : answer;
}
