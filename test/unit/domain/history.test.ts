import {
  isPending,
  liveRevision,
  nextNumber,
  readHistory,
  releaseLabels,
} from '../../../src/domain/history.ts';

const secret = (version: string, status: string, more: Record<string, string> = {}) => ({
  labels: { owner: 'helm', name: 'shop', version, status, ...more },
});

describe('readHistory', () => {
  test('sorts revisions by number, not by text', () => {
    const history = readHistory([
      secret('10', 'deployed'),
      secret('9', 'superseded'),
      secret('2', 'failed'),
    ]);
    expect(history.map((revision) => revision.number)).toEqual([2, 9, 10]);
    expect(liveRevision(history)?.number).toBe(10);
    expect(nextNumber(history)).toBe(11);
  });

  test('takes our labels only where they are for this very revision', () => {
    const ours = { 'deploy-actions/run': '7.1', 'deploy-actions/for-revision': '4' };
    const [valid, copied] = readHistory([
      secret('4', 'superseded', ours),
      secret('5', 'deployed', ours),
    ]);
    expect(valid?.labels['deploy-actions/run']).toBe('7.1');
    expect(copied?.labels).toEqual({});
  });

  test('leaves out Secrets that are no revision', () => {
    expect(readHistory([{}, secret('x', 'deployed'), secret('0', 'deployed')])).toEqual([]);
    expect(nextNumber([])).toBe(1);
    expect(liveRevision([])).toBeUndefined();
  });

  test.each(['pending-install', 'pending-upgrade', 'pending-rollback'])(
    '%s is pending',
    (status) => {
      const [revision] = readHistory([secret('1', status)]);
      expect(revision && isPending(revision)).toBe(true);
    },
  );
});

describe('releaseLabels', () => {
  test('removes what is not known, so that Helm does not copy it from the former revision', () => {
    expect(releaseLabels(3, { run: '12.1' })).toEqual({
      'deploy-actions/for-revision': '3',
      'deploy-actions/run': '12.1',
      'deploy-actions/commit': 'null',
      'deploy-actions/bundle': 'null',
      'deploy-actions/verdict': 'null',
    });
  });

  test('removes nothing on a first install: Helm would store the word null', () => {
    expect(releaseLabels(1, { commit: 'abc' })).toEqual({
      'deploy-actions/for-revision': '1',
      'deploy-actions/commit': 'abc',
    });
  });
});
