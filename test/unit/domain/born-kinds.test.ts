import { kindsOf, missesOnly, orNotYet } from '../../../src/domain/born-kinds.ts';
import type { CheckFinding } from '../../../src/domain/check-finding.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';

const crd = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'gadgets.example.com' },
  spec: {
    group: 'example.com',
    names: { kind: 'Gadget' },
    versions: [{ name: 'v1' }, { name: 'v2' }],
  },
} as KubeObject;
const kinds = kindsOf([crd]);

test('a definition brings its kind in each of its versions', () => {
  expect([...kinds]).toEqual(['example.com/v1 Gadget', 'example.com/v2 Gadget']);
});

const missing = (kind: string, version: string): string =>
  `resource mapping not found for name: "x" namespace: "" from "": no matches for kind "${kind}" in version "${version}"\nensure CRDs are installed first`;

test.each([
  [missing('Gadget', 'example.com/v1'), true],
  [`${missing('Gadget', 'example.com/v1')}\n${missing('Gadget', 'example.com/v2')}`, true],
  [`${missing('Gadget', 'example.com/v1')}\n${missing('Other', 'example.com/v1')}`, false],
  [missing('Gadget', 'example.com/v3'), false],
  ['something else', false],
])('%j misses only what comes: %s', (error, only) => {
  expect(missesOnly(kinds, error)).toBe(only);
});

test('only what is said of objects of such a kind is no refusal', () => {
  const finding = (object: string, check: CheckFinding['check']): CheckFinding => ({
    ...{ check, object, outcome: 'refused', field: '', message: 'no', hint: '' },
  });
  const gadget = { apiVersion: 'example.com/v1', kind: 'Gadget', metadata: { name: 'x' } };
  const findings = [
    finding('Gadget/x', 'dry-run'),
    finding('Gadget/x', 'access'),
    finding('Deployment/x', 'dry-run'),
  ];
  expect(orNotYet(findings, kinds, [gadget as KubeObject]).map(({ outcome }) => outcome)).toEqual([
    'not-checked',
    'refused',
    'refused',
  ]);
});
