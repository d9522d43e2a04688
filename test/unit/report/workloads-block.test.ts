import { Marked } from 'marked';
import type { WorkloadState } from '../../../src/domain/assessment.ts';
import type { RunningImage } from '../../../src/domain/identity.ts';
import { hooksBlock } from '../../../src/report/hooks-block.ts';
import { workloadsBlock } from '../../../src/report/workloads-block.ts';

const image = (changes: Partial<RunningImage> = {}): RunningImage => ({
  workload: 'Deployment/api',
  container: 'web',
  image: `registry.example.com/acme/api@sha256:${'0a'.repeat(32)}`,
  digest: `sha256:${'0a'.repeat(32)}`,
  reported: [],
  ready: 2,
  desired: 2,
  old: 0,
  rolls: true,
  ...changes,
});
const state = (name: string, changes: Partial<WorkloadState> = {}): WorkloadState => ({
  ref: { kind: 'Deployment', name, namespace: 'shop' },
  phase: 'rolling',
  desired: 2,
  updated: 1,
  ready: 0,
  old: 2,
  note: '',
  pods: [],
  ...changes,
});

/** The cells of a block's table, row by row. */
const cells = (lines: readonly string[]): string[][] =>
  lines
    .join('\n')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

test('a workload has its digest, what is ready, and how long that took', () => {
  const rolling = new Map([['Deployment/api', { from: 1000, to: 13_400 }]]);
  expect(cells(workloadsBlock([image()], [state('api')], rolling))).toEqual([
    [
      '`Deployment/api`',
      '`web`',
      '`registry.example.com/acme/api`',
      '`0a0a0a0a0a0a`',
      '2/2',
      '12.4 s',
    ],
  ]);
});

test('one that was never proven to run shows where it stands', () => {
  const rolling = new Map([['Deployment/api', { from: 1000 }]]);
  const states = [state('api', { note: 'new pod waiting: image not found' })];
  expect(cells(workloadsBlock([], states, rolling))).toEqual([
    ['`Deployment/api`', '', '', '', '0/2 · new pod waiting: image not found', 'not ready'],
  ]);
});

test('one that helm never came to has no counts', () => {
  const waiting = state('api', { phase: 'waiting', desired: 0, note: 'not applied yet' });
  expect(cells(workloadsBlock([], [waiting], new Map()))[0]?.slice(4)).toEqual([
    'not applied yet',
    '',
  ]);
});

test('a tag is not called proven; what does not roll says so', () => {
  const [row] = cells(workloadsBlock([image({ digest: '', rolls: false })], [], new Map()));
  expect(row?.slice(3)).toEqual(['by tag, not proven', 'does not roll by itself', '']);
});

test('without workloads there is no table', () => {
  expect(workloadsBlock([], [], new Map())).toEqual([]);
});

test('hooks and Jobs are listed, with the end of what they printed folded below', () => {
  const lines = hooksBlock(
    [
      {
        name: 'migrate',
        hook: true,
        phase: 'failed',
        pods: ['migrate-x'],
        container: '',
        note: 'exit code 4',
      },
    ],
    [
      { pod: 'migrate-x', container: 'main', lines: ['step 1', '</details><b>bold</b>', '```'] },
      { pod: 'other', container: 'main', lines: ['not of a hook'] },
    ],
  );
  expect(cells(lines)).toEqual([['`migrate`', 'hook', '❌ failed', 'exit code 4']]);
  const page = String(new Marked({ gfm: true }).parse(lines.join('\n')));
  expect(page).toContain('step 1\n&lt;/details&gt;&lt;b&gt;bold&lt;/b&gt;\n```');
  expect(page).not.toMatch(/<b>|not of a hook/);
  expect(page.match(/<\/details>/g)).toHaveLength(1);
});

test('without Jobs there is nothing to tell', () => {
  expect(hooksBlock([], [])).toEqual([]);
});
