import { type Claims, claim } from './claims.ts';
import {
  authenticationConfiguration,
  REFUSED_EVENTS,
  roleBinding,
  type Trust,
  trustedUser,
} from './trust.ts';

/** The least trust that lets a job in, ready to paste, with what a person must know about it. */
export interface LeastTrust {
  readonly trust: Trust;
  readonly authentication: string;
  readonly rbac: string;
  readonly notes: readonly string[];
}

/** Generated from the claims of a run: this repository, its environment, this workflow, no more. */
export function leastTrust(claims: Claims, audience: string): LeastTrust {
  const is = (name: string): string => claim(claims, name);
  const environment = is('environment') || 'production';
  const environments = withRollback(environment);
  const trust: Trust = {
    issuer: claims.iss,
    audience,
    ownerId: is('repository_owner_id'),
    repositoryIds: [is('repository_id')],
    environments,
    workflowRefs: withSibling(is('job_workflow_ref')),
    ...(canMove(is('job_workflow_ref')) && { workflowShas: [is('job_workflow_sha')] }),
    runner: is('runner_environment') === 'self-hosted' ? 'self-hosted' : 'github-hosted',
  };
  const [, repository = 'app'] = is('repository').split('/');
  return {
    trust,
    authentication: authenticationConfiguration(trust),
    rbac: roleBinding({
      users: environments.map((name) => trustedUser(is('repository_id'), name)),
      namespace: `${repository}-${environment}`.toLowerCase().replace(/[^a-z0-9-]/g, '-'),
    }),
    notes: notes(is),
  };
}

/** A rollback runs in an environment of its own, with its own approval and its own subject. */
const withRollback = (environment: string): readonly string[] => {
  const forward = environment.replace(/-rollback$/, '');
  return [forward, `${forward}-rollback`];
};

/** Our deploy.yml and rollback.yml belong together: a trust in one without the other strands a release. */
function withSibling(ref: string): readonly string[] {
  const parts = /^(.*\/)(deploy|rollback)(\.yml@.*)$/.exec(ref);
  return parts ? ['deploy', 'rollback'].map((name) => `${parts[1]}${name}${parts[3]}`) : [ref];
}

/** Full versions are what releases make immutable; branches and `v1` go where somebody moves them. */
const canMove = (ref: string): boolean => !/@refs\/tags\/v?\d+\.\d+\.\d+$/.test(ref);

function notes(is: (name: string) => string): readonly string[] {
  const found = ['The namespace of the RoleBinding is a guess: write the one you deploy to.'];
  if (is('environment') === '') {
    found.push(
      'This job names no environment; the configuration is for "production". Write `environment: NAME` in the job and run this again.',
    );
  }
  if (canMove(is('job_workflow_ref'))) {
    found.push(
      `${is('job_workflow_ref')} can be moved, so job_workflow_sha is pinned too: change it with every update, or call the workflow by a full version tag.`,
    );
  }
  if (REFUSED_EVENTS.includes(is('event_name'))) {
    found.push(`The event of this run, ${is('event_name')}, is refused by the configuration.`);
  }
  if (is('runner_environment') === 'self-hosted') {
    found.push('A self-hosted runner is trusted: whoever can run a job there can take its token.');
  }
  return found;
}
