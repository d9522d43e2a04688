import { createRedactor } from '../../../src/domain/redact.ts';
import { redactManifest } from '../../../src/domain/redact-manifest.ts';
import { kubeObject } from './kube-object.ts';

const SECRET = 'correct-horse-battery';
const BASE64 = Buffer.from(SECRET).toString('base64');
const COPY = 'kubectl.kubernetes.io/last-applied-configuration';
const redact = createRedactor([SECRET]);
const whole = (text: string): string => text;

test('a Secret keeps its keys and its type only', () => {
  const secret = kubeObject('Secret', 'db', {
    type: 'Opaque',
    data: { password: BASE64, short: 'YQ==' },
    stringData: { text: 'anything' },
    metadata: {
      annotations: { [COPY]: JSON.stringify({ data: { password: BASE64 } }), own: 'stays' },
    },
  });
  expect(redactManifest([secret], whole)).toEqual([
    kubeObject('Secret', 'db', {
      type: 'Opaque',
      data: { password: '***', short: '***' },
      stringData: { text: '***' },
      metadata: { annotations: { own: 'stays' } },
    }),
  ]);
});

test.each([
  ['as it is', { data: { url: `postgres://app:${SECRET}@db/app` } }],
  ['in base64', { data: { file: Buffer.from(`password: ${SECRET}\n`).toString('base64') } }],
  ['in a list', { spec: { containers: [{ env: [{ name: 'A', value: SECRET }] }] } }],
  ['in a note', { metadata: { annotations: { note: `it is ${SECRET}` } } }],
])('a known secret is taken out of every other kind: %s', (_, more) => {
  const [redacted] = redactManifest([kubeObject('ConfigMap', 'c', more)], redact);
  const text = JSON.stringify(redacted);
  expect(text).toContain('***');
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain(BASE64.slice(4, 20));
});

test('everything else stays as it is', () => {
  const object = kubeObject('Deployment', 'web', {
    spec: { replicas: 2, paused: false, nothing: null, list: [1, 'two', { three: 3 }] },
  });
  expect(redactManifest([object], redact)).toEqual([object]);
});
