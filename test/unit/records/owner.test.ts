import type { Job, Run } from '../../../src/http/github/facts.ts';
import { askOwner } from '../../../src/records/owner.ts';

const ask = (
  run: string,
  found: Partial<Run> | undefined | Error,
  jobs: readonly string[] | Error = ['in_progress'],
) =>
  askOwner(
    run,
    {
      repository: 'acme/shop',
      run: async () => {
        if (found instanceof Error) throw found;
        return found as Run | undefined;
      },
      jobs: async () => {
        if (jobs instanceof Error) throw jobs;
        return jobs.map((status) => ({ status }) as Job);
      },
    },
    { GITHUB_SERVER_URL: 'https://github.example' },
  );

const running = { status: 'in_progress', attempt: 1 };
test.each([
  ['completed', { status: 'completed', attempt: 1 }, undefined, 'over'],
  ['started again since', { status: 'in_progress', attempt: 2 }, undefined, 'over'],
  ['in progress', running, undefined, 'alive'],
  [
    'waiting for an approval, no job at work',
    { ...running, status: 'waiting' },
    ['completed', 'waiting'],
    'over',
  ],
  ['in progress, jobs cannot be read', running, new Error('403'), 'alive'],
  ['not there', undefined, undefined, 'unknown'],
  ['not readable', new Error('403'), undefined, 'unknown'],
])('a run that is %s', async (_, found, jobs, state) => {
  expect(await ask('12.1', found, jobs)).toEqual({
    run: '12.1',
    state,
    url: 'https://github.example/acme/shop/actions/runs/12/attempts/1',
  });
});

test('what is no run of GitHub is not asked for', async () => {
  const refuse = new Error('asked');
  expect(await ask('local.ann', refuse)).toEqual({ run: 'local.ann', state: 'unknown', url: '' });
});
