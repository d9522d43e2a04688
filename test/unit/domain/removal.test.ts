import type { KubeObject } from '../../../src/domain/manifest.ts';
import { judgeRemoval, parseAllowed, removalBetween } from '../../../src/domain/removal.ts';
import { kubeObject } from './kube-object.ts';

const keep = { metadata: { annotations: { 'helm.sh/resource-policy': 'keep' } } };
const claim = kubeObject('PersistentVolumeClaim', 'data');
const config = kubeObject('ConfigMap', 'config');
const topic = {
  apiVersion: 'kafka.strimzi.io/v1beta2',
  kind: 'KafkaTopic',
  metadata: { name: 't' },
};
const notLive = (): undefined => undefined;
const names = (objects: readonly KubeObject[]): readonly string[] =>
  objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);

describe('what helm would delete', () => {
  test.each<[string, readonly KubeObject[], readonly KubeObject[], string[], string[]]>([
    ['nothing', [claim, config], [claim, config], [], []],
    [
      'what has gone',
      [claim, config],
      [],
      ['PersistentVolumeClaim/data', 'ConfigMap/config'],
      ['PersistentVolumeClaim/data'],
    ],
    ['a custom kind: nobody knows what it holds', [topic], [], ['KafkaTopic/t'], ['KafkaTopic/t']],
    [
      'not what only got another version',
      [{ ...topic, apiVersion: 'kafka.strimzi.io/v1' }],
      [topic],
      [],
      [],
    ],
    [
      'not what names the namespace of the release only now',
      [claim],
      [kubeObject('PersistentVolumeClaim', 'data', { metadata: { namespace: 'shop' } })],
      [],
      [],
    ],
    [
      'what moved to another namespace',
      [claim],
      [kubeObject('PersistentVolumeClaim', 'data', { metadata: { namespace: 'other' } })],
      ['PersistentVolumeClaim/data'],
      ['PersistentVolumeClaim/data'],
    ],
    ['not what is kept', [kubeObject('PersistentVolumeClaim', 'data', keep)], [], [], []],
  ])('%s', (_, from, to, removed, data) => {
    const removal = removalBetween(from, to, 'shop', notLive);
    expect([names(removal.removed), names(removal.data)]).toEqual([removed, data]);
  });

  test.each([
    [
      'kept live, whatever the manifest said',
      claim,
      kubeObject('PersistentVolumeClaim', 'data', keep),
      0,
    ],
    ['no longer kept live', kubeObject('PersistentVolumeClaim', 'data', keep), claim, 1],
  ])('the live object decides: %s', (_, recorded, live, count) => {
    expect(removalBetween([recorded], [], 'shop', () => live).removed).toHaveLength(count);
  });
});

describe('the removal of data is', () => {
  const removal = removalBetween([claim, config, topic], [], 'shop', notLive);
  test.each<[readonly string[], string[]]>([
    [[], ['PersistentVolumeClaim/data', 'KafkaTopic/t']],
    [['PersistentVolumeClaim'], ['KafkaTopic/t']],
    [['persistentvolumeclaim/data', 'KafkaTopic/t'], []],
    [
      ['PersistentVolumeClaim/other', 'KafkaTopic/tt'],
      ['PersistentVolumeClaim/data', 'KafkaTopic/t'],
    ],
  ])('with allow-delete %j refused for %j', (allowed, refused) => {
    const meant = allowed.map((entry) => parseAllowed(entry)).filter((one) => one !== undefined);
    const findings = judgeRemoval(removal, meant);
    expect(findings.map(({ object }) => object)).toEqual(refused);
    expect(findings.every(({ outcome, hint }) => outcome === 'refused' && hint !== '')).toBe(true);
  });
});

test.each(['PersistentVolumeClaim/', '*', 'a b', 'Kind/Name'])('%j allows nothing', (entry) => {
  expect(parseAllowed(entry)).toBeUndefined();
});
