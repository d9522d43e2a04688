import { describeFinding, findingsOf, type Refusal } from '../../../src/domain/dry-run-finding.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';

const web: KubeObject = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } };

const said = (status: number, message: string, causes: Refusal['causes'] = []) =>
  findingsOf(web, { status, message, causes }).map(({ kind, field, manager, message: text }) =>
    [kind, field, manager, text].join(' | '),
  );

// The words of the API server 1.35, as they came.
test.each<[number, string, string]>([
  [403, 'configmaps "x" is forbidden: exceeded quota: q, requested: configmaps=1', 'quota'],
  [
    403,
    'configmaps "x" is forbidden: status unknown for quota: q, resources: count/configmaps',
    'not-checked',
  ],
  [
    403,
    'configmaps "x" is forbidden: User "joe" cannot patch resource "configmaps"',
    'not-checked',
  ],
  [
    403,
    'pods "web" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot',
    'denied',
  ],
  [403, 'admission webhook "w" denied the request: no', 'denied'],
  [400, 'admission webhook "w" denied the request: no', 'denied'],
  [400, 'admission webhook "w" does not support dry run', 'not-checked'],
  [500, 'Internal error occurred: failed calling webhook "w": connection refused', 'webhook-down'],
  [404, 'namespaces "nonono" not found', 'no-namespace'],
  [404, 'the server could not find the requested resource', 'unserved'],
  [413, 'Request entity too large', 'invalid'],
  [429, 'too many requests', 'not-checked'],
  [503, 'the server is currently unable to handle the request', 'not-checked'],
  [500, 'etcdserver: request timed out', 'not-checked'],
])('%i %s', (status, message, kind) => {
  expect(said(status, message)).toEqual([`${kind} |  |  | ${message}`]);
});

test('a field that the schema does not have is a 500, and names its field', () => {
  const message =
    'failed to create typed patch object (/x; /v1, Kind=ConfigMap): .dota: field not declared in schema';
  expect(said(500, message)).toEqual([`invalid | dota |  | ${message}`]);
});

test('one finding for each conflict, with who set the field', () => {
  const causes = [
    {
      reason: 'FieldManagerConflict',
      message: 'conflict with "kubectl" with subresource "scale" using apps/v1',
      field: '.spec.replicas',
    },
    {
      reason: 'FieldManagerConflict',
      message: 'conflict with "kubectl-set" using apps/v1',
      field: '.spec.template.spec.containers[name="web"].image',
    },
  ];
  expect(said(409, 'Apply failed with 2 conflicts: …', causes)).toEqual([
    `conflict | spec.replicas | kubectl (scale) | ${causes[0]?.message}`,
    `conflict | spec.template.spec.containers[name="web"].image | kubectl-set | ${causes[1]?.message}`,
  ]);
});

test('immutable and invalid fields of one object are told apart, whole objects are not repeated', () => {
  const causes = [
    { message: 'Invalid value: {"a":{"b: c":1}}: field is immutable', field: 'spec.selector' },
    { message: 'Unsupported value: "Foo": supported values: "ClusterIP"', field: 'spec.type' },
    {
      message:
        "Forbidden: updates to statefulset spec for fields other than 'replicas' are forbidden",
      field: 'spec',
    },
  ];
  const message = `Deployment.apps "web" is invalid: ${causes[0]?.message}`;
  expect(said(422, message, causes)).toEqual([
    'immutable | spec.selector |  | field is immutable',
    `invalid | spec.type |  | ${causes[1]?.message}`,
    `immutable | spec |  | ${causes[2]?.message}`,
  ]);
});

test('a finding in one line', () => {
  const [finding] = findingsOf(web, {
    status: 422,
    message: '',
    causes: [{ message: 'field is immutable', field: 'spec.selector' }],
  });
  expect(finding && describeFinding(finding)).toBe(
    'Deployment/web spec.selector: field is immutable',
  );
});
