import type { Assessment, JobState, WorkloadState } from '../../../src/domain/assessment.ts';
import type { Standing } from '../../../src/domain/signals/signal.ts';
import { createProgress } from '../../../src/report/progress.ts';

const workload = (change: Partial<WorkloadState> = {}): WorkloadState => ({
  ref: { kind: 'Deployment', name: 'api', namespace: 'shop' },
  phase: 'rolling',
  desired: 2,
  updated: 1,
  ready: 0,
  old: 2,
  note: '',
  pods: [],
  ...change,
});
const migrate = (phase: JobState['phase'], note = ''): JobState => ({
  name: 'migrate',
  hook: true,
  phase,
  pods: [],
  container: '',
  note,
});
const seen = (...states: readonly (WorkloadState | JobState)[]): Assessment => ({
  workloads: states.filter((state) => 'ref' in state),
  jobs: states.filter((state) => 'hook' in state),
  signals: [],
  done: false,
});
const trouble = (
  change: Partial<Standing['signal']> = {},
  kind: Standing['class'] = 'slow',
): Standing => ({
  since: 0,
  ripe: false,
  class: kind,
  signal: {
    key: 'k',
    class: kind,
    code: 'not-ready' as const,
    workload: 'Deployment/api',
    object: 'Pod/api-5d-x',
    namespace: 'shop',
    container: 'web',
    message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
    hint: '',
    count: 1,
    pods: 1,
    minAge: 0,
    excused: false,
    suspect: '',
    ...change,
  },
});

/** A progress on a clock of its own: `at` shows a state at a second and tells what was printed. */
function bench() {
  const clock = { now: 0 };
  const lines: string[] = [];
  const progress = createProgress(
    (line) => lines.push(line),
    () => clock.now,
  );
  const at = (second: number, assessment: Assessment, standing: readonly Standing[] = []) => {
    clock.now = second * 1000;
    progress.show(assessment, standing);
    return lines.splice(0);
  };
  return { at, progress, lines, clock };
}

test('a rollout is told by its changes only', () => {
  const { at } = bench();
  expect(at(0, seen(workload({ phase: 'waiting' })))).toEqual([]);
  const pulling = workload({ note: 'new pod waiting: pulling image' });
  expect(at(1, seen(workload({ note: 'not seen yet' })))).toEqual([]);
  expect(at(2, seen(pulling))).toEqual([
    'Deployment/api 0/2 ready · 2 old · new pod waiting: pulling image',
  ]);
  expect(at(4, seen(pulling))).toEqual([]);
  expect(at(5, seen(workload({ ready: 1, old: 1 })))).toEqual(['Deployment/api 1/2 ready · 1 old']);
  expect(at(8, seen(workload({ ready: 2, old: 0, phase: 'done' })))).toEqual([
    'Deployment/api 2/2 ready · after 7.0 s',
  ]);
  expect(at(9, seen(workload({ ready: 2, old: 0, phase: 'done' })))).toEqual([]);
});

test('a workload that this release does not change is not mentioned', () => {
  expect(bench().at(0, seen(workload({ phase: 'done', ready: 2, old: 0 })))).toEqual([]);
});

test('reasons that flip are told once each', () => {
  const { at } = bench();
  const [a, b] = ['pulling image', 'waiting to pull again'].map((note) => seen(workload({ note })));
  at(-2, seen(workload()));
  const told = [a, b, a, b, a, b].flatMap((state, index) => at(index * 5, state ?? seen()));
  expect(told).toEqual([
    'Deployment/api 0/2 ready · 2 old · pulling image',
    'Deployment/api 0/2 ready · 2 old · waiting to pull again',
  ]);
});

test('readiness that is lost is news again', () => {
  const { at } = bench();
  at(-2, seen(workload()));
  const told = [1, 0, 1].flatMap((ready, index) =>
    at(index * 5, seen(workload({ ready, old: 0 }))),
  );
  expect(told).toEqual([
    'Deployment/api 1/2 ready',
    'Deployment/api 0/2 ready',
    'Deployment/api 1/2 ready',
  ]);
});

test('a workload of a hundred pods does not flood the log', () => {
  const { at } = bench();
  const told = Array.from({ length: 100 }, (_, ready) =>
    at(ready / 10, seen(workload({ desired: 100, ready, old: 0 }))),
  ).flat();
  expect(told.length).toBeLessThanOrEqual(6);
  const end = seen(workload({ desired: 100, ready: 100, old: 0, phase: 'done' }));
  expect(at(10, end)).toEqual(['Deployment/api 100/100 ready · after 10.0 s']);
});

test('trouble is told once for a workload, not for each of its pods or each flip', () => {
  const { at } = bench();
  const first = trouble({ class: 'count' });
  expect(at(0, seen(), [first])).toEqual([
    '⚠ Deployment/api · not-ready · Pod/api-5d-x, container web · Readiness probe failed: HTTP probe failed with statuscode: 503',
  ]);
  const other = { key: 'l', object: 'Pod/api-5d-y', message: 'other words' };
  const more = [first, trouble({ ...other, class: 'count' })];
  expect(at(1, seen(), more)).toEqual([]);
  expect(at(2, seen(), [])).toEqual([]);
  expect(at(3, seen(), more)).toEqual([]);
  const crash = trouble({ code: 'crash-loop', class: 'fatal', message: 'back-off' });
  expect(at(4, seen(), [crash])).toEqual([
    '⚠ Deployment/api · crash-loop · Pod/api-5d-x, container web · back-off',
  ]);
});

test('what every healthy start shows is told only when it lasts', () => {
  const { at } = bench();
  const starting = trouble({ message: 'containers with unready status: [web]' });
  const told = [0, 5, 9, 10, 11].map((second) => at(second, seen(), [starting]).length);
  expect(told).toEqual([0, 0, 0, 1, 0]);
});

test('what will pass by itself looks different, a long message is cut, lines are joined', () => {
  const [line = ''] = bench().at(0, seen(), [
    trouble({ message: `a\nb${'c'.repeat(1000)}`, class: 'count' }, 'transient'),
  ]);
  expect(line).toMatch(/^· Deployment\/api · .* · a ⏎ bc+ …$/);
  expect(line.length).toBeLessThan(500);
});

test('when nothing happens one line per 30 s says what is waited for', () => {
  const { at } = bench();
  const state = seen(workload({ note: 'new pod waiting' }), migrate('running'));
  at(-2, state);
  at(0, state);
  const told = Array.from({ length: 100 }, (_, second) => at(second, state)).flat();
  expect(told).toEqual(
    ['30.0 s', '1 min 0 s', '1 min 30 s'].map(
      (time) =>
        `… ${time}, waiting for Deployment/api (0/2 ready · 2 old · new pod waiting), Hook/migrate (running)`,
    ),
  );
});

test('the heartbeat names few of many, and helm when there is nothing else', () => {
  const many = Array.from({ length: 9 }, (_, i) =>
    workload({ ref: { kind: 'Deployment', name: `w${i}`, namespace: 'shop' } }),
  );
  const { at } = bench();
  at(0, seen(...many));
  at(1, seen(...many));
  expect(at(40, seen(...many)).join()).toMatch(/Deployment\/w3 .*, and 5 more$/);
  for (const nothing of [seen(), seen(migrate('waiting'))]) {
    expect(bench().at(31, nothing)).toEqual(['… 31.0 s, waiting for helm']);
  }
});

test('a log line counts as news: no heartbeat right after it', () => {
  const { at, progress, lines, clock } = bench();
  clock.now = 29_000;
  progress.log('migrate', 'step 1');
  expect(lines.splice(0)).toEqual(['migrate │ step 1']);
  expect(at(31, seen())).toEqual([]);
});

test('hooks are told from start to end', () => {
  const { at } = bench();
  expect(at(0, seen(migrate('waiting')))).toEqual([]);
  expect(at(1, seen(migrate('running')))).toEqual(['Hook/migrate running']);
  expect(at(4, seen(migrate('failed', 'exit code 4')))).toEqual([
    'Hook/migrate failed · exit code 4 · after 3.0 s',
  ]);
});

test('what does not roll by design is said once', () => {
  const { at } = bench();
  const state = seen(workload({ phase: 'not-applicable', note: 'paused' }));
  expect(at(0, state)).toEqual(['Deployment/api paused']);
  expect(at(1, state)).toEqual([]);
});
