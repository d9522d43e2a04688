import { isNewer, trim } from '../../../src/cluster/known-objects.ts';

test.each([
  ['101', '100', true],
  ['100', '100', false],
  ['99', '100', false],
  // Above what a number can hold exactly.
  ['9007199254740993', '9007199254740992', true],
  // Versions of a server that does not count: only the same one is not newer.
  ['abc', 'abd', true],
  ['abc', 'abc', false],
  ['abc', '100', true],
])('is version %s newer than %s? %s', (version, than, answer) => {
  expect(isNewer(version, than)).toBe(answer);
});

test('an object keeps all but its managers and the copy that kubectl apply leaves', () => {
  const metadata = { name: 'web', labels: { app: 'web' } };
  const annotations = { 'deployment.kubernetes.io/revision': '3' };
  const object = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      ...metadata,
      managedFields: [{ manager: 'helm' }],
      annotations: { ...annotations, 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
    },
    spec: { replicas: 1 },
    status: { readyReplicas: 1 },
  };
  expect(trim(object)).toEqual({ ...object, metadata: { ...metadata, annotations } });
  expect(trim({ ...object, metadata })).toEqual({ ...object, metadata });
});
