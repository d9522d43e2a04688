import type { ClusterAccess } from '../../../src/cloud/login.ts';
import { explainRefusal } from '../../../src/cloud/refusal.ts';
import { ActionError } from '../../../src/errors.ts';
import { exampleClaims } from './example-claims.ts';

const access = {
  provider: 'direct',
  kubeconfig: '/tmp/kubeconfig',
  claims: exampleClaims(),
  dispose: async () => {},
} as const satisfies ClusterAccess;

const { claims: _, ...withoutClaims } = access;

const refused = (status?: number): ActionError =>
  new ActionError('cluster-refused', 'The words do not matter: (403) (401)', {
    hint: 'as before',
    ...(status !== undefined && { status }),
  });

describe('a refusal of the cluster', () => {
  it.each([
    [401, 'mode: verify-trust of cluster-login prints the configuration'],
    [403, 'mode: verify-trust of cluster-login prints a RoleBinding'],
  ])('%d is explained by its status, whatever the message says', (status, expected) => {
    const error = refused(status);
    const explained = explainRefusal(access, error, 0) as ActionError;
    expect(explained).toMatchObject({ code: error.code, message: error.message, status });
    expect(explained.hint).toContain(expected);
  });

  it.each([
    ['a status that says nothing about identity', access, refused(500)],
    ['no status', access, refused()],
    ['another code', access, new ActionError('cluster-unreachable', 'gone', { status: 401 })],
    ['no ActionError', access, new Error('(403)')],
    ['a kubeconfig that was there', { ...access, provider: 'kubeconfig' as const }, refused(401)],
    ['no claims', withoutClaims, refused(401)],
  ])('%s is returned as it is', (_name, given, error) => {
    expect(explainRefusal(given, error, 0)).toBe(error);
  });
});
