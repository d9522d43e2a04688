import { ActionError } from '../errors.ts';
import { type Claims, claim } from './claims.ts';

/** What a job must be to get in. Empty text and an empty list expect nothing. */
export interface Expectations {
  readonly environment: string;
  /** `job_workflow_ref`, exact or with `*` as its last character. */
  readonly workflowRef: string;
  readonly events: readonly string[];
}

/**
 * Events that run with the identity of the base repository although somebody else started them:
 * refused unless they are named. https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
 */
const UNTRUSTED = ['pull_request_target', 'workflow_run', 'issue_comment'];

/**
 * Refuses a job before its token leaves for the cluster.
 * @throws {ActionError} `login-refused` naming every claim that is not as expected
 */
export function checkExpectations(claims: Claims, expected: Expectations): void {
  const mismatches = findMismatches(claims, expected);
  if (mismatches.length === 0) return;
  throw new ActionError(
    'login-refused',
    `This job may not log in; no token was sent to the cluster.\n${mismatches.join('\n')}`,
    { hint: 'Run it from the right job, or change the expect-… inputs.' },
  );
}

/** One line for each claim that is not as expected. */
export function findMismatches(claims: Claims, expected: Expectations): readonly string[] {
  const environment = claim(claims, 'environment');
  const workflow = claim(claims, 'job_workflow_ref');
  const event = claim(claims, 'event_name');
  const found: string[] = [];
  if (expected.environment !== '' && environment !== expected.environment) {
    found.push(
      `expect-environment: the job's environment is ${shown(environment)}, not "${expected.environment}"`,
    );
  }
  if (expected.workflowRef !== '' && !matches(workflow, expected.workflowRef)) {
    found.push(
      `expect-workflow-ref: job_workflow_ref is ${shown(workflow)}, not "${expected.workflowRef}"`,
    );
  }
  if (expected.events.length > 0 && !expected.events.includes(event)) {
    found.push(
      `expect-event: the event is ${shown(event)}, not one of ${expected.events.join(', ')}`,
    );
  }
  if (expected.events.length === 0 && UNTRUSTED.includes(event)) {
    found.push(
      `expect-event: ${event} runs code or data of others with this repository's identity; ` +
        'name it in expect-event if that is meant',
    );
  }
  return found;
}

const shown = (value: string): string => (value === '' ? 'not set' : `"${value}"`);

const matches = (value: string, pattern: string): boolean =>
  pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
