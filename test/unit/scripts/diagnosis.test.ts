import { endOf, withDiagnosis } from '../../../scripts/docs/diagnosis.ts';
import { EXAMPLES } from '../../../scripts/docs/signal-examples.ts';
import { CREATION_ROWS } from '../../../src/domain/signals/creation.ts';

const page = withDiagnosis('<!-- codes:start -->\n<!-- codes:end -->');

test('every code has a section with its meaning', () => {
  const sections = page.split(/^### /m).slice(1);
  expect(sections.map((section) => /^`([a-z-]+)`\n\n\S/.exec(section)?.[1])).toHaveLength(25);
  expect(sections.filter((section) => !/^`[a-z-]+`\n\n\S.*\.\n/.test(section))).toEqual([]);
});

test('an example shows what Kubernetes says and the hint that it gets', () => {
  expect(page).toContain('“secret "db" not found”');
  expect(page).toContain('Create the Secret db in namespace shop');
  expect(page).not.toMatch(/undefined|\[object|NaN/);
});

test.each([
  ['at once', { class: 'fatal' as const }],
  ['at once; not in the first 20 s', { class: 'fatal' as const, minAge: 20_000 }],
  ['when seen 2 times', { class: 'count' as const, bound: { least: 2 } }],
  [
    'when seen 3 times (`max-restarts` + 1)',
    { class: 'count' as const, bound: { least: 1, input: 'maxRestarts' as const, plus: 1 } },
  ],
  [
    'when it stands for 5 min (`unschedulable-after`)',
    { class: 'held' as const, bound: { least: 0, input: 'unschedulableAfter' as const } },
  ],
  ['after 2 min', { class: 'slow' as const, bound: { least: 120_000 } }],
  ['no; explains a time-out', { class: 'slow' as const }],
  ['no', { class: 'transient' as const, minAge: 1000 }],
])('%s', (text, row) => {
  expect(endOf(row)).toBe(text);
});

test.each(CREATION_ROWS.map((row) => [row.name, row] as const))(
  'the message in the example of %s is one that it is found by',
  (name, row) => {
    const message = EXAMPLES[name]?.message ?? '';
    const subject = {
      namespace: 'shop',
      workload: 'Deployment/web',
      object: 'ReplicaSet/web-6d4f',
      message,
      podsAreEnding: name === 'quota-frees-itself',
    };
    expect(CREATION_ROWS.find((one) => one.find(subject))).toBe(row);
  },
);
