import { renderFindings } from '../../../src/domain/render-findings.ts';

// As helm 3.18 and 4.2 really say it.
const HELM_3 = `values don't meet the specifications of the schema(s) in the following chart(s):
web:
- (root): Additional property replica is not allowed
- replicas: Invalid type. Expected: integer, given: string
- nested.a/b: Invalid type. Expected: string, given: integer
- nested.list.1: Invalid type. Expected: integer, given: string
sub:
- (root): host is required
- port: Must be less than or equal to 100
`;
const HELM_4 = `values don't meet the specifications of the schema(s) in the following chart(s):
web:
- at '/replicas': got string, want integer
- at '/kind': value must be one of 'a', 'b'
- at '/nested': validation failed
  - at '/nested/a~1b': got number, want string
  - at '/nested/list/1': got string, want integer
- at '': additional properties 'replica' not allowed
sub:
- at '/port': maximum: got 1,000, want 100
`;

const told = (error: string): readonly string[] =>
  renderFindings(error).map(({ check, outcome, object, field, message, hint }) => {
    expect([outcome, hint === '']).toEqual(['refused', false]);
    return `${check} ${object} ${field}: ${message}`;
  });

test('Helm 3: each value that a schema refuses, by its chart and path', () => {
  expect(told(HELM_3)).toEqual([
    'schema chart web : Additional property replica is not allowed',
    'schema chart web replicas: Invalid type. Expected: integer, given: string',
    'schema chart web nested.a/b: Invalid type. Expected: string, given: integer',
    'schema chart web nested.list[1]: Invalid type. Expected: integer, given: string',
    'schema chart sub : host is required',
    'schema chart sub port: Must be less than or equal to 100',
  ]);
});

test('Helm 4: each value that a schema refuses, by its chart and path', () => {
  expect(told(HELM_4)).toEqual([
    'schema chart web replicas: got string, want integer',
    "schema chart web kind: value must be one of 'a', 'b'",
    'schema chart web nested.a/b: got number, want string',
    'schema chart web nested.list[1]: got string, want integer',
    "schema chart web : additional properties 'replica' not allowed",
    'schema chart sub port: maximum: got 1,000, want 100',
  ]);
});

test.each([
  [
    'template: web/templates/a.yaml:1:10: executing "web/templates/a.yaml" at <.Values.a.b.c>: nil pointer evaluating interface {}.b',
    'web/templates/a.yaml:1',
  ],
  [
    'web/templates/a.yaml:1:10\n  executing "web/templates/a.yaml" at <.Values.a.b.c>:\n    nil pointer evaluating interface {}.b',
    'web/templates/a.yaml:1',
  ],
  ['execution error at (web/templates/a.yaml:1:3): need it', 'web/templates/a.yaml:1'],
  [
    'parse error at (web/templates/a.yaml:1): function "nope" not defined',
    'web/templates/a.yaml:1',
  ],
  [
    'YAML parse error on web/templates/a.yaml: error converting YAML to JSON: yaml: line 1: did not find expected node content',
    'web/templates/a.yaml',
  ],
  ['chart "x" version "9" not found in repository', ''],
  ["values don't meet the specifications of the schema(s) in the following chart(s):\n", ''],
])('%j names the place %j and keeps the words', (error, object) => {
  expect(renderFindings(error)).toEqual([
    expect.objectContaining({
      check: 'render',
      outcome: 'refused',
      object,
      message: `The chart does not render: ${error.trim()}`,
    }),
  ]);
});
