import { judgeHeld } from '../../../src/domain/held-rollout.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';

const object = (spec: object, managedFields: readonly object[] = []): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', ...{ managedFields } },
  spec,
});
const template = (image: string) => ({
  template: { spec: { containers: [{ name: 'web', image }] } },
});
const NEW = template('web:2');
const OLD = template('web:1');
const paused = { paused: true };
const onDelete = { updateStrategy: { type: 'OnDelete' } };
const partition = { updateStrategy: { rollingUpdate: { partition: 2 } } };
const by = (manager: string, field: string) => [
  { manager, fieldsV1: { 'f:spec': { [field]: {} } } },
];

test.each([
  [
    'somebody paused it',
    NEW,
    OLD,
    object({ ...NEW, ...paused }, by('kubectl', 'f:paused')),
    'spec.paused',
  ],
  ['somebody set OnDelete', NEW, OLD, object({ ...NEW, ...onDelete }), 'spec.updateStrategy'],
  ['somebody set a partition', NEW, OLD, object({ ...NEW, ...partition }), 'spec.updateStrategy'],
  ['the chart pauses it', { ...NEW, ...paused }, OLD, object({ ...NEW, ...paused }), undefined],
  [
    'helm paused it, and takes it away',
    NEW,
    OLD,
    object({ ...NEW, ...paused }, by('helm', 'f:paused')),
    undefined,
  ],
  ['nothing would roll', NEW, NEW, object({ ...NEW, ...paused }), undefined],
  ['nobody holds it', NEW, OLD, object(NEW), undefined],
  ['nobody knows', NEW, OLD, undefined, undefined],
] as const)('judgeHeld: %s', (_, wanted, live, result, field) => {
  const compared = { wanted: object(wanted), live: object(live), result, recorded: undefined };
  const findings = judgeHeld([compared]);
  expect(findings.map((one) => [one.outcome, one.object, one.field])).toEqual(
    field ? [['refused', 'Deployment/web', field]] : [],
  );
});
