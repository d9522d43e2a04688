import { checkExpectations, findMismatches } from '../../../src/cloud/expectations.ts';
import { exampleClaims } from './example-claims.ts';

const nothing = { environment: '', workflowRef: '', events: [] };
const workflow = 'acme/deploy-actions/.github/workflows/deploy.yml';

describe('what a job is expected to be', () => {
  it.each([
    ['nothing', nothing, {}],
    ['its environment', { ...nothing, environment: 'production' }, {}],
    ['its workflow', { ...nothing, workflowRef: `${workflow}@refs/tags/v1.0.0` }, {}],
    ['a prefix of its workflow', { ...nothing, workflowRef: `${workflow}@refs/tags/v*` }, {}],
    ['one of two events', { ...nothing, events: ['release', 'push'] }, {}],
    [
      'a dangerous event that is named',
      { ...nothing, events: ['workflow_run'] },
      { event_name: 'workflow_run' },
    ],
  ])('is met: %s', (_, expected, claims) => {
    expect(findMismatches(exampleClaims(claims), expected)).toEqual([]);
  });

  it.each([
    [{ ...nothing, environment: 'staging' }, {}, 'environment is "production", not "staging"'],
    [{ ...nothing, environment: 'Production' }, {}, 'not "Production"'],
    [
      { ...nothing, environment: 'staging' },
      { environment: undefined },
      'environment is not set, not "staging"',
    ],
    [{ ...nothing, workflowRef: `${workflow}@refs/tags/v1` }, {}, 'job_workflow_ref is'],
    [{ ...nothing, workflowRef: 'evil*' }, {}, 'not "evil*"'],
    [{ ...nothing, events: ['release'] }, {}, 'event is "push", not one of release'],
    [nothing, { event_name: 'pull_request_target' }, 'name it in expect-event'],
    [nothing, { event_name: 'workflow_run' }, 'name it in expect-event'],
    [nothing, { event_name: 'issue_comment' }, 'name it in expect-event'],
  ])('is not met: %j with %j', (expected, claims, message) => {
    const found = findMismatches(exampleClaims(claims), expected);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  it('names everything that is not met in one error', () => {
    const expected = { environment: 'staging', workflowRef: 'other', events: ['release'] };
    expect(() => checkExpectations(exampleClaims(), expected)).toThrow(
      /no token was sent[\s\S]*expect-environment[\s\S]*expect-workflow-ref[\s\S]*expect-event/,
    );
  });
});
