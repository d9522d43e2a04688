import { keptAccounts } from '../../../src/domain/kept-accounts.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';

const named = (account?: string, more: object = {}): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    template: {
      spec: { containers: [], ...(account && { serviceAccountName: account }), ...more },
    },
  },
});
const scheduled = (account?: string): KubeObject => ({
  ...named(),
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  spec: { jobTemplate: { spec: named(account).spec } },
});
const pod = (account?: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { containers: [], ...(account && { serviceAccountName: account }) },
});

test.each<[string, KubeObject, KubeObject, readonly string[]]>([
  ['an account that is not named any more', named('x'), named(), ['x spec.template.spec']],
  ['by its old name', named(undefined, { serviceAccount: 'x' }), named(), ['x spec.template.spec']],
  ['a CronJob', scheduled('x'), scheduled(), ['x spec.jobTemplate.spec.template.spec']],
  ['another account', named('x'), named('y'), []],
  ['none before', named(), named(), []],
  ['a Pod, which cannot be changed', pod('x'), pod(), []],
  ['another namespace', named('x'), { ...named(), metadata: { name: 'web', namespace: 'b' } }, []],
])('%s', (_name, from, to, expected) => {
  const kept = keptAccounts([from], [to], 'a');
  expect(kept.map(({ account, field }) => `${account} ${field}`)).toEqual(expected);
});
