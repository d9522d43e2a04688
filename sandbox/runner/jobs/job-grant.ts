import { type Permissions, readOnly } from '../language/permissions.ts';
import { oidcJob } from './oidc-job.ts';
import type { Leg } from './run-strategy.ts';
import { jobSecrets } from './secrets.ts';

type Values = Readonly<Record<string, string>>;

/** What a job is given for its time: token, secrets, addresses of services. */
export interface JobGrant {
  readonly permissions: Permissions;
  readonly token: string;
  /** With GITHUB_TOKEN. */
  readonly secrets: Values;
  readonly vars: Values;
  /** ACTIONS_ID_TOKEN_REQUEST_*, only with `id-token: write`. */
  readonly idToken: Values;
  /** ACTIONS_RUNTIME_TOKEN and where artifacts go. */
  readonly service: Values;
  /** All that no log may show. */
  readonly masks: readonly string[];
  readonly revoke: () => void;
}

/**
 * @param environment the one the job entered
 * @param jobId of the job on GitHub's side
 */
export async function grantJob(
  leg: Leg,
  environment: string | undefined,
  jobId: number,
): Promise<JobGrant> {
  const { workflow, definition, name } = leg;
  const { run, node } = workflow;
  const { backend } = run.settings;
  const { fullName } = run.repository;
  const asked = node.jobs.get(definition.id)?.permissions ?? {};
  const permissions = run.event.fork ? readOnly(asked) : asked;
  const idToken =
    permissions['id-token'] === 'write' ? await askIdToken(leg, environment, jobId) : {};
  // id-token is no right of the token: it is the job that may ask the issuer.
  const { 'id-token': _, ...rights } = permissions;
  const owner = { repository: fullName, runId: run.facts.id, jobName: name, permissions: rights };
  const token = backend.mintToken(owner);
  const secrets = jobSecrets(run, workflow.secrets, { environment, token });
  const service = backend.serviceEnvironment(run.facts.id, String(jobId));
  const { ACTIONS_ID_TOKEN_REQUEST_TOKEN = '' } = idToken;
  const { ACTIONS_RUNTIME_TOKEN = '' } = service;
  const own = [ACTIONS_ID_TOKEN_REQUEST_TOKEN, ACTIONS_RUNTIME_TOKEN];
  return {
    permissions,
    token,
    secrets,
    vars: backend.variables(fullName, environment),
    idToken,
    service,
    masks: [...Object.values(secrets), ...own].filter(Boolean),
    revoke: () => backend.revokeToken(token),
  };
}

async function askIdToken(
  leg: Leg,
  environment: string | undefined,
  jobId: number,
): Promise<Values> {
  const { idToken } = leg.workflow.run.settings;
  if (idToken === undefined) {
    throw new Error(`${leg.name} has id-token: write, but the runner was given no OIDC issuer`);
  }
  return idToken(oidcJob(leg, environment, jobId));
}
