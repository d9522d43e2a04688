import { checkLogin, loginInputs } from '../../src/cloud/login-inputs.ts';
import { choice, defineInputs, flag, type Rule } from '../../src/settings/define.ts';

export const inputs = defineInputs({
  ...loginInputs,
  mode: choice(['login', 'verify-trust'], {
    description:
      '`login`: make a kubeconfig for the steps after this one. `verify-trust`: try the login, ' +
      'report who we are and print the trust this job needs; change nothing, leave nothing.',
    default: 'login',
  }),
  'export-kubeconfig': flag({
    description: 'Export `KUBECONFIG` for all later steps of the job.',
    default: 'false',
  }),
});

export const outputs = {
  kubeconfig: 'Path of the kubeconfig; empty with `verify-trust`.',
  identity: 'User name the cluster knows us by; empty when it refused us.',
  provider: '`direct` or `kubeconfig`.',
  'expires-at':
    'When the first credential ends (ISO 8601). The kubeconfig renews it as long as the job runs.',
  claims: 'Claims of the ID token as JSON, never the token; empty with an existing kubeconfig.',
} as const;

/** What must hold between the inputs. */
export const rules: readonly Rule<typeof inputs>[] = [
  checkLogin,
  (given) => {
    if (given.mode !== 'verify-trust') return [];
    const without = 'cluster' in given && !given.cluster;
    return [
      ...(without
        ? [
            {
              input: 'mode',
              message: 'verify-trust needs cluster',
              hint: 'Give cluster: https://…',
            },
          ]
        : []),
      ...(given.exportKubeconfig
        ? [{ input: 'export-kubeconfig', message: 'verify-trust leaves no kubeconfig to export' }]
        : []),
    ];
  },
];
