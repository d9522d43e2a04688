import { remoteChart } from '../../../src/domain/chart-source.ts';

const DIGEST = `sha256:${'a1'.repeat(32)}`;

test.each([
  [
    `oci://ghcr.io/acme/charts/shop@${DIGEST}`,
    {
      kind: 'registry',
      host: 'ghcr.io',
      repository: 'oci://ghcr.io/acme/charts/shop',
      digest: DIGEST,
    },
  ],
  [
    'oci://10.0.0.1:5000/shop',
    { kind: 'registry', host: '10.0.0.1:5000', repository: 'oci://10.0.0.1:5000/shop' },
  ],
  [
    'https://charts.example.com/stable/shop',
    { kind: 'repository', url: 'https://charts.example.com/stable', name: 'shop' },
  ],
  [
    'https://charts.example.com/shop',
    { kind: 'repository', url: 'https://charts.example.com', name: 'shop' },
  ],
  ['acme/shop', { kind: 'known', repository: 'acme', name: 'shop' }],
])('%s is read', (chart, source) => {
  expect(remoteChart(chart)).toEqual(source);
});

test.each([
  ['oci://ghcr.io/acme/shop:1.2.3', 'names no chart of a registry', 'chart-version'],
  [`oci://ghcr.io/acme/shop:1.2.3@${DIGEST}`, 'names no chart of a registry', 'chart-version'],
  ['oci://ghcr.io/acme/shop@sha256:abc', 'names no chart of a registry', '64 hex digits'],
  [`oci://ghcr.io/acme/shop@sha512:${'a'.repeat(64)}`, 'names no chart of a registry', 'sha256'],
  ['oci://ghcr.io', 'names no chart of a registry', 'oci://host/repository'],
  ['oci://ghcr.io/Acme/shop', 'names no chart of a registry', 'oci://host/repository'],
  ['oci://me:secret@ghcr.io/acme/shop', 'with credentials in its address', 'chart-password'],
  ['https://me:secret@charts.example.com/shop', 'with credentials', 'chart-password'],
  ['http://charts.example.com/shop', 'without TLS', 'https://'],
  ['https://charts.example.com/shop-1.2.3.tgz', 'names no chart of a repository', 'name'],
  ['https://charts.example.com/', 'names no chart of a repository', 'https://host/charts/name'],
  ['https://charts.example.com/shop?x=1', 'names no chart of a repository', 'chart-version'],
  ['./deploy/chart', 'is not there', 'checkout'],
  ['deploy/chart/api', 'is not there', 'checkout'],
  ['shop', 'is not there', 'checkout'],
  ['--post-renderer/x', 'is not there', 'checkout'],
])('%s is refused, with what to write', (chart, problem, hint) => {
  expect(remoteChart(chart)).toEqual({
    kind: 'none',
    problem: expect.stringContaining(problem),
    hint: expect.stringContaining(hint),
  });
});

test('credentials in an address are not repeated', () => {
  const refused = [
    remoteChart('oci://me:hunter2@ghcr.io/acme/shop'),
    remoteChart('https://me:hunter2@charts.example.com/shop'),
  ];
  expect(JSON.stringify(refused)).not.toContain('hunter2');
});
