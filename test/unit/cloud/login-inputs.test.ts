import { checkLogin, loginInputs } from '../../../src/cloud/login-inputs.ts';
import { InputError, type InputProblem } from '../../../src/errors.ts';
import { readInputs } from '../../../src/settings/define.ts';

const read = (given: Readonly<Record<string, string>>) =>
  readInputs(loginInputs, { read: (name) => given[name] ?? '', mask: () => {} }, [checkLogin]);

function problemsOf(given: Readonly<Record<string, string>>): readonly InputProblem[] {
  try {
    read(given);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

describe('the inputs of a login', () => {
  it('name an API server', () => {
    const settings = read({ cluster: 'https://k8s.example.com:6443/k8s/c-1/', audience: 'a' });
    expect(settings.cluster).toEqual({
      provider: 'direct',
      server: 'https://k8s.example.com:6443/k8s/c-1',
    });
  });

  it('may all be left out', () => {
    expect(read({}).cluster).toBeUndefined();
  });

  it.each([
    'eks:eu-central-1/prod',
    'gke:p/l/n',
    'aks:s/g/n',
    'http://k8s.example.com',
    'k8s.example.com',
  ])('refuse cluster: %s and say what is allowed today', (cluster) => {
    const [problem, ...rest] = problemsOf({ cluster, audience: 'a' });
    expect(rest).toEqual([]);
    expect(problem?.input).toBe('cluster');
    expect(problem?.hint).toBe(
      'allowed: https://server, or empty to use the kubeconfig that is there',
    );
  });

  it.each(['https://user:pass@k8s.example.com', 'https://k8s.example.com?x=1'])(
    'refuse cluster: %s without repeating a password',
    (cluster) => {
      const [problem] = problemsOf({ cluster, audience: 'a' });
      expect(problem?.message).toBe('may hold host, port and path only');
    },
  );

  it.each([
    [{ cluster: 'https://k' }, ['audience']],
    [
      { cluster: 'https://k', audience: 'a', kubeconfig: '/k', 'kube-context': 'c' },
      ['kubeconfig', 'kube-context'],
    ],
    [
      {
        audience: 'a',
        'server-ca': '/ca.crt',
        'expect-environment': 'e',
        'expect-workflow-ref': 'w',
        'expect-event': 'push',
      },
      ['audience', 'server-ca', 'expect-environment', 'expect-workflow-ref', 'expect-event'],
    ],
    [{ audience: 'a b' }, ['audience']],
    [
      { cluster: 'https://k', audience: 'a', 'expect-workflow-ref': 'a*b' },
      ['expect-workflow-ref'],
    ],
    [
      { cluster: 'https://k', audience: 'a', 'server-ca': '-----BEGIN CERTIFICATE-----\nx' },
      ['server-ca'],
    ],
    [
      {
        cluster: 'https://k',
        audience: 'a',
        'server-ca': '-----BEGIN CERTIFICATE-----\nQUFB\n-----END CERTIFICATE-----',
      },
      ['server-ca'],
    ],
    [{ cluster: 'eks:a/b', 'expect-environment': 'e' }, ['cluster']],
  ])('%j: refused are %j', (given, names) => {
    expect(problemsOf(given as Record<string, string>).map((problem) => problem.input)).toEqual(
      names,
    );
  });
});
