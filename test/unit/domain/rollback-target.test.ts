import { readHistory } from '../../../src/domain/history.ts';
import {
  chooseTarget,
  isRestored,
  rollbackCandidates,
  type Wish,
} from '../../../src/domain/rollback-target.ts';

interface Given {
  readonly status?: string;
  readonly description?: string;
  readonly verdict?: string;
  readonly bundle?: string;
  readonly commit?: string;
  /** Labels that Helm copied from another revision do not count. */
  readonly copied?: boolean;
}

/** Revisions 1…n; the last one is deployed unless said otherwise. */
function given(...revisions: readonly Given[]) {
  const secrets = revisions.map((one, index) => {
    const number = index + 1;
    const last = number === revisions.length;
    const ours = {
      'deploy-actions/for-revision': String(one.copied ? 1000 : number),
      ...(one.verdict && { 'deploy-actions/verdict': one.verdict }),
      ...(one.bundle && { 'deploy-actions/bundle': one.bundle }),
      ...(one.commit && { 'deploy-actions/commit': one.commit }),
    };
    const status = one.status ?? (last ? 'deployed' : 'superseded');
    return { labels: { version: String(number), status, ...ours } };
  });
  const details = revisions.map((one, index) => ({
    revision: index + 1,
    updated: '2026-11-21T10:00:00Z',
    description: one.description ?? 'Upgrade complete',
  }));
  const history = readHistory(secrets);
  return { candidates: rollbackCandidates(history, details), current: history.at(-1) };
}

const last: Wish = { kind: 'last-verified' };
const pass = { verdict: 'pass' };
const chosen = (wish: Wish, ...revisions: readonly Given[]) => {
  const { candidates, current } = given(...revisions);
  const choice = chooseTarget(wish, candidates, current);
  return choice.found
    ? `${choice.found.revision.number} ${choice.verified ? 'verified' : 'unverified'}`
    : choice.refusal;
};

test.each([
  ['the newest proven one', '2 verified', [pass, pass, {}]],
  ['not current − 1 when that was never proven', '1 verified', [pass, {}, {}]],
  ['not one whose proof was copied by Helm', '1 verified', [pass, { ...pass, copied: true }, {}]],
  [
    'not one with the bundle that runs now',
    '1 verified',
    [{ ...pass, bundle: 'a' }, { ...pass, bundle: 'b' }, { bundle: 'b' }],
  ],
  [
    'not one that failed and was superseded later',
    '1 unverified',
    [{}, { description: 'Upgrade "web" failed: timed out' }, {}],
  ],
  [
    'past three failed ones in a row',
    '1 verified',
    [
      pass,
      { status: 'failed', description: 'failed' },
      { status: 'failed', description: 'failed' },
      { status: 'failed', description: 'failed' },
      {},
    ],
  ],
  [
    'the one that Helm still calls deployed after a failed upgrade',
    '2 verified',
    [pass, { ...pass, status: 'deployed' }, { status: 'failed', description: 'cancelled' }],
  ],
  [
    'a rollback revision counts as good',
    '2 unverified',
    [{ status: 'failed' }, { description: 'Rollback to 1' }, {}],
  ],
  ['a failed verdict is no proof', '1 unverified', [{}, { verdict: 'fail', status: 'failed' }, {}]],
  [
    'nothing when nothing was ever good',
    'No earlier revision was ever good',
    [{ status: 'failed' }, {}],
  ],
  ['nothing on a first install', 'No earlier revision was ever good', [{}]],
] as [string, string, Given[]][])('last-verified takes %s', (_, expected, revisions) => {
  expect(chosen(last, ...revisions)).toBe(expected);
});

test.each([
  [{ kind: 'revision', number: 1 }, '1 verified'],
  [{ kind: 'revision', number: 2 }, 'Revision 2 was never good here'],
  [{ kind: 'revision', number: 9 }, 'Revision 9 is not in the history'],
  [{ kind: 'revision', number: 3 }, 'Revision 3 is not in the history'],
  [{ kind: 'bundle', id: 'bdl-a' }, '1 verified'],
  [{ kind: 'commit', id: 'abc' }, '1 verified'],
  [{ kind: 'commit', id: 'zzz' }, 'commit zzz is not in the history'],
] as [Wish, string][])('%j gives %s', (wish, expected) => {
  const one = { ...pass, bundle: 'bdl-a', commit: 'abcdef' };
  expect(chosen(wish, one, { status: 'failed' }, {})).toBe(expected);
});

test('last-verified leaves out what this environment rejects; a named target does not', () => {
  const { candidates, current } = given({ ...pass, bundle: 'a' }, { ...pass, bundle: 'bad' }, {});
  expect(chooseTarget(last, candidates, current, ['bad'])).toMatchObject({
    found: { bundle: 'a' },
  });
  expect(chooseTarget({ kind: 'bundle', id: 'bad' }, candidates, current, ['bad'])).toMatchObject({
    found: { bundle: 'bad' },
  });
});

test.each([
  ['held after a rollback', true, 'Rollback to 2', true],
  ['not held', false, 'Rollback to 2', false],
  ['held, but by an upgrade', true, 'Upgrade complete', false],
])('%s: restored before is told from hold and description', (_, held, description, expected) => {
  const [current] = readHistory([{ labels: { version: '3', status: 'deployed' } }]);
  const details = [{ revision: 3, updated: '', description }];
  expect(isRestored(current, details, held)).toBe(expected);
});
