import { allowedRemovals } from '../../../../actions/helm-deploy/allowed-removals.ts';
import { checkList } from '../../../../actions/helm-deploy/check-list.ts';
import { labelLines } from '../../../../actions/helm-deploy/label-lines.ts';
import { settleDuration } from '../../../../actions/helm-deploy/settle-duration.ts';

const about = { description: '' };
const ALL = ['lint', 'schema', 'dry-run', 'access', 'images', 'diff'];

test.each([
  ['all', ALL],
  ['none', []],
  ['lint', ['lint']],
  ['lint, diff\n access', ['lint', 'diff', 'access']],
])('checks: %j', (text, names) => {
  expect([...checkList({ ...about, default: 'all' }).parse(text)]).toEqual(names);
});

test.each([
  ['spelling', '"spelling" is not known'],
  ['all lint', '"all" is not known'],
])('checks: %j is refused', (text, message) => {
  expect(() => checkList({ ...about, default: 'all' }).parse(text)).toThrow(message);
});

test.each([
  ['auto', 'auto'],
  ['0s', 0],
  ['1m30s', 90_000],
])('settle: %j', (text, value) => {
  expect(settleDuration({ ...about, default: 'auto' }).parse(text)).toBe(value);
});

test.each(['', '5', 'soon', '-1s'])('settle: %j is refused', (text) => {
  expect(() => settleDuration({ ...about, default: 'auto' }).parse(text || 'x')).toThrow(
    'is not allowed',
  );
});

test('labels: lines of key=value', () => {
  expect(labelLines(about).parse('team=shop\r\n\n example.com/tier = web \nempty=')).toEqual({
    team: 'shop',
    'example.com/tier': 'web',
    empty: '',
  });
});

test.each([
  ['team', 'is no label'],
  ['team=a b', 'is no label'],
  ['-team=a', 'is no label'],
  ['owner=me', 'owner is taken'],
  ['deploy-actions/run=1', 'deploy-actions/run is taken'],
])('labels: %j is refused', (line, message) => {
  expect(() => labelLines(about).parse(line)).toThrow(message);
});

test.each([
  ['', []],
  ['# none\n', []],
  [
    'PersistentVolumeClaim/data\r\n  Namespace',
    [{ kind: 'PersistentVolumeClaim', name: 'data' }, { kind: 'Namespace' }],
  ],
])('allow-delete: %j', (text, allowed) => {
  expect(allowedRemovals(about).parse(text)).toEqual(allowed);
});

test('allow-delete: what names nothing is refused', () => {
  expect(() => allowedRemovals(about).parse('Namespace\nall claims')).toThrow(
    '"all claims" is not allowed',
  );
});
