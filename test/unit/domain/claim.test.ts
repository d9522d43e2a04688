import {
  type ClaimFacts,
  decideClaim,
  FOREIGN_QUIET_MS,
  type Owner,
  ownerRun,
} from '../../../src/domain/claim.ts';
import { type Revision, readHistory } from '../../../src/domain/history.ts';
import { EMPTY_BOARD, withUndo } from '../../../src/domain/notices.ts';

const history = (...revisions: readonly string[]): readonly Revision[] =>
  readHistory(
    revisions.map((text) => {
      const [version = '', status = '', run, forRevision = version] = text.split(' ');
      const ours = run && {
        'deploy-actions/run': run,
        'deploy-actions/for-revision': forRevision,
      };
      return { labels: { version, status, ...ours } };
    }),
  );

const owner = (state: Owner['state'], run = '123.1'): Owner => ({
  run,
  state,
  url: 'https://github.com/acme/shop/actions/runs/123/attempts/1',
});

const decide = (facts: Partial<ClaimFacts> & Pick<ClaimFacts, 'history'>) =>
  decideClaim({
    ...{ release: 'web', namespace: 'shop', self: '900.1', recover: 'own' },
    ...{ owner: undefined, quietFor: 0, ...facts },
  });

test.each([
  ['no release', []],
  ['deployed', ['1 superseded', '2 deployed']],
  ['failed', ['1 deployed', '2 failed']],
  ['uninstalled, history kept', ['1 uninstalled']],
  ['pending, but not the newest', ['1 superseded', '2 pending-upgrade', '3 deployed']],
])('%s: nothing to do', (_, revisions) => {
  expect(decide({ history: history(...revisions) })).toEqual({ do: 'proceed' });
});

describe('a pending revision of ours', () => {
  const pending = history('1 deployed 1.1', '2 pending-upgrade 123.1');

  test.each([
    ['its run is over', owner('over'), 'run 123.1 is over'],
    ['nobody can say', owner('unknown'), 'run 123.1 gave up its lock'],
    [
      'its run is an earlier attempt, whatever GitHub says',
      owner('alive', '900.1'),
      'an earlier attempt',
    ],
    ['it is of our own run', owner('alive', '900.2'), 'an earlier step of this run'],
    ['it was made by hand with our action', owner('unknown', 'local.ann'), 'run local.ann gave up'],
  ])('is settled when %s', (_, known, because) => {
    const step = decide({ history: pending, owner: known, self: '900.2' });
    expect(step).toMatchObject({ do: 'settle', revision: { number: 2 } });
    expect(step).toHaveProperty('because', expect.stringContaining(because));
  });

  test.each([
    ['another run', '123.1', '900.1'],
    ['a later attempt of this run', '900.2', '900.1'],
  ])('is waited for while %s is alive, then refused naming it', (_, run, self) => {
    const step = decide({ history: pending, owner: owner('alive', run), self });
    expect(step).toMatchObject({ do: 'wait' });
    expect(step).toHaveProperty('refusal.message', expect.stringContaining(`run ${run} made it`));
    expect(step).toHaveProperty('refusal.message', expect.stringContaining('/actions/runs/123/'));
  });
});

describe('a pending revision of others', () => {
  test.each([
    ['1 deployed', '2 pending-upgrade', 'helm rollback web 1 --namespace shop'],
    ['3 superseded', '4 pending-rollback', 'helm rollback web REVISION --namespace shop'],
    ['', '1 pending-install', 'helm uninstall web --namespace shop'],
  ])('is refused with the exact command (%s, %s)', (before, newest, command) => {
    const revisions = history(...[before, newest].filter((text) => text !== ''));
    const step = decide({ history: revisions, quietFor: 10 * FOREIGN_QUIET_MS });
    expect(step).toMatchObject({ do: 'refuse' });
    expect(step).toHaveProperty('refusal.hint', expect.stringContaining(command));
    expect(step).toHaveProperty('refusal.hint', expect.stringContaining('recover: foreign'));
  });

  test('with recover: foreign it is settled once nothing was written for long enough', () => {
    const facts = {
      history: history('1 deployed', '2 pending-upgrade'),
      recover: 'foreign' as const,
    };
    expect(decide({ ...facts, quietFor: FOREIGN_QUIET_MS - 1 })).toMatchObject({ do: 'wait' });
    expect(decide({ ...facts, quietFor: FOREIGN_QUIET_MS })).toMatchObject({ do: 'settle' });
  });

  test('recover: foreign does not loosen what holds for our own', () => {
    const pending = history('1 deployed', '2 pending-upgrade 123.1');
    const facts = { history: pending, recover: 'foreign' as const, quietFor: 1e9 };
    expect(decide({ ...facts, owner: owner('alive') })).toMatchObject({ do: 'wait' });
  });
});

test('an uninstall that was left is refused, with the command that ends it', () => {
  const step = decide({ history: history('1 uninstalling 900.1'), recover: 'foreign' });
  expect(step).toMatchObject({ do: 'refuse' });
  expect(step).toHaveProperty(
    'refusal.hint',
    expect.stringContaining('helm uninstall web --namespace shop'),
  );
});

describe('whose a revision is', () => {
  const note = withUndo(EMPTY_BOARD, { revision: 3, run: '77.1', at: '' });

  test.each([
    ['its own labels say so', '3 pending-upgrade 123.1', EMPTY_BOARD, '123.1'],
    ['its labels were copied from revision 2', '3 pending-upgrade 123.1 2', EMPTY_BOARD, undefined],
    ['it has no labels', '3 pending-upgrade', EMPTY_BOARD, undefined],
    ['a rollback of ours was announced for it', '3 pending-rollback 123.1 1', note, '77.1'],
    ['the announced rollback was of another revision', '4 pending-rollback', note, undefined],
    [
      'an upgrade of others took the announced number',
      '3 pending-upgrade 123.1 2',
      note,
      undefined,
    ],
  ])('%s', (_, text, notices, run) => {
    const [revision] = history(text);
    expect(revision && ownerRun(revision, notices)).toBe(run);
  });
});
